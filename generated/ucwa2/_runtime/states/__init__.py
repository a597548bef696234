"""States and their links: typed views over a received resource, in either wire format."""
