"""HTTP messages, addresses, headers and documents as values. No network."""
