"""What is raised for a word that names nothing; apart from git, so that it costs nothing to import."""

from __future__ import annotations


class RevisionError(Exception):
    """A revision, or a folder in it, that cannot be read; the text says why and what to do."""
