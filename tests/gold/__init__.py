"""Invented articles with the moves and comments that the codebook asks for, and the gate that they form."""
