"""The linked API in, its names in Python out, by what bears each: for those who compare two versions of an API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Api, Resource
from ucwagen.python.code.vocabulary import Vocabulary, vocabulary
from ucwagen.python.names import names
from ucwagen.python.names.namespace import Namespace

Key = tuple[str, ...]


def identifiers(api: Api, faults: Collector) -> Mapping[Key, str]:
    """Every name that a program can use, by its kind and the wire names that lead to it.

    ``("property", "note", "message")`` is the attribute of a state, ``("parameter", "note", "POST", "message")`` the
    keyword of a method. Names that cannot be, and two that are the same, are faults as in a build.
    """
    known = vocabulary(api, faults)
    found: dict[Key, str] = {("package",): known.package, ("base error",): known.base_error}
    for resource in api.resources:
        found.update(_resource(resource, known, faults))
    for enum in api.enums:
        space = Namespace(known.styles.upper, faults, names.MEMBERS)
        found["enumeration", enum.name] = known.enums[enum.name]
        found.update(
            (("member", enum.name, row.name), space.add("member", row.name, row.span, row.given))
            for row in enum.members
        )
    for (error, subcode), name in known.errors.items():
        found[("error with subcode", error, subcode) if subcode else ("error", error)] = name
    return found | {("subcode", subcode): name for subcode, name in known.subcodes.items()}


def _resource(resource: Resource, known: Vocabulary, faults: Collector) -> Iterator[tuple[Key, str]]:
    page, own = resource.ref.page, known.of(resource.ref)
    yield ("module", page), own.module
    yield ("link class", page), own.link
    if resource.ref.has_state:
        yield ("state class", page), own.state
    if resource.links:
        yield ("links class", page), own.links
    if resource.embedded:
        yield ("embedded class", page), own.embedded
    space = Namespace(known.styles.snake, faults, names.STATE)
    for row in resource.properties:
        yield ("property", page, row.name), space.add("property", row.name, row.span, row.given)
    for shortcut in resource.shortcuts:
        yield ("shortcut", page, shortcut.name), space.add("shortcut", shortcut.name, shortcut.span, shortcut.given)
    yield from _relations("link", resource, Namespace(known.styles.snake, faults, names.LINKS))
    yield from _relations("embedded resource", resource, Namespace(known.styles.snake, faults, names.EMBEDDED))
    for operation in resource.operations:
        space = Namespace(known.styles.snake, faults, names.PARAMETERS)
        for parameter in operation.parameters:
            name = space.add("parameter", parameter.name, parameter.span, parameter.given)
            yield ("parameter", page, operation.method, parameter.name), name


def _relations(what: str, resource: Resource, space: Namespace) -> Iterator[tuple[Key, str]]:
    rows = resource.links if what == "link" else resource.embedded
    return (((what, resource.ref.page, row.rel), space.add(what, row.rel, row.span, row.given)) for row in rows)
