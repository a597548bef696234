"""Looking a name up: the thing that has it, or a fault with the nearest name there is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from ucwagen.diagnostics import Collector, Span, nearest
from ucwagen.source.text import shown

T = TypeVar("T")


class ErrorText(NamedTuple):
    """How to say that a name is unknown, and what to do where no known name is near."""

    wrong: str
    otherwise: str


def find(known: Mapping[str, T], name: str, span: Span, faults: Collector, words: ErrorText) -> T | None:
    """The thing called ``name``; None, and a fault at ``span``, where there is none."""
    if name not in known:
        faults.error(span, f"{words.wrong} {shown(name)}{nearest(name, known) or '; ' + words.otherwise}")
    return known.get(name)
