"""Requests and responses as values: messages, formats, errors. No state and no socket."""
