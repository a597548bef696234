"""Facts and inferred types come in, the text of a spec goes out."""
