"""A text of the user's in, the comment at the head of a module out."""

from __future__ import annotations

import re

BEFORE = re.compile(r"(?:#!.*\n)?(?:#.*coding[:=].*\n)?")
"""What has to stay in front: the line that names an interpreter, and the one that names an encoding."""


def with_header(header: str, source: str) -> str:
    """The module with the text above it, as a comment and an empty line."""
    first = BEFORE.match(source)
    at = first.end() if first else 0
    lines = "".join(f"# {line}".rstrip() + "\n" for line in header.split("\n"))
    return source[:at] + lines + ("\n" + source[at:] if source[at:] else "")
