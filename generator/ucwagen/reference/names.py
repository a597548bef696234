"""What the pages need to know of the whole API: Python names, the addresses of pages, and who leads where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ucwagen.model.types.api import Api, Enumeration, GivenName, Relation, Resource, ResourceRef
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.names import names
from ucwagen.python.names.namespace import named
from ucwagen.reference.text import Markdown, code, link, markup
from ucwagen.source.http import Example


@dataclass(frozen=True, slots=True)
class Way:
    """How one resource leads to another: by a link of its state, by a resource that it holds, or by an answer."""

    source: Resource
    target: ResourceRef | None
    rel: str
    summary: str
    link: Relation | None = None
    held: Relation | None = None
    method: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The API, its Python names, its documented messages by page, and the ways to each resource by page."""

    api: Api
    vocabulary: Vocabulary
    examples: Mapping[str, tuple[Example, ...]]
    ways: Mapping[str, tuple[Way, ...]]

    def attribute(self, wire: str, given: GivenName | None, reserved: frozenset[str]) -> str:
        """The Python name of a member of a state, or of a parameter."""
        return named(wire, given, self.vocabulary.styles.snake, reserved) or names.STAND_IN

    def variable(self, ref: ResourceRef) -> str:
        """What programs may call a state of the resource."""
        return self.vocabulary.of(ref.owner).module


def surroundings(api: Api, vocabulary: Vocabulary, examples: Mapping[str, tuple[Example, ...]]) -> Surroundings:
    """Everything that pages look up."""
    found: dict[str, list[Way]] = defaultdict(list)
    for way in (way for resource in api.resources for way in ways_from(resource)):
        if way.target is not None and way.target.page != way.source.ref.page:
            found[way.target.page].append(way)
    return Surroundings(api, vocabulary, examples, {page: tuple(ways) for page, ways in found.items()})


def ways_from(resource: Resource) -> Iterator[Way]:
    """Where a resource leads, apart from itself."""
    for row in resource.links:
        if row.rel != "self":
            yield Way(resource, row.target, row.rel, row.summary, link=row)
    for row in resource.embedded:
        yield Way(resource, row.target, row.rel, row.summary, held=row)
    for operation in resource.operations:
        given = operation.returns.resource
        if given is not None and given.owner.page != resource.ref.owner.page:
            yield Way(resource, given, given.rel, operation.summary, method=operation.method)


def title(ref: ResourceRef) -> str:
    """The rel of a resource, with the revision where it is a later one."""
    return f"{ref.rel} (revision {ref.revision})" if ref.revision > 1 else ref.rel


def resource_link(ref: ResourceRef, folder: str = "") -> Markdown:
    """A link to the page of a resource, from a page in the folder of resources."""
    return link(Markdown(f"<code>{markup(title(ref))}</code>"), f"{folder}{ref.page}.md")


def enum_link(enum: Enumeration, folder: str = "../enums/") -> Markdown:
    """A link to the page of an enumeration."""
    return link(code(enum.name), f"{folder}{enum.name}.md")
