"""The path of a shortcut: from its state over embedded resources and links that are read to the link that it calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector, Span, nearest
from ucwagen.model.types.api import Gives, Operation, Relation, Resource
from ucwagen.model.words.lookup import ErrorText, find
from ucwagen.source.text import shown

if TYPE_CHECKING:
    from ucwagen.spec.shortcuts import ShortcutSpec

LINK, EMBEDDED = "link", "embedded resource"
ELSEWHERE = {
    EMBEDDED: "but a link of that name; say `get` or `link` in place of `embedded`",
    LINK: "but an embedded resource of that name; say `embedded`",
}
"""What to do where a name is that of the other kind."""


@dataclass(frozen=True, slots=True)
class Path:
    """The relations that lead to a link, the link, the resource whose state has it, its target and the operation."""

    embedded: tuple[Relation, ...]
    reads: tuple[Relation, ...]
    link: Relation
    owner: Resource
    target: Resource
    operation: Operation


@dataclass(frozen=True, slots=True)
class PathFinder:
    """Follows the path of one shortcut. The resources by page have the tables of their states."""

    spec: ShortcutSpec
    known: Mapping[str, Resource]
    faults: Collector

    def path(self, start: Resource) -> Path | None:
        """The path from a state; None, and a fault, where a step does not exist."""
        here: Resource | None = start
        embedded: list[Relation] = []
        reads: list[Relation] = []
        for index, key in enumerate(self.spec.embedded):
            here = here and self._step(EMBEDDED, here, key, self.spec.span("embedded", index), embedded)
        for index, rel in enumerate(self.spec.get):
            here = here and self._read(here, rel, self.spec.span("get", index), reads)
        found: list[Relation] = []
        target = here and self._target(here, self.spec.link, self.spec.span("link"), found)
        operation = target and self._operation(target)
        if not (here and target and operation):
            return None
        return Path(tuple(embedded), tuple(reads), found[0], here, target, operation)

    def _read(self, here: Resource, rel: str, span: Span, reads: list[Relation]) -> Resource | None:
        """The resource whose state the link gives; the link must have a GET that needs nothing of the caller."""
        target = self._target(here, rel, span, reads)
        if target is None:
            return None
        get = next((row for row in target.operations if row.method == "GET"), None)
        if get is None or get.returns.gives is not Gives.STATE or get.returns.resource is None:
            self.faults.error(span, f"`{rel}` has no GET that gives a state; name a link to a resource that has one")
            return None
        needed = [row.name for row in get.parameters if get.asks_for(row)]
        if needed:
            self.faults.error(span, f"the GET of `{rel}` needs `{needed[0]}`, which a shortcut does not send here")
        return self.known[get.returns.resource.owner.page]

    def _target(self, here: Resource, rel: str, span: Span, passed: list[Relation]) -> Resource | None:
        """The resource that a link leads to, which has the operations."""
        row = self._relation(LINK, here, rel, span)
        if row is None or row.target is None:
            return None
        passed.append(row)
        return self.known[row.target.page]

    def _step(self, what: str, here: Resource, key: str, span: Span, passed: list[Relation]) -> Resource | None:
        """The resource whose state is embedded."""
        row = self._relation(what, here, key, span)
        if row is None or row.target is None:
            return None
        passed.append(row)
        return self.known[row.target.owner.page]

    def _relation(self, what: str, here: Resource, name: str, span: Span) -> Relation | None:
        rows, others = (here.links, here.embedded) if what == LINK else (here.embedded, here.links)
        row = {row.rel: row for row in rows}.get(name)
        wrong = _unknown(what, name, here.ref.rel, rows, others) if row is None else _unusable(what, row, here.ref.rel)
        if wrong:
            self.faults.error(span, wrong)
            return None
        return row

    def _operation(self, target: Resource) -> Operation | None:
        known = {row.method: row for row in target.operations}
        listed = f"it has {', '.join(known)}" if known else "it has none"
        words = ErrorText(f"`{target.ref.page}` has no operation", listed)
        return find(known, self.spec.operation, self.spec.span("operation"), self.faults, words)


def _unknown(what: str, name: str, state: str, rows: Iterable[Relation], others: Iterable[Relation]) -> str:
    """That a state has no such relation, and which are near."""
    missing = f"`{state}` has no {what} {shown(name)}"
    if name in {row.rel for row in others}:
        return f"{missing}, {ELSEWHERE[what]}"
    known = [row.rel for row in rows]
    if name == "self":
        return f"{missing}, so that it has no address to call; add `self` to its links, or name another"
    return f"{missing}{nearest(name, known) or '; it has ' + (', '.join(known) or 'none')}"


def _unusable(what: str, row: Relation, state: str) -> str:
    """Why a relation leads to no single resource; nothing where it does."""
    if row.many:
        return f"`{state}` can have several {what}s `{row.rel}`, and a shortcut needs one; name another"
    return "" if row.target else f"{what} `{row.rel}` leads to no resource that has a spec; name another"
