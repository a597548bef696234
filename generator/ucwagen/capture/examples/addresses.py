"""Which resource an address leads to: what the links of guide pages say of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from ucwagen.capture.infer.parsed_samples import split_address
from ucwagen.source.depth import load_json

_LINK = re.compile(r'"(\w+)"\s*:\s*\{\s*"href"\s*:\s*"([^"]+)"|"rel"\s*:\s*"(\w+)",\s*"href"\s*:\s*"([^"]+)"')
_OWNER = re.compile(r"^.*?/[A-Za-z]+/[0-9][^/]*")
"""The first member of a collection, such as one account, and what comes before it: these differ from page to page."""
_USER = re.compile(r"[^/]+@[^/]+")

Votes = Mapping[str, Counter[str]]
"""How often each rel was seen, by address."""


class KnownOperations(Protocol):
    """The resources that there are."""

    def spelled(self, rel: str) -> str | None:
        """The resource of this name, whatever the case of its letters."""

    def has(self, name: str, method: str) -> bool:
        """Whether the resource has the operation."""

    def operation(self, name: str, method: str) -> Mapping[str, Any]:
        """What the spec says of an operation."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """What was seen on each guide page, and what the reference pages of the resources say."""

    pages: Mapping[str, Votes]
    known: KnownOperations
    documented: Votes = field(default_factory=dict)

    def resource(self, method: str, address: str, page: str) -> str | None:
        """The resource at an address: as the guide page itself says, or another guide, or a reference page."""
        for votes in (self.pages.get(page, {}), *self.pages.values(), self.documented):
            found = self._named(method, votes.get(place(address), Counter()))
            if found:
                return found
        return self._named(method, Counter([split_address(address).path.rstrip("/").rpartition("/")[2]]))

    def _named(self, method: str, rels: Counter[str]) -> str | None:
        names = ((name, times) for rel, times in rels.most_common() if (name := self.known.spelled(rel)))
        found = [(name, times) for name, times in names if self.known.has(name, method)]
        alone = len(found) == 1 or (found and found[0][1] > found[1][1])
        return found[0][0] if alone else None


def place(address: str) -> str:
    """The path below the first numbered resource, for any user."""
    return _USER.sub("*", _OWNER.sub("*", split_address(address.strip()).path)).rstrip("/")


def seen(texts: Iterable[str]) -> Votes:
    """The rels of the addresses in all links of messages, whether or not their bodies parse."""
    votes: dict[str, Counter[str]] = {}
    for text in texts:
        for rel, address in (*_links(text), *_self(text)):
            votes.setdefault(place(address), Counter())[rel] += 1
    return votes


def documented(requests: Iterable[tuple[str, str]]) -> Votes:
    """The resources whose pages show a request to an address; ``requests`` are names of pages and texts of samples."""
    votes: dict[str, Counter[str]] = {}
    for name, text in requests:
        votes.setdefault(place(f"{text}  ".split(" ")[1]), Counter())[name] += 1
    return votes


def _links(text: str) -> Iterator[tuple[str, str]]:
    for match in _LINK.finditer(text):
        yield match[1] or match[3], match[2] or match[4]


def _self(text: str) -> Iterator[tuple[str, str]]:
    """The resource that a body is."""
    try:
        body = load_json(text[text.index("{") :])
        yield body["rel"], body["_links"]["self"]["href"]
    except (ValueError, LookupError, TypeError):
        return
