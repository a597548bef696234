"""Wire names in, Python names out: all naming of the generated package.

An ``Identifier`` is proof that a text may stand where Python wants a name, so a raw wire name cannot be printed there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from keyword import iskeyword
from typing import Self

LEGAL = re.compile(r"[A-Za-z](?:_?[A-Za-z0-9])*_?", re.ASCII)
"""No leading underscore and no two in a row: nothing private, mangled or magic can come out."""

WIRE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*", re.ASCII)
"""No colon and no equals sign: a file stem stands in the first comment of a module, where ``coding:`` has a meaning."""

SNAKE = re.compile(r"[a-z](?:_?[a-z0-9])*_?", re.ASCII)
UPPER = re.compile(r"[A-Z](?:_?[A-Z0-9])*_?", re.ASCII)
PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*_?", re.ASCII)

WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*", re.ASCII)

CLASS_BODY = frozenset({"enums", "wire"})
"""Modules that every generated class body uses."""

STATE = CLASS_BODY | {
    "embedded",
    "etag",
    "from_json",
    "from_xml",
    "href",
    "keys",
    "links",
    "rel",
    "to_dict",
    "to_json",
    "to_xml",
    "validate",
}
LINKS = CLASS_BODY | {"get"}
EMBEDDED = CLASS_BODY | {"get"}
PARAMETERS = frozenset({"base", "content", "content_type", "if_match", "if_none_match", "self"})
MEMBERS: frozenset[str] = frozenset()
MODULES = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
"""Device names, which Windows takes for no file."""

CLASSES = frozenset({
    "TYPE_CHECKING", "UNSET", "Call", "Chain", "Content", "DataLink", "Decimal", "Document", "Embedded",
    "EnumListProperty", "EnumProperty", "EventPage", "Headers", "Link", "Links", "Many", "ManyStates", "Mapping", "One",
    "OneState", "Operation", "Parameter", "Sequence", "State", "StrEnum", "UUID", "Unset", "Validator", "View",
})  # fmt: skip
"""Classes that generated modules import."""


class Identifier(str):
    """A Python name."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        if not LEGAL.fullmatch(text) or iskeyword(text):
            raise ValueError(f"{text!r} is no Python name of ours")
        return super().__new__(cls, text)


@dataclass(frozen=True, slots=True)
class Style:
    """How the words of a wire name become a Python name."""

    join: Callable[[tuple[str, ...]], str]
    words: re.Pattern[str]
    shape: re.Pattern[str]
    """What names of this style look like."""

    def __call__(self, wire: str, reserved: frozenset[str] = frozenset()) -> Identifier:
        name = self.join(tuple(self.words.findall(wire)))
        taken = iskeyword(name) or name in reserved
        return Identifier(f"{name}_" if taken else name)


@dataclass(frozen=True, slots=True)
class Styles:
    """The three styles, all of which know the same acronyms."""

    snake: Style
    upper: Style
    pascal: Style


def styles(acronyms: Iterable[str]) -> Styles:
    """Styles that keep each acronym together: with ``IPv6``, ``IPv6NotSupported`` becomes ``ipv6_not_supported``."""
    known = sorted(filter(WORD.fullmatch, acronyms), key=lambda word: (-len(word), word))
    parts = [rf"{word}(?![a-z])" for word in known]
    parts += [r"[A-Z]+(?=[A-Z][a-z])", r"[A-Z]+(?![a-z])[0-9]*", r"[A-Z]?[a-z]+[0-9]*", r"[0-9]+"]
    words = re.compile("|".join(parts), re.ASCII)
    return Styles(
        snake=Style(_snake, words, SNAKE), upper=Style(_upper, words, UPPER), pascal=Style(_pascal, words, PASCAL)
    )


STAND_IN = Identifier("x")


def _snake(words: tuple[str, ...]) -> str:
    return "_".join(words).lower()


def _upper(words: tuple[str, ...]) -> str:
    return "_".join(words).upper()


def _pascal(words: tuple[str, ...]) -> str:
    return "".join(word[0].upper() + word[1:] for word in words)
