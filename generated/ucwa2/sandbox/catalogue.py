"""The documented resources: which of them an address belongs to, and what it is documented to answer."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from .._runtime.base.registry import load
from .._runtime.calls.operations import Operation

APPLICATION = "/ucwa/v1/applications/192"
"""The application of the documented samples."""

Priority = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Sample:
    """The documented answer of an operation."""

    path: str
    query: dict[str, str]
    status: int
    headers: dict[str, str]
    text: str
    """The body as JSON text; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Page:
    """A documented resource."""

    name: str
    rel: str
    revision: int
    link: str
    state: str | None
    represents: bool
    """Whether it is another name of a resource that has a page of its own."""
    priorities: dict[tuple[str, str], Priority]
    """How urgent its events are, by their type and the rel that they tell of."""
    path: str
    """Where the links of samples lead, for a page that shows no request."""
    samples: dict[str, Sample]

    @property
    def paths(self) -> set[str]:
        """All addresses that it is shown at."""
        return {path for path in (self.path, *(sample.path for sample in self.samples.values())) if path}

    @property
    def methods(self) -> set[str]:
        """What can be done with it; what has no documented operation can be read."""
        return {*self.samples} or {"GET"}

    def answers(self, method: str) -> bool:
        return method in self.methods

    def operation(self, method: str) -> Operation | None:
        """The table of an operation, which the generated module holds."""
        module = sys.modules[load(self.link).__module__]
        found: Operation | None = getattr(module, f"_{method}", None)
        return found


class Catalogue:
    """All pages, by name and by address."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.pages = {name: _page(name, row) for name, row in data.items()}
        self._by_path: dict[tuple[str, ...], list[Page]] = {}
        self._priorities: dict[tuple[str, str], Priority] = {}
        for page in self.pages.values():
            for path in page.paths:
                self._by_path.setdefault(template(path), []).append(page)
            for key, priority in page.priorities.items():
                if key[1] == page.rel or key not in self._priorities:
                    self._priorities[key] = priority

    def at(self, path: str) -> list[Page]:
        """The pages of an address, which differ by revision or by what they are request for."""
        return self._by_path.get(template(path), [])

    def of(self, rel: str) -> Page:
        """The first revision of what a rel names."""
        return next(page for page in self.pages.values() if page.rel == rel and page.revision == 1)

    def alias(self, path: str, rel: str) -> None:
        """Let another address, as that of one thing among many, lead to the pages of a rel."""
        self._by_path.setdefault(template(path), []).extend(page for page in self.pages.values() if page.rel == rel)

    def priority(self, kind: str, rel: str) -> Priority:
        """How urgent an event is: as the page of what it tells of says, or any other page."""
        return self._priorities.get((kind, rel), "high")


@cache
def catalogue() -> Catalogue:
    """The catalogue of this package."""
    text = files(__name__.rpartition(".")[0]).joinpath("samples.json").read_text(encoding="utf-8")
    return Catalogue(json.loads(text))


def template(path: str) -> tuple[str, ...]:
    """The steps of an address, with a star for each that identifies one thing among many."""
    return tuple(
        "*" if step.isdigit() or "@" in step or step.lower() == "appid" else step.lower() for step in path.split("/")
    )


def moved(text: str, there: str, here: str) -> str:
    """A sample's text as it is at another address of the same template."""
    old, new = there.split("/"), here.split("/")
    for at, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            text = text.replace(
                "/".join(["", *old[max(1, at - 1) : at + 1]]), "/".join(["", *new[max(1, at - 1) : at + 1]])
            )
    return text


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
    return Sample(row.get("path", ""), row.get("query", {}), row.get("status", 200), row.get("headers", {}), text)
