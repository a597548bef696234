"""Requests: calls as values, the tables of operations, and what a result or a body has to do."""
