"""The pages of both editions as one reference: the newest page of each name, and rows that an older one has besides."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from ucwagen.capture.read.facts import OperationFact, PageFacts

EDITIONS: tuple[Literal["2022"], Literal["2016"]] = ("2022", "2016")
"""Newest first: it wins where they contradict each other."""

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class EditionRow(Generic[Fact]):
    """A fact, and the edition that alone has it though the newest has the page."""

    fact: Fact
    only: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """All pages by name and edition."""

    pages: Mapping[str, Mapping[str, PageFacts]]

    def newest(self, name: str) -> PageFacts:
        return self.in_order(name)[0]

    def in_order(self, name: str) -> tuple[PageFacts, ...]:
        """The page in its editions, newest first."""
        found = self.pages[name]
        return tuple(found[edition] for edition in EDITIONS if edition in found)

    def resources(self) -> tuple[str, ...]:
        return tuple(name for name in sorted(self.pages) if self.newest(name).kind == "resource")

    def enums(self) -> tuple[str, ...]:
        return tuple(name for name in sorted(self.pages) if self.newest(name).kind == "enum")

    def rows(
        self, name: str, table: Callable[[PageFacts], Iterable[Fact]], key: Callable[[Fact], Hashable]
    ) -> tuple[EditionRow[Fact], ...]:
        """The rows of a table in all editions, each once."""
        return union(((page.edition, table(page)) for page in self.in_order(name)), key)

    def methods(self, name: str) -> tuple[EditionRow[str], ...]:
        """The HTTP methods of the page."""
        return self.rows(name, lambda page: [operation.method for operation in page.operations], lambda method: method)

    def operations(self, name: str, method: str) -> tuple[tuple[str, OperationFact], ...]:
        """One operation in its editions, newest first."""
        return tuple(
            (page.edition, operation)
            for page in self.in_order(name)
            for operation in page.operations
            if operation.method == method
        )

    def all_operations(self) -> Iterator[tuple[str, OperationFact]]:
        """Every operation of every edition with the name of its page."""
        for name in sorted(self.pages):
            for page in self.in_order(name):
                yield from ((name, operation) for operation in page.operations)

    def spelled(self, rel: str) -> str | None:
        """The resource of this name, whatever the case of its letters."""
        return {name.casefold(): name for name in self.resources()}.get(rel.casefold())


def reference(pages: Iterable[PageFacts]) -> Reference:
    """The pages, grouped by name."""
    found: dict[str, dict[str, PageFacts]] = {}
    for page in pages:
        found.setdefault(page.name, {})[page.edition] = page
    return Reference(found)


def union(
    tables: Iterable[tuple[str, Iterable[Fact]]], key: Callable[[Fact], Hashable]
) -> tuple[EditionRow[Fact], ...]:
    """Rows of several editions, newest first; what a later table adds is its edition's alone."""
    found: dict[Hashable, EditionRow[Fact]] = {}
    for index, (edition, rows) in enumerate(tables):
        for fact in rows:
            found.setdefault(key(fact), EditionRow(fact, edition if index else None))
    return tuple(found.values())
