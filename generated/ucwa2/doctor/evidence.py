"""What was seen of the API: which documented things came, and what specs could learn. No data is kept, only names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._runtime.base.errors import DecodeError
from .._runtime.base.registry import index
from .._runtime.states.state import State
from . import shapes
from .differences import Difference, inside
from .facts import facts


class Evidence:
    """What all answers show."""

    def __init__(self) -> None:
        self._due: dict[str, set[str]] = {}
        self._came: dict[str, set[str]] = {}
        self._reached: set[str] = set()
        self._resources: dict[str, dict[str, dict[str, Any]]] = {}
        self._enumerations: dict[str, set[str]] = {}

    def reached(self, rel: str) -> None:
        """Note that a resource was read."""
        self._reached.add(rel)

    def add(self, state: State) -> None:
        """Note what a state has, and what is embedded in it."""
        rel = state._rel
        if rel is not None:
            self._reached.add(rel)
            self._due.setdefault(rel, set()).update(_documented(state))
            self._came.setdefault(rel, set()).update(_present(state))
        for key in _embedded(state):
            for inner in inside(state, key):
                self.add(inner)

    def propose(self, found: Difference) -> None:
        """Note what a spec could say of a difference."""
        path, page = found.proposal.get("enumeration"), facts().pages.get(found.resource)
        if path is not None:
            name = facts().enumerations.get(path)
            if name is not None:
                self._enumerations.setdefault(name, set()).add(found.proposal["value"])
        elif found.proposal and page is not None and shapes.is_word(found.name):
            table = self._resources.setdefault(page, {}).setdefault(found.kind, {})
            known = table.get(found.name)
            is_same = known is None or known == found.proposal
            unclear = {"type": "string"} if not is_same and "type" in found.proposal else {}
            table[found.name] = {**found.proposal, **unclear}

    def never(self) -> dict[str, list[str]]:
        """Documented things of resources that came, which never came, by rel."""
        missing = {rel: sorted(due - self._came[rel]) for rel, due in sorted(self._due.items())}
        return {rel: names for rel, names in missing.items() if names}

    def unreached(self) -> list[str]:
        """Rels of documented resources that no link led to."""
        return sorted(index().states.keys() - self._reached)

    def as_data(self) -> dict[str, Any]:
        """The proposals in JSON form: by page of a resource, and by enumeration."""
        names = {"property": "properties", "link": "links", "embedded": "embedded"}
        resources = {
            page: {names[kind]: dict(sorted(rows.items())) for kind, rows in sorted(tables.items()) if kind in names}
            for page, tables in sorted(self._resources.items())
        }
        enumerations = {name: sorted(values) for name, values in sorted(self._enumerations.items())}
        return {"resources": resources, "enumerations": enumerations}


def _documented(state: State) -> Iterator[str]:
    yield from (name for name, row in state._properties.items() if row.since == 1)
    yield from (f"link {rel}" for rel, row in state._links_class._table.items() if row.since == 1)
    yield from (f"embedded {key}" for key, row in state._embedded_class._table.items() if row.since == 1)


def _present(state: State) -> Iterator[str]:
    yield from state
    rels = _names(state, "_rels")
    yield from rels  # properties that are data stand among the links
    yield from (f"link {rel}" for rel in rels)
    yield from (f"embedded {key}" for key in _embedded(state))


def _embedded(state: State) -> list[str]:
    return _names(state, "_keys")


def _names(state: State, reader: str) -> list[str]:
    try:
        return [*getattr(state, reader)()]
    except DecodeError:
        return []
