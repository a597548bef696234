"""api.yaml in, what is true of the whole API out: its package, its headers, its forms, its sign-in."""
