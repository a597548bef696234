"""An operation in, the Python that calls it out: with the values of a documented request, by the link of a state."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.model.types.api import Gives, Operation, Relation, Resource, ResourceRef, Returns
from ucwagen.python.names import names
from ucwagen.python.text.literals import literal
from ucwagen.reference.arguments import address_of, request_of, wire_values
from ucwagen.reference.names import Surroundings, resource_link
from ucwagen.reference.text import Markdown, code, fence
from ucwagen.reference.values import expression, placeholder
from ucwagen.reference.views import CallView
from ucwagen.source import http

WIDTH = 88
OWN_FIRST = ("DELETE", "PATCH", "PUT")
"""Methods that programs call on a state which they have read."""
OTHERWISE = {
    Gives.HEADERS: "the headers of the answer",
    Gives.DOCUMENT: "a document",
    Gives.EVENTS: "a page of events",
}


def call_view(resource: Resource, operation: Operation, around: Surroundings) -> CallView:
    """The block of Python, and what sending the call gives."""
    source = "\n".join(_lines(resource, operation, around))
    return CallView(fence("python", source), _gives(operation.returns, around))


def _lines(resource: Resource, operation: Operation, around: Surroundings) -> Iterator[str]:
    imports: set[str] = set()
    example = request_of(operation, around.examples.get(resource.ref.page, ()))
    door = _door(resource, operation, example, around, imports)
    given = list(_arguments(resource, operation, example, around, imports))
    if imports:
        yield from (*sorted(imports), "")
    if operation.content:
        yield "# content: the text of the body below"
    yield from wrapped(f"call = {door}.{operation.method.lower()}", given)
    yield "client.send(call)" if operation.returns.gives is Gives.NOTHING else "answer = client.send(call)"


def wrapped(head: str, given: list[str], end: str = "") -> Iterator[str]:
    """The lines of a call, or of a signature that has ``end``."""
    line = f"{head}({', '.join(given)}){end}"
    if len(line) <= WIDTH or not given:
        yield line
    else:
        yield from (f"{head}(", *(f"    {one}," for one in given), f"){end}")


def _door(
    resource: Resource, operation: Operation, example: http.Example | None, around: Surroundings, imports: set[str]
) -> str:
    """The link through which the operation is called: of a state that leads here, or of the resource's own state."""
    ways = _ways(resource.ref, around)
    own = list(_own(resource, around))
    found = [*own, *ways] if operation.method in OWN_FIRST else [*ways, *own]
    if found:
        return found[0]
    link = around.vocabulary.of(resource.ref).link
    imports.add(f"from {around.vocabulary.package}.resources import {link}")
    address = address_of(operation, http.split(example.text)) if example else "/"
    return f"{link}({literal(address)})"


def _ways(ref: ResourceRef, around: Surroundings) -> list[str]:
    """The links of other states that lead here, those in lists last."""
    ways = around.ways.get(ref.page, ())
    found = [(way.link.many, _through(way.source, way.link, around)) for way in ways if way.link]
    return [link for _, link in sorted(found, key=lambda pair: pair[0])]


def _through(source: Resource, row: Relation, around: Surroundings) -> str:
    name = around.attribute(row.rel, row.given, names.LINKS)
    return f"{around.variable(source.ref)}.links.{name}{'[0]' if row.many else ''}"


def _own(resource: Resource, around: Surroundings) -> Iterator[str]:
    if resource.ref.has_state and any(row.rel == "self" for row in resource.links):
        name = around.attribute("self", None, names.LINKS)
        yield f"{around.variable(resource.ref)}.links.{name}"


def _arguments(
    resource: Resource, operation: Operation, example: http.Example | None, around: Surroundings, imports: set[str]
) -> Iterator[str]:
    if operation.method == "PUT" and resource.ref.owner.has_state and not operation.content:
        yield around.variable(resource.ref)
    if operation.content:
        yield from ("content", f"content_type={literal(operation.content[0])}")
    wire = wire_values(operation, example) if example else {}
    for row in sorted(operation.parameters, key=lambda row: not operation.asks_for(row)):
        found = expression(row.type, wire[row.name], around.vocabulary.package, imports) if row.name in wire else None
        if found or operation.asks_for(row):
            name = around.attribute(row.name, row.given, names.PARAMETERS)
            yield f"{name}={found or placeholder(row.type)}"


def _gives(returns: Returns, around: Surroundings) -> Markdown:
    match returns:
        case Returns(Gives.STATE, resource) if resource:
            state = code(around.vocabulary.of(resource.owner).state)
            return Markdown(f"`client.send` returns a {state}: the state of {resource_link(resource)}.")
        case Returns(Gives.LOCATION, resource) if resource:
            return Markdown(f"`client.send` returns a link to {resource_link(resource)}.")
        case Returns(Gives.CONTENT):
            return Markdown(f"`client.send` returns the content, {code(returns.media_type or '')}.")
    return Markdown(f"`client.send` returns {OTHERWISE.get(returns.gives, 'nothing')}.")
