"""The language checks."""
