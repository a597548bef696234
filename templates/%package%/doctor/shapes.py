"""Values by their shape: what a report says of data, and words of the API that a report may show."""

from __future__ import annotations

import re
from typing import Any

from .._runtime.states.state import State

_WORD = re.compile(r"[@$_A-Za-z][A-Za-z0-9_.:@$-]{0,63}")
_MEMBER = re.compile(r"[A-Z][A-Za-z0-9]{0,63}")
_GRANT = re.compile(r"[A-Za-z][A-Za-z0-9:._/-]{0,127}")
_MEDIA = re.compile(r"[a-z]+/[a-z0-9.+-]{1,64}")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
_KINDS = (
    ("uuid", "a UUID", r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}"),
    ("datetime", "a time", r"/Date\(-?\d+(?:[+-]\d{4})?\)/|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*"),
    ("date", "a date", r"\d{4}-\d\d-\d\d"),
    ("timespan", "a time span", r"-?(?:\d+\.)?\d\d:\d\d:\d\d(?:\.\d+)?|-?P(?=\d|T\d)[0-9.DHMSTWY]+"),
    ("boolean", "text that is a boolean", r"True|False|true|false"),
    ("string", "text of digits", r"[+-]?\d+(?:\.\d+)?"),
    ("string", "an address", r"[A-Za-z][A-Za-z0-9+.-]*:\S+"),
    ("string", "a mail address", r"[^@\s]+@[^@\s]+"),
    ("string", "one word", r"\S+"),
    ("string", "several words", r"(?s:.+)"),
)
"""Types of specs, names of shapes, and patterns: the first that matches a whole text is its shape."""
_TEXTS = tuple((kind, name, re.compile(pattern)) for kind, name, pattern in _KINDS)
_UUID = _TEXTS[0][2]
_HIDDEN = "a name that is data"


def shape(value: object) -> str:
    """The shape of a value of either format."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, int | float):
        return "a whole number" if isinstance(value, int) else "a number"
    if isinstance(value, dict):
        return f"an object of {len(value)} members"
    if isinstance(value, list | tuple):
        kinds = dict.fromkeys(map(shape, value))
        return f"a list of {len(value)}: {', '.join(kinds)}" if value else "an empty list"
    return _of_text(value)[1] if isinstance(value, str) else "something else"


def kind(value: object) -> tuple[str, bool]:
    """The type of a value in specs, and whether it is a list."""
    if isinstance(value, list | tuple):
        kinds = {kind(item)[0] for item in value}
        return (kinds.pop() if len(kinds) == 1 else "string"), True
    if isinstance(value, bool):
        return "boolean", False
    if isinstance(value, int | float):
        return ("integer" if isinstance(value, int) else "number"), False
    if isinstance(value, str):
        return _of_text(value)[0], False
    return ("object" if isinstance(value, dict) else "string"), False


def _of_text(value: str) -> tuple[str, str]:
    found = (row for row in _TEXTS if row[2].fullmatch(value))
    name, words, _ = next(found, ("string", "an empty text", None))
    return name, words


def is_identifier(name: str) -> bool:
    """Whether a name is made for one object, such as a UUID, and so is data."""
    return _UUID.fullmatch(name) is not None


def word(name: object) -> str:
    """A name of the API, such as that of a member; a stand-in for a name that can be data."""
    plain = isinstance(name, str) and _WORD.fullmatch(name) and "@" not in name[1:] and not is_identifier(name)
    return str(name) if plain else _HIDDEN


def is_word(name: object) -> bool:
    """Whether a report can show a name."""
    return word(name) != _HIDDEN


def member(value: str) -> str:
    """A value of an enumeration that no spec has: one word that begins with a capital letter, or else its shape."""
    return value if _MEMBER.fullmatch(value) else shape(value)


def is_member(value: str) -> bool:
    """Whether a value has the form of a member of an enumeration."""
    return _MEMBER.fullmatch(value) is not None


def code(value: object) -> str:
    """A code of an error, for display."""
    return value if isinstance(value, str) and _CODE.fullmatch(value) else "a code that is no word"


def grant(name: str) -> str:
    """The name of a grant, such as a URN, for display."""
    return name if _GRANT.fullmatch(name) else "another"


def media(name: str) -> str:
    """A media type for display."""
    return name if _MEDIA.fullmatch(name) else "another" if name else "none"


def raw(state: State, name: str) -> Any:
    """The value of a property as it came."""
    return state._values.get(name)
