"""Editions: each one that a spec names is listed in api.yaml."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from ucwagen.diagnostics import Collector, nearest
from ucwagen.source.text import shown
from ucwagen.spec.said import Said
from ucwagen.spec.specs import Specs

FIELDS = ("only", "edition")
PLAIN = frozenset({str, int, bool, type(None)})
"""Values that hold no specs."""


def check_editions(specs: Specs, faults: Collector) -> None:
    """A fault for each edition that api.yaml does not list."""
    known = specs.api.editions
    for spec in _walk([specs.errors, *specs.resources.values(), *specs.enums.values()]):
        for field in FIELDS:
            _check(spec, field, known, faults)


def _check(spec: Said, field: str, known: Collection[str], faults: Collector) -> None:
    name = getattr(spec, field, None)
    if name is None or name in known:
        return
    listed = f"; the editions in api.yaml are {', '.join(known)}" if known else "; add it to `editions` in api.yaml"
    faults.error(spec.span(field), f"unknown edition {shown(name)}{nearest(name, known) or listed}")


def _walk(values: Iterable[object]) -> Iterator[Said]:
    """Every spec in the values and below them."""
    left = list(values)
    while left:
        value = left.pop()
        if type(value) in PLAIN:
            continue
        if isinstance(value, Said):
            yield value
            left += [inner for inner in value.given().values() if type(inner) not in PLAIN]
        elif isinstance(value, tuple):
            left += value
        elif isinstance(value, Mapping):
            left += value.values()
