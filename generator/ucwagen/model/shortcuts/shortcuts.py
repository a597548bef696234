"""Shortcuts of the specs come in, with linked resources; resources whose states have them go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector
from ucwagen.model.shortcuts.fills import Filler
from ucwagen.model.shortcuts.path import Path, PathFinder
from ucwagen.model.types.api import Resource, ResourceRef, Shortcut
from ucwagen.model.words.given import given_name
from ucwagen.model.words.lookup import ErrorText, find
from ucwagen.source.text import shown

if TYPE_CHECKING:
    from ucwagen.spec.shortcuts import ShortcutSpec, ShortcutsSpec

UNKNOWN = ErrorText("shortcuts of unknown resource", "name a page that has a spec")


def with_shortcuts(
    spec: ShortcutsSpec | None, resources: tuple[Resource, ...], faults: Collector
) -> tuple[Resource, ...]:
    """The same resources, those with shortcuts marked so. The resources have the tables of their states."""
    if spec is None:
        return resources
    known = {resource.ref.page: resource for resource in resources}
    found: dict[str, tuple[Shortcut, ...]] = {}
    for page, table in spec.shortcuts.items():
        state = find(known, page, spec.key_of("shortcuts", page), faults, UNKNOWN)
        if state and _has_state(state, spec, faults):
            found[page] = tuple(_shortcuts(table, state, known, faults))
    return tuple(replace(resource, shortcuts=found.get(resource.ref.page, ())) for resource in resources)


def _has_state(resource: Resource, spec: ShortcutsSpec, faults: Collector) -> bool:
    ref = resource.ref
    if ref.has_state:
        return True
    wrong = "has no state, and a shortcut is a method of one; put it on a resource that is read"
    if ref.owner is not ref:
        wrong = f"has the state of `{ref.owner.page}`; put its shortcuts there"
    faults.error(spec.key_of("shortcuts", ref.page), f"{shown(ref.page)} {wrong}")
    return False


def _shortcuts(
    table: Mapping[str, ShortcutSpec], state: Resource, known: Mapping[str, Resource], faults: Collector
) -> Iterator[Shortcut]:
    for name, row in table.items():
        path = PathFinder(row, known, faults).path(state)
        if path:
            _check_put(row, state.ref, path, faults)
            yield _shortcut(name, row, state, path, faults)


def _shortcut(name: str, row: ShortcutSpec, state: Resource, path: Path, faults: Collector) -> Shortcut:
    filler = Filler(row, {each.name: each for each in state.properties}, path.operation, faults)
    return Shortcut(
        name=name,
        summary=row.summary,
        embedded=path.embedded,
        reads=path.reads,
        link=path.link,
        operation=path.operation,
        positional=filler.positional(),
        content_type=filler.content_type(),
        fills=filler.fills(),
        given=given_name(row),
        span=row.key,
    )


def _check_put(row: ShortcutSpec, state: ResourceRef, path: Path, faults: Collector) -> None:
    """A PUT sends back the state that it changes, which must be the one at hand."""
    owner = path.target.ref.owner
    if path.operation.method != "PUT" or path.operation.content or not owner.has_state:
        return
    if path.reads or owner is not path.owner.ref:
        what = f"PUT sends back the state of `{owner.page}`, which this shortcut does not have"
        faults.error(row.span("operation"), f"{what}; {_other_way(row, state, owner)}")


def _other_way(row: ShortcutSpec, state: ResourceRef, owner: ResourceRef) -> str:
    """How such a shortcut has its state at hand."""
    if owner is state.owner and row.link == "self" and row.get:
        return "remove `get`: the shortcut starts at that state"
    return f"move it to `{owner.page}`, and say `link: self` there"
