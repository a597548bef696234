"""How a request is answered: the registry of handlers, and the generic answers from samples."""
