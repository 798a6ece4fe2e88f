"""A second opinion on what a clause tells, learned from marked sentences."""
