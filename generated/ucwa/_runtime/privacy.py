"""Which names stand for something that no log, ``repr`` or message may show."""

from __future__ import annotations

HIDDEN = "…"
_WORDS = ("authorization", "cookie", "credential", "cwt", "key", "passw", "pwd", "secret", "ticket", "token")


def is_secret(name: str) -> bool:
    """Whether the value of a property, parameter or header of this name is nobody's business."""
    plain = name.lower()
    return any(word in plain for word in _WORDS)


def printable(text: str) -> str:
    """The text on one line, whatever a server put into it."""
    return text if text.isprintable() else repr(text)[1:-1]


def hide(name: str, value: str) -> str:
    """The value, or a stand-in for it."""
    return HIDDEN if is_secret(name) else value
