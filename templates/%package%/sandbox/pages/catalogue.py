"""The catalogue of documented resources: found by address or by rel, each with the responses of its samples."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

from ..._runtime.base.registry import index, load
from ..._runtime.requests.operations import Operation
from .addresses import Home, template

Priority = Literal["realtime", "high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Sample:
    """The documented response of an operation."""

    path: str
    query: dict[str, str]
    status: int
    headers: dict[str, str]
    text: str
    """The body as text; empty if there is none."""
    is_object: bool
    """Whether the body is a JSON object."""


@dataclass(frozen=True, slots=True)
class Page:
    """A documented resource."""

    name: str
    rel: str
    revision: int
    link: str
    state: str | None
    represents: bool
    """Whether it is another rel of a resource that has a page of its own."""
    priorities: dict[tuple[str, str], Priority]
    """The priorities of its events, by event type and rel."""
    path: str
    """The target of the links of samples, for a page without a sample of a request."""
    samples: dict[str, Sample]

    @property
    def paths(self) -> set[str]:
        """All its addresses in samples."""
        return {path for path in (self.path, *(sample.path for sample in self.samples.values())) if path}

    @property
    def methods(self) -> set[str]:
        """The documented methods; a page without operations can be read."""
        return {*self.samples} or {"GET"}

    def answers(self, method: str) -> bool:
        return method in self.methods

    def operation(self, method: str) -> Operation | None:
        """The table of an operation from the generated module."""
        module = sys.modules[load(self.link).__module__]
        found: Operation | None = getattr(module, f"_{method}", None)
        return found


class Catalogue:
    """All pages, by name and by address."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.pages = {name: _page(name, row) for name, row in data.items()}
        self._given: dict[str, str] = {}
        self._by_path: dict[tuple[str, ...], list[Page]] = {}
        self._priorities: dict[tuple[str, str], Priority] = {}
        for page in self.pages.values():
            for path in page.paths:
                self._by_path.setdefault(template(path), []).append(page)
            for key, priority in page.priorities.items():
                if key[1] == page.rel or key not in self._priorities:
                    self._priorities[key] = priority

    def at(self, path: str) -> list[Page]:
        """The pages of an address, which differ by revision or by query."""
        return self._by_path.get(template(path), [])

    def of(self, rel: str) -> Page:
        """The first revision of the resource with a rel."""
        return next(page for page in self.pages.values() if page.rel == rel and page.revision == 1)

    def role(self, name: str) -> Page | None:
        """The page of the resource with a role; None if the API has no such role."""
        rel = index().roles.get(name)
        return None if rel is None else self.of(rel)

    def alias(self, path: str, rel: str) -> None:
        """Register one more address of the pages of a rel."""
        self._by_path.setdefault(template(path), []).extend(page for page in self.pages.values() if page.rel == rel)

    def give(self, path: str, rel: str) -> None:
        """Give an address to a resource that no sample shows."""
        self._given[rel] = path
        self.alias(path, rel)

    def address_of(self, rel: str) -> str | None:
        """An address of a resource, as the samples have it; None if no sample shows one."""
        page = next((page for page in self.pages.values() if page.rel == rel and page.paths), None)
        return self._given.get(rel) if page is None else min(page.paths)

    def priority(self, kind: str, rel: str) -> Priority:
        """The priority of an event: from the page of its rel, or else from any other page."""
        return self._priorities.get((kind, rel), "high")

    @cached_property
    def rels(self) -> set[str]:
        """Every rel of the API: of its resources, its links and its events."""
        return {*index().states, *index().links, *(rel for _, rel in self._priorities)}

    @cached_property
    def home(self) -> Home:
        """Where the samples have their application."""
        page = self.role("application")
        return Home("" if page is None else next(_homes(page), ""))

    @cached_property
    def tagged(self) -> set[str]:
        """The rels of the resources whose samples have an entity tag in a header."""
        return {
            page.rel
            for page in self.pages.values()
            if not page.represents and any("etag" in sample.headers for sample in page.samples.values())
        }

    @cached_property
    def has_entity_tags(self) -> bool:
        """Whether a documented message has an entity tag, in a header or in a body."""
        samples = [sample for page in self.pages.values() for sample in page.samples.values()]
        return any("etag" in sample.headers or '"etag"' in sample.text for sample in samples)

    @cached_property
    def position(self) -> str:
        """The query parameter that numbers the pages of the event channel, as its sample calls it."""
        page = self.role("events")
        query = page.samples["GET"].query if page and "GET" in page.samples else {}
        return next((name for name, value in query.items() if value.isdecimal()), "ack")

    def body_of(self, state: str) -> Sample | None:
        """The sample that shows a state class."""
        pages = (page for page in self.pages.values() if page.state == state and not page.represents)
        return next((page.samples["GET"] for page in pages if "GET" in page.samples), None)


def _homes(page: Page) -> Iterator[str]:
    """Addresses of the application: the one at which it is read, then the others."""
    if "GET" in page.samples:
        yield page.samples["GET"].path
    yield from sorted(page.paths)


@cache
def catalogue() -> Catalogue:
    """The catalogue of this package."""
    text = files(__name__.rsplit(".", 2)[0]).joinpath("samples.json").read_text(encoding="utf-8")
    return Catalogue(json.loads(text))


def _page(name: str, row: dict[str, Any]) -> Page:
    samples = {method: _sample(found) for method, found in row["operations"].items()}
    priorities = {(kind, rel): one for kind, found in row["events"].items() for rel, one in found.items()}
    return Page(
        name,
        row["rel"],
        row["revision"],
        row["link"],
        row["state"],
        row["represents"],
        priorities,
        row.get("path", ""),
        samples,
    )


def _sample(row: dict[str, Any]) -> Sample:
    body = row.get("body")
    text = "" if body is None else json.dumps(body) if not isinstance(body, str) else body
    return Sample(
        row.get("path", ""),
        row.get("query", {}),
        row.get("status", 200),
        row.get("headers", {}),
        text,
        isinstance(body, dict),
    )
