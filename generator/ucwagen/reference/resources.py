"""A resource in, its page out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ucwagen.model.types.api import Event, Property, Resource, ResourceRef
from ucwagen.python.names import names
from ucwagen.reference.names import Surroundings, Way, resource_link, title, ways_from
from ucwagen.reference.operations import operation_part
from ucwagen.reference.picture import picture
from ucwagen.reference.samples import of_events
from ucwagen.reference.shortcuts import shortcuts
from ucwagen.reference.text import Markdown, code, link, plain, scalar, sentence
from ucwagen.reference.types import notes_of, type_of
from ucwagen.reference.views import Fact, Neighbour, ResourcePage, Row

TEMPLATE = "reference/resources/%resource%.md.jinja"
FOLDER = "resources"


def resource_page(resource: Resource, around: Surroundings) -> ResourcePage:
    """The page of a resource: where it is reached from, what it holds, where it leads, and what can be done with it."""
    ref = resource.ref
    came, goes = around.ways.get(ref.page, ()), tuple(ways_from(resource))
    properties = tuple(_property(row, around) for row in resource.properties)
    operations = tuple(operation_part(resource, row, around) for row in resource.operations)
    events = tuple(map(_event, resource.events))
    return ResourcePage(
        template=TEMPLATE,
        path=PurePosixPath(FOLDER, f"{ref.page}.md"),
        title=scalar(title(ref)),
        description=scalar(ref.summary),
        heading=plain(title(ref)),
        summary=Markdown(
            f"{sentence(ref.summary)}{' Deprecated: do not use it in new code.' if ref.deprecated else ''}"
        ),
        facts=tuple(_facts(resource, around)),
        picture=picture(ref, _distinct(way.source.ref for way in came), _distinct(way.target for way in goes)),
        sources=tuple(_source(way, around) for way in came),
        targets=tuple(_target(way, around) for way in goes),
        properties=properties,
        shortcuts=tuple(shortcuts(resource, around)),
        operations=operations,
        events=events,
        samples=tuple(of_events(around.examples.get(ref.page, ()))),
    )


def _distinct(refs: Iterable[ResourceRef | None]) -> list[ResourceRef]:
    return list({ref.page: ref for ref in refs if ref is not None}.values())


def _facts(resource: Resource, around: Surroundings) -> Iterator[Fact]:
    ref, own = resource.ref, around.vocabulary.of(resource.ref)
    classes = [own.state, own.link] if ref.has_state else [own.link]
    named = " and ".join(map(code, classes))
    yield Fact(Markdown("In Python"), Markdown(f"{named} of {code(f'{around.vocabulary.package}.resources')}"))
    if ref.represents:
        yield Fact(Markdown("State"), Markdown(f"that of {resource_link(ref.represents)}"))
    if ref.revises:
        yield Fact(Markdown("Revision of"), resource_link(ref.revises))
    if resource.scopes:
        yield Fact(Markdown("Scopes"), Markdown(", ".join(map(code, resource.scopes))))
    if ref.address:
        yield Fact(Markdown("Page of the vendor"), link(plain(ref.page), ref.address))


def _source(way: Way, around: Surroundings) -> Neighbour:
    return Neighbour(resource_link(way.source.ref), _means(way, around), sentence(way.source.ref.summary))


def _target(way: Way, around: Surroundings) -> Neighbour:
    leads = resource_link(way.target) if way.target else code(way.rel)
    return Neighbour(leads, _means(way, around), sentence(way.summary))


def _means(way: Way, around: Surroundings) -> Markdown:
    """How Python gets there: by a link, by a resource that the state holds, or by the answer of an operation."""
    row = way.link or way.held
    if row is None:
        return Markdown(f"answer of {code(way.method or '')}")
    reserved, space = (names.LINKS, "links") if way.link else (names.EMBEDDED, "embedded")
    path = f"{space}.{around.attribute(row.rel, row.given, reserved)}"
    return Markdown(f"{code(path)}{' (list)' if row.many else ''}{' (deprecated)' if row.deprecated else ''}")


def _property(row: Property, around: Surroundings) -> Row:
    name = code(around.attribute(row.name, row.given, names.STATE))
    return Row((code(row.name), name, type_of(row.type), notes_of(row), sentence(row.summary)))


def _event(row: Event) -> Row:
    return Row((code(row.type), code(row.resource), code(row.sender), plain(row.priority), sentence(row.summary)))
