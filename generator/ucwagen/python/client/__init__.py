"""The API in, the view of its clients out: the features that it needs, and their settings."""
