"""An answer of the API as a message: its media type, its charset, and its entity tag."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from .._runtime.base.registry import index
from .._runtime.http.messages import Response, media_type
from .._runtime.requests.call import Format
from .._runtime.requests.operations import Operation
from .._runtime.states.link import Link
from .._runtime.states.state import State
from . import advice
from .findings import Severity
from .journal import Journal
from .shapes import media

_UTF8 = ("utf-8", "utf8", "us-ascii", "ascii")


def operation(kind: type[Link], method: str) -> Operation | None:
    """The documented operation of a link, if there is one."""
    found: Operation | None = vars(sys.modules[kind.__module__]).get(f"_{method}")
    return found if kind is not Link else None


def check_message(journal: Journal, about: str, response: Response, format: Format) -> None:
    """Say where a message is not of the media type and charset that were asked for."""
    name, charset = media_type(response.headers.get("content-type"))
    known = index().json_types if format == "json" else index().xml_types
    if not response.content:
        return
    if name not in known:
        _differs(journal, f"GET {about}", f"the media type {known[0]}", media(name))
    if charset is not None and charset.lower() not in _UTF8:
        _differs(journal, f"GET {about}", "the charset UTF-8", _plain(charset))


def check_tag(journal: Journal, about: str, state: State, link: type[Link]) -> None:
    """Say where a resource that can be changed has no entity tag."""
    if operation(link, "PUT") is not None and state.etag is None:
        journal.find(f"GET {about}", "an entity tag", "none", advice.TAG, Severity.DIFFERENCE)


def needed(kind: type[Link], method: str) -> Iterator[str]:
    """The parameters without which an operation cannot be called."""
    table = operation(kind, method)
    yield from (
        (row.name for row in table.parameters if row.required and row.name not in index().minted) if table else ()
    )


def _differs(journal: Journal, about: str, expected: str, came: str) -> None:
    journal.find(about, expected, came, advice.MEDIA, Severity.DIFFERENCE)


def _plain(text: str) -> str:
    return text if text.replace("-", "").replace("_", "").isalnum() and len(text) <= 32 else "another one"
