"""Values and words of specs in, source text out: literals, and the lines of docstrings."""
