"""Secrets that servers repeat, and deadlines, over pyreqwest: a part of the tests of two modules."""
