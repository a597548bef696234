"""Kinds of values: how each is read, written and checked."""
