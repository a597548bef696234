"""First pass over the resources: a reference to each, so that the order of files does not matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from ucwagen.diagnostics import Collector
from ucwagen.model.resources.family import parents, trail
from ucwagen.model.types.api import Gives, ResourceRef
from ucwagen.model.words.given import given_name
from ucwagen.source.text import shown
from ucwagen.spec.words import NONE

if TYPE_CHECKING:
    from ucwagen.spec.api import ApiSpec
    from ucwagen.spec.types import ResourceSpec

PAGE = "{page}"
"""The placeholder for the name of a page in the address of the reference."""
RESERVED = (NONE, Gives.DOCUMENT.value, Gives.HEADERS.value)
"""ErrorText of ``to`` and ``returns`` that are no resource."""
EVENTS: Final = "events"
"""The role whose representation is an answer of the event channel."""


def refs(specs: Mapping[str, ResourceSpec], api: ApiSpec, faults: Collector) -> dict[str, ResourceRef]:
    """A reference to every resource, by page, sorted."""
    _check_pages(specs, faults)
    known = parents(specs, faults)
    stateful = {trail(page, known)[-1] for page in _with_representation(specs, api.roles.get(EVENTS))}
    made: dict[str, ResourceRef] = {}
    for page in sorted(specs, key=lambda page: len(trail(page, known))):
        parent = made.get(known[page] or "")
        made[page] = _head(page, specs[page], parent, api.reference, page in stateful)
    return dict(sorted(made.items()))


def _head(page: str, spec: ResourceSpec, parent: ResourceRef | None, reference: str, stateful: bool) -> ResourceRef:
    return ResourceRef(
        page=page,
        rel=spec.rel,
        address=address(spec.page, reference),
        summary=spec.summary,
        revision=spec.revision or 1,
        revises=parent if spec.revises else None,
        represents=None if spec.revises else parent,
        aliases=spec.aliases,
        has_state=stateful and parent is None,
        deprecated=spec.deprecated,
        given=given_name(spec),
        span=spec.span("rel"),
    )


def address(page: str, reference: str) -> str | None:
    """The address of a reference page, where there is one."""
    return None if page == NONE else reference.replace(PAGE, page)


def _check_pages(specs: Mapping[str, ResourceSpec], faults: Collector) -> None:
    seen: dict[str, ResourceSpec] = {}
    for page, spec in sorted(specs.items()):
        if page in RESERVED:
            message = f"`{page}` is a word of the format and cannot be a page; rename the file"
            faults.error(spec.span("rel"), message)
        first = seen.setdefault(spec.page.casefold(), spec)
        if first is not spec and spec.page != NONE:
            message = f"page {shown(spec.page)} belongs to another resource; mend it, or write `none`"
            faults.error(spec.span("page"), message, (first.span("page"), "the other one"))


def _with_representation(specs: Mapping[str, ResourceSpec], events: str | None) -> Iterator[str]:
    """Pages that have something to represent, are given back by an operation, or are embedded somewhere."""
    for page, spec in specs.items():
        if spec.properties or spec.links or spec.embedded:
            yield page
        given = {operation.returns for operation in spec.operations.values()} - {events}
        inside = {row.to or rel for rel, row in spec.embedded.items()}
        yield from (given | inside) & specs.keys()
