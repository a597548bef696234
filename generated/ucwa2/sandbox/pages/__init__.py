"""The documented resources: their addresses, their samples, and what a request to them must hold."""
