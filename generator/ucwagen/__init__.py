"""Generates a typed client package from YAML specs of a REST API. Start reading at ``pipeline``."""

__version__ = "0.1.0"
