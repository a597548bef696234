"""Pieces of source text with what they import: names that modules share, values, docstrings."""
