"""A documented answer and a real one in, their differences out: status, headers, members, types, links and settled words.

Values that differ from server to server, such as names, addresses and times, are compared by type alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any

from .. import enums
from .._runtime.base.registry import index
from .known import RANDOM_NAME
from .sending import RawResponse
from .transcript import TranscriptMessage

_SCHEME = re.compile(r"^\s*(\w+)")
_NAMES: dict[type, str] = {dict: "an object", list: "a list", str: "a text", bool: "a flag", int: "a number"}
_PROTOCOL = ("rel", "status")
"""Members whose values are words of the protocol itself."""
PRESENT = ("location", "etag")
"""Headers that have to be there, with any value."""


@dataclass(frozen=True, slots=True)
class PageDifference:
    """One difference: its place, what the page has, and what the server has. No value that may be personal is kept."""

    at: str
    page: str
    server: str

    def __str__(self) -> str:
        return f"{self.at}: {self.page} on the page, {self.server} from the server"


@dataclass
class Comparer:
    """Compares answers of one guide."""

    sent: dict[str, set[str]] = field(default_factory=dict)
    """The values that its requests have set, by name."""
    whole_lists: bool = True
    """Whether a list has to be as long as that of the page; else one item is enough."""

    def head(self, page: TranscriptMessage, answer: RawResponse) -> Iterator[PageDifference]:
        """The differences of status and headers."""
        if answer.status != page.status:
            yield PageDifference("status", str(page.status), str(answer.status))
            if page.status >= 300 or answer.status >= 300:
                return
        media = (page.header("content-type") or "").partition(";")[0].strip().lower()
        if media and media != answer.media_type:
            yield PageDifference("header content-type", media, answer.media_type or "nothing")
        for name in (*PRESENT, index().headers.get("diagnostics", "")):
            if name and page.header(name) and not answer.header(name):
                yield PageDifference(f"header {name}", "there", "missing")
        schemes = {_word(value) for value in answer.headers_of("www-authenticate")}
        for name, value in page.headers:
            if name.lower() == "www-authenticate" and _word(value) not in schemes:
                yield PageDifference("header www-authenticate", _word(value), "missing")
        cookies = {value.partition("=")[0] for value in answer.headers_of("set-cookie")}
        for name, value in page.headers:
            if name.lower() == "set-cookie" and value.partition("=")[0] not in cookies:
                yield PageDifference(f"header set-cookie {value.partition('=')[0]}", "there", "missing")

    def body(self, page: Any, body: Any, at: str = "$") -> Iterator[PageDifference]:
        """The differences of two JSON values: all that the page has is due, and more is allowed."""
        if kind(page) != kind(body):
            yield PageDifference(at, kind(page), kind(body))
        elif isinstance(page, dict):
            yield from self._members(page, body, at)
        elif isinstance(page, list):
            yield from self._items(page, body, at)
        elif page != body and (shown := self._settled(page, at)):
            yield PageDifference(at, shown, self._settled(body, at) or "another value")

    def _members(self, page: dict[str, Any], body: dict[str, Any], at: str) -> Iterator[PageDifference]:
        for name, value in page.items():
            where = f"{at}.{name}"
            if RANDOM_NAME.fullmatch(name):
                if not any(RANDOM_NAME.fullmatch(other) and body[other] == value for other in body):
                    yield PageDifference(f"{at}.(random name)", "there", "missing")
            elif name not in body:
                yield PageDifference(where, kind(value), "missing")
            elif name == "href":
                yield from [] if isinstance(body[name], str) else [PageDifference(where, "a text", kind(body[name]))]
            else:
                yield from self.body(value, body[name], where)

    def _items(self, page: list[Any], body: list[Any], at: str) -> Iterator[PageDifference]:
        """Each item of the page by its place; words may come in any order."""
        if all(isinstance(item, str) for item in page):
            for item in page:
                if self._settled(item, at) and item not in body:
                    yield PageDifference(at, str(self._settled(item, at)), "missing")
            if page and not body:
                yield PageDifference(at, "items", "an empty list")
            return
        for number, item in enumerate(page):
            if number >= len(body):
                if self.whole_lists or not body:
                    yield PageDifference(f"{at}[{number}]", kind(item), "missing")
                return
            yield from self.body(item, body[number], f"{at}[{number}]")

    def _settled(self, value: Any, at: str) -> str | None:
        """A value in words, if it is one that every server has to give: a flag, a word of the API, or what was sent."""
        name = re.sub(r"\[\d+\]$", "", at).rpartition(".")[2]
        if isinstance(value, bool):
            return json.dumps(value)
        if isinstance(value, str) and (name in _PROTOCOL or value in _words()):
            return f"`{value}`"
        return f"what was sent as `{name}`" if str(value) in self.sent.get(name, ()) else None

    def note(self, body: str) -> None:
        """Take up the values that a request sets, which its answers have to repeat."""
        try:
            found = json.loads(body)
        except ValueError:
            return
        for name, value in found.items() if isinstance(found, dict) else ():
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, str | int) and not isinstance(item, bool):
                    self.sent.setdefault(name, set()).add(str(item))


def kind(value: Any) -> str:
    """The JSON type of a value in words."""
    return "null" if value is None else _NAMES.get(type(value), "a number")


def matching(at: str, allowed: Iterable[str]) -> bool:
    """Whether a place matches a pattern in which `*` stands for any text."""
    return any(re.fullmatch(re.escape(one).replace(r"\*", ".*"), at, re.DOTALL) for one in allowed)


def _word(value: str) -> str:
    found = _SCHEME.match(value)
    return found[1] if found else ""


@cache
def _words() -> frozenset[str]:
    """All values of enumerations, without those that may be a word of a person."""
    kinds = [found for found in vars(enums).values() if isinstance(found, type) and issubclass(found, Enum)]
    return frozenset(str(member.value) for found in kinds for member in found)
