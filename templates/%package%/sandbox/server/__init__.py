"""From a socket to a handler and back: dispatch, the ASGI application, the HTTP server, the control address."""
