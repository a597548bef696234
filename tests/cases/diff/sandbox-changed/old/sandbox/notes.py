"""Notes."""

MOST = 10
