"""Catalogues of our own words, one a language."""
