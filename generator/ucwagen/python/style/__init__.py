"""How Python is printed: statements laid out as black lays them out, and black itself for the rest."""
