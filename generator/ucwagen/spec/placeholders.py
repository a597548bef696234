"""What capture writes where a person is to write: the word for it, and the names of a package that has none yet."""

from __future__ import annotations

TODO = "TODO"
"""Stands for a sentence, or another value, that is still to be written."""
PACKAGE = "new_api"
DISTRIBUTION = PACKAGE.replace("_", "-")
ADDRESS = f"https://example.com/{TODO}/{{page}}"
UNFINISHED = frozenset({TODO, PACKAGE, DISTRIBUTION, ADDRESS})
"""Values that no finished spec has."""
