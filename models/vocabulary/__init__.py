"""The ontology as data that an analyst can edit, and its typed loader."""
