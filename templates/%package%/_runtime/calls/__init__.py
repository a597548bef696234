"""Calls: made from links, with bodies to send, and read from responses."""
