"""One file = one input format."""
