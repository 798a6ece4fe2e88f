"""Tests of the three packages, named for the behaviour they protect."""
