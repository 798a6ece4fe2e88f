"""Text to moves and comments; pure, no store."""
