"""Reports of real servers come in, what specs can learn from them goes out."""
