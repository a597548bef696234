"""Editions: each one that a spec names is listed in api.yaml."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from ucwagen.diagnostics import Collector, nearest
from ucwagen.source.text import shown
from ucwagen.spec.base import Spec
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


def _check(spec: Spec, field: str, known: Collection[str], faults: Collector) -> None:
    name = vars(spec).get(field)
    if name is None or name in known:
        return
    listed = f"; the editions in api.yaml are {', '.join(known)}" if known else "; add it to `editions` in api.yaml"
    faults.error(spec.span(field), f"unknown edition {shown(name)}{nearest(name, known) or listed}")


def _walk(values: Iterable[object]) -> Iterator[Spec]:
    """Every spec in the values and below them."""
    left = list(values)
    while left:
        value = left.pop()
        if type(value) in PLAIN:
            continue
        if isinstance(value, Spec):
            yield value
            left += vars(value).values()
        elif isinstance(value, tuple):
            left += value
        elif isinstance(value, Mapping):
            left += value.values()
