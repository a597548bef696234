"""One module per resource: its state, what it leads to, and what can be done with a link to it."""
