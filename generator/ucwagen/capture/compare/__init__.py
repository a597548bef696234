"""A spec and its draft come in; drift, corrections and edits of the spec go out."""
