"""The way from a request to a socket: bodies, cookies, logs, spans."""
