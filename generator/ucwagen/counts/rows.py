"""A row: one fact that counts, named alike whether a page or a spec gives it, so that the two can be paired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "resources", "enumerations", "properties", "links", "operations", "operations with samples", "query parameters",
    "body parameters", "errors", "codes and subcodes", "reasons", "events", "event samples", "scopes", "members",
    "messages", "shortcuts",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
OF_NO_PAGE: frozenset[Kind] = frozenset({"shortcuts"})
"""Kinds of which pages have none."""
SAMPLES: frozenset[Kind] = frozenset({"event samples", "messages"})
"""Kinds of which the specs keep what the newest edition has, and of an older one what people chose to keep."""


@dataclass(frozen=True, slots=True, order=True)
class CountedRow:
    """A fact by its page, in small letters, and its path in a spec. Links and embedded resources share one path, as
    pages have one table of both; reasons stand under no operation, as pages list them with the events.
    """

    page: str
    at: str


Rows = dict[Kind, tuple[CountedRow, ...]]


def row(page: str, *parts: str | int | None) -> CountedRow:
    """The row at a path."""
    return CountedRow(page.casefold(), ".".join(str(part) for part in parts if part is not None))


def error_key(name: str, subcode: str | None) -> str:
    """What an error or a reason is called in a path."""
    return f"{name}.{subcode}"
