"""The asynchronous client and its driver."""
