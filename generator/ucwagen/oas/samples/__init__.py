"""Documented messages as examples of the document."""
