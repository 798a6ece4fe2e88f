"""Expressions of the actions, one YAML file per language; typed by models/vocabulary/lexicon.py."""
