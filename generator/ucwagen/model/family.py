"""Which page revises or represents which: every page has at most one parent, and no page is its own ancestor."""

from __future__ import annotations

from collections.abc import Mapping

from ucwagen.diagnostics import Collector, Span
from ucwagen.model.lookup import Words, find
from ucwagen.spec.types import ResourceSpec

Parents = Mapping[str, str | None]


def parents(specs: Mapping[str, ResourceSpec], faults: Collector) -> Parents:
    """The page that each one names as ``revises`` or ``represents``; None where it names none that has a spec."""
    found: dict[str, str | None] = {}
    for page in sorted(specs):
        _check_words(specs[page], faults)
        found[page] = _parent(page, specs, faults)
    for page in sorted(specs):
        circle = trail(page, found)
        if found[circle[-1]] == page:
            _report(circle, specs, faults)
            found[page] = None
    return found


def trail(page: str, known: Parents) -> list[str]:
    """The page, its parent, the parent of that, and so on, each once; the last one owns the state of all."""
    steps = [page]
    while (parent := known[steps[-1]]) is not None and parent not in steps:
        steps.append(parent)
    return steps


def _parent(page: str, specs: Mapping[str, ResourceSpec], faults: Collector) -> str | None:
    spec = specs[page]
    name = spec.revises or spec.represents
    if name is None or name == page:
        return name
    others = {other: specs[other] for other in specs if other != page}
    words = Words(f"`{_field(spec)}` names unknown resource", "write its spec first")
    return name if find(others, name, _place(spec), faults, words) else None


def _check_words(spec: ResourceSpec, faults: Collector) -> None:
    if spec.revises and spec.represents:
        message = "a resource either revises or represents another; remove one of the two"
        faults.error(spec.span("represents"), message, (spec.span("revises"), "the other one"))
    if spec.revision is not None and not spec.revises:
        message = "`revision` without `revises` says nothing; add `revises`, or remove it"
        faults.error(spec.span("revision"), message)
    if spec.revises and (spec.revision is None or spec.revision < 2):
        place = spec.span("revises" if spec.revision is None else "revision")
        faults.error(place, "a page that revises another needs its number; add `revision: 2` or higher")


def _report(circle: list[str], specs: Mapping[str, ResourceSpec], faults: Collector) -> None:
    first, *others = (specs[page] for page in circle)
    way = " → ".join(f"`{page}`" for page in [*circle, circle[0]])
    message = f"`{_field(first)}` leads back to its own page: {way}; break the circle"
    faults.error(_place(first), message, *((_place(spec), "a part of the circle") for spec in others))


def _field(spec: ResourceSpec) -> str:
    return "revises" if spec.revises else "represents"


def _place(spec: ResourceSpec) -> Span:
    return spec.span(_field(spec))
