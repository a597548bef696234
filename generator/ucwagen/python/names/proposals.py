"""Proposes a Python name for a text that cannot become one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Set

from ucwagen.python.names.names import Identifier, Style


def proposal(what: str, wire: str, style: Style, reserved: frozenset[str], taken: Set[str]) -> Identifier:
    """A name of this style that no other has: the letters and digits of the text, or else the names of its characters.

    ``what`` is the kind of thing that gets the name, and the first word before a digit. ``taken`` is case-folded.
    """
    text = _letters(wire) or " ".join(" ".join(_names(wire)).split()) or what
    if not text[0].isalpha():
        text = f"{what} {text}"
    name = style(text, reserved)
    number = 2
    while name.casefold() in taken:
        name = style(f"{text} {number}", reserved)
        number += 1
    return name


def _letters(text: str) -> str:
    """The words of ASCII letters and digits, those under accents included."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(char if _is_plain(char) else " " for char in _joined(plain)).split())


def _joined(text: str) -> Iterator[str]:
    return (part for char in text if not unicodedata.combining(char) for part in _folded(char))


def _folded(char: str) -> str:
    return char if char.isascii() else char.casefold()


def _is_plain(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _names(text: str) -> Iterator[str]:
    """What Unicode calls the characters, in words that can stand in a name: `=` is the equals sign."""
    for char in text[:3]:
        name = unicodedata.name(char, "")
        yield "".join(letter if _is_plain(letter) else " " for letter in name).lower()
