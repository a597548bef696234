"""Calls: the tables of operations, the requests made from them, and the results read from responses."""
