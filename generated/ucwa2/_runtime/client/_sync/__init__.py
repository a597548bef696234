"""The blocking client and its driver."""
