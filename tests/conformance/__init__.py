"""The guides of the reference, replayed."""
