"""The pure parts of the client, one topic a file: laws and tables, and the sandbox where a server is needed."""
