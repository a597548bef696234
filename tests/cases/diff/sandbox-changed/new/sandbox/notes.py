"""Notes."""

MOST = 20
