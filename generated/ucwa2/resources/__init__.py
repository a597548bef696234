# Made by ucwagen from specs/. Do not edit: change the specs and build again.
"""One module per resource: its state, what it leads to, and what can be done with a link to it."""
