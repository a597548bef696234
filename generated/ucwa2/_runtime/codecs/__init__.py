"""Bytes of a message to plain values or elements, and back."""
