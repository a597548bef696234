"""The pure parts of the client, one idea a file: laws and tables, and the sandbox where a server is needed."""
