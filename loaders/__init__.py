"""How it gets in: bytes, article, moves and comments, store."""
