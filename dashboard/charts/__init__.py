"""Rows in, figure out; no Streamlit here."""
