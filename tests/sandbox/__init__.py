"""The sandbox by itself: every documented operation, and what it refuses, tells and breaks on demand."""
