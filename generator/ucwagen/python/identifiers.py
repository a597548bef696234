"""The linked API in, its names in Python out, by what bears each: for those who compare two versions of an API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Api, GivenName, Resource
from ucwagen.python.code.vocabulary import Vocabulary, vocabulary
from ucwagen.python.names import names
from ucwagen.python.names.names import STAND_IN, Style
from ucwagen.python.names.namespace import named

Key = tuple[str, ...]


def identifiers(api: Api, faults: Collector) -> Mapping[Key, str]:
    """Every name that a program can use, by its kind and the wire names that lead to it.

    ``("property", "note", "message")`` is the attribute of a state, ``("parameter", "note", "POST", "message")`` the
    keyword of a method.
    """
    known = vocabulary(api, faults)
    found: dict[Key, str] = {("package",): known.package, ("base error",): known.base_error}
    for resource in api.resources:
        found.update(_resource(resource, known))
    for enum in api.enums:
        found["enumeration", enum.name] = known.enums[enum.name]
        for member in enum.members:
            found["member", enum.name, member.name] = _name(
                member.name, member.given, known.styles.upper, names.MEMBERS
            )
    for (error, subcode), name in known.errors.items():
        found[("error with subcode", error, subcode) if subcode else ("error", error)] = name
    return found | {("subcode", subcode): name for subcode, name in known.subcodes.items()}


def _resource(resource: Resource, known: Vocabulary) -> Iterator[tuple[Key, str]]:
    page, own, snake = resource.ref.page, known.of(resource.ref), known.styles.snake
    yield ("module", page), own.module
    yield ("link class", page), own.link
    if resource.ref.has_state:
        yield ("state class", page), own.state
    if resource.links:
        yield ("links class", page), own.links
    if resource.embedded:
        yield ("embedded class", page), own.embedded
    for row in resource.properties:
        yield ("property", page, row.name), _name(row.name, row.given, snake, names.STATE)
    for kind, reserved, rows in (
        ("link", names.LINKS, resource.links),
        ("embedded resource", names.EMBEDDED, resource.embedded),
    ):
        for relation in rows:
            yield (kind, page, relation.rel), _name(relation.rel, relation.given, snake, reserved)
    for operation in resource.operations:
        for parameter in operation.parameters:
            key = ("parameter", page, operation.method, parameter.name)
            yield key, _name(parameter.name, parameter.given, snake, names.PARAMETERS)


def _name(wire: str, given: GivenName | None, style: Style, reserved: frozenset[str]) -> str:
    return named(wire, given, style, reserved) or STAND_IN
