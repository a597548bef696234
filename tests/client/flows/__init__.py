"""Which requests a client sends, in which order."""
