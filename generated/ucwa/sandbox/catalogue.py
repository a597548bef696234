"""The documented resources: which of them an address belongs to, and what it is documented to answer."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from .._runtime.operations import Operation
from .._runtime.registry import load

APPLICATION = "/ucwa/v1/applications/192"
"""The application of the documented samples."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The documented answer of an operation."""

    path: str
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
    samples: dict[str, Sample]

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
        for page in self.pages.values():
            for path in {sample.path for sample in page.samples.values() if sample.path}:
                self._by_path.setdefault(template(path), []).append(page)

    def at(self, path: str) -> list[Page]:
        """The pages of an address, which differ by revision or by what they are asked for."""
        return self._by_path.get(template(path), [])

    def of(self, rel: str) -> Page:
        """The first revision of what a rel names."""
        return next(page for page in self.pages.values() if page.rel == rel and page.revision == 1)

    def alias(self, path: str, rel: str) -> None:
        """Let another address, as that of one thing among many, lead to the pages of a rel."""
        self._by_path.setdefault(template(path), []).extend(page for page in self.pages.values() if page.rel == rel)


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
    return Page(name, row["rel"], row["revision"], row["link"], row["state"], samples)


def _sample(row: dict[str, Any]) -> Sample:
    body = row.get("body")
    text = "" if body is None else json.dumps(body) if not isinstance(body, str) else body
    return Sample(row.get("path", ""), row.get("status", 200), row.get("headers", {}), text)
