"""Values in, Python source text out: the only place where a string of a spec becomes a literal.

What comes out is printable ASCII on one line and evaluates to the value, nothing else. A string is valid TOML too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType

Code = NewType("Code", str)
"""Source text that holds no raw text of a spec."""


class Braces(str):
    """The source text of a dictionary, which knows its items: they may have to go on lines of their own."""

    head: str
    items: tuple[Code, ...]

    @classmethod
    def of(cls, items: Iterable[Code], head: str = "") -> Braces:
        """The dictionary of these items; ``head`` is text before it, such as ``name=``."""
        parts = tuple(items)
        found = cls(f"{head}{{{', '.join(parts)}}}")
        found.head, found.items = f"{head}{{", parts
        return found


Value = str | int | float | None | tuple["Value", ...]

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
PRINTABLE = range(0x20, 0x7F)
TWO_BYTES = 0xFFFF


def literal(value: Value) -> Code:
    """The source text of a value."""
    match value:
        case str() if value.isascii() and value.isprintable() and '"' not in value and "\\" not in value:
            return Code(f'"{value}"')
        case str():
            return Code('"' + "".join(_character(char) for char in value) + '"')
        case bool() | int() | float() | None:
            return Code(repr(value))
        case tuple():
            return Code(f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})")
    raise TypeError(f"no literal for {type(value).__name__}")


def _character(char: str) -> str:
    code = ord(char)
    if char in ESCAPES:
        return ESCAPES[char]
    if code in PRINTABLE:
        return char
    return f"\\u{code:04x}" if code <= TWO_BYTES else f"\\U{code:08x}"
