"""Which page revises or represents which: every page has at most one parent, and no page is its own ancestor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector, Span
from ucwagen.model.words.lookup import ErrorText, find

if TYPE_CHECKING:
    from ucwagen.spec.types import ResourceSpec

Parents = Mapping[str, str | None]

LONGEST = 50
"""How many pages may follow one another, each naming the next."""
SHOWN = 5
"""How many pages of a long circle are named."""


def parents(specs: Mapping[str, ResourceSpec], faults: Collector) -> Parents:
    """The page that each one names as ``revises`` or ``represents``; None where it names none that has a spec."""
    found: dict[str, str | None] = {}
    for page in sorted(specs):
        _check_words(specs[page], faults)
        found[page] = _parent(page, specs, faults)
    for circle in list(_circles(found)):
        _report(circle, specs, faults)
        found[circle[0]] = None
    for page, steps in _distances(found).items():
        if steps == LONGEST:
            message = f"`{_field(specs[page])}` leads through {LONGEST} pages; name the first of them"
            faults.error(_place(specs[page]), message)
        found[page] = None if steps and steps % LONGEST == 0 else found[page]
    return found


def trail(page: str, known: Parents) -> list[str]:
    """The page, its parent, the parent of that, and so on, each once; the last one owns the state of all."""
    steps = [page]
    while (parent := known[steps[-1]]) is not None and parent not in steps:
        steps.append(parent)
    return steps


def _circles(known: Parents) -> Iterator[list[str]]:
    """Pages that lead back to themselves, each circle from its first page by name, in linear time."""
    done: set[str] = set()
    for start in sorted(known):
        steps: dict[str, None] = {}
        page: str | None = start
        while page is not None and page not in done and page not in steps:
            steps[page] = None
            page = known[page]
        if page in steps:
            circle = list(steps)[list(steps).index(page) :]
            first = circle.index(min(circle))
            yield [*circle[first:], *circle[:first]]
        done |= steps.keys()


def _distances(known: Parents) -> dict[str, int]:
    """How many pages each one leads through; there are no circles any more."""
    found: dict[str, int] = {}
    for start in known:
        steps: list[str] = []
        page: str | None = start
        while page is not None and page not in found:
            steps.append(page)
            page = known[page]
        before = -1 if page is None else found[page]
        found |= {step: before + place for place, step in enumerate(reversed(steps), 1)}
    return found


def _parent(page: str, specs: Mapping[str, ResourceSpec], faults: Collector) -> str | None:
    spec = specs[page]
    name = spec.revises or spec.represents
    if name is None or name in specs:
        return name
    others = {other: specs[other] for other in specs if other != page}
    text = ErrorText(f"`{_field(spec)}` names unknown resource", "write its spec first")
    return name if find(others, name, _place(spec), faults, text) else None


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
    named = [f"`{page}`" for page in circle]
    middle = ["…"] if len(named) > SHOWN + 1 else named[SHOWN:]
    way = " → ".join([*named[:SHOWN], *middle, named[0]])
    message = f"`{_field(first)}` leads back to its own page: {way}; break the circle"
    faults.error(_place(first), message, *((_place(spec), "a part of the circle") for spec in others[:SHOWN]))


def _field(spec: ResourceSpec) -> str:
    return "revises" if spec.revises else "represents"


def _place(spec: ResourceSpec) -> Span:
    return spec.span(_field(spec))
