"""A comparison in, its text out: for a terminal, for machines, for a pull request, and for a change log."""
