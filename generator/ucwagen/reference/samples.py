"""Documented messages in, tabs out: each message as its page has it, JSON beside XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ucwagen.reference.text import Markdown, fence, plain
from ucwagen.reference.views import Tab, Tabs
from ucwagen.source.http import Example

INDENT = 4
NAMES = {"request": "Request", "response": "Response"}


def of_operation(method: str, examples: Iterable[Example]) -> Iterator[Tabs]:
    """The requests and the responses of a method, of the newest edition."""
    mine = [row for row in examples if row.method == method and not row.edition]
    for direction, name in NAMES.items():
        found = [row for row in mine if row.direction == direction]
        if found:
            yield Tabs(Markdown(name), tuple(map(_tab, found)))


def of_events(examples: Iterable[Example]) -> Iterator[Tabs]:
    """The events of a page."""
    found = [row for row in examples if row.direction == "event" and not row.edition]
    if found:
        yield Tabs(Markdown("Event"), tuple(map(_tab, found)))


def _tab(example: Example) -> Tab:
    words = f"{example.format.upper()} {' '.join(example.words)}"
    return Tab(Markdown(plain(words)), fence("http", example.text, INDENT))
