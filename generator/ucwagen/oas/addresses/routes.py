"""The API and its documented messages in, the template of the address of each operation out.

Addresses of this kind of API stand in links. A step of a documented address that names one thing among many becomes
a parameter; the others stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from ucwagen.model.types.api import Api, Resource
from ucwagen.oas.text.names import camel
from ucwagen.source import http
from ucwagen.source.addresses import base_url, find_hrefs, is_one_of_many, rebase, requested
from ucwagen.source.depth import load_json
from ucwagen.source.http import Example

Examples = Mapping[str, Iterable[Example]]
"""The documented messages by the name of their page."""
Key = tuple[str, ...]
"""The steps of an address, with a star for each that varies."""


@dataclass(frozen=True, slots=True)
class PathParameter:
    """A variable step of an address, with its value in a documented message."""

    name: str
    example: str


@dataclass(frozen=True, slots=True)
class Route:
    """The template of an address. ``shown`` tells whether a documented message has such an address."""

    path: str
    parameters: tuple[PathParameter, ...]
    shown: bool


def routes(api: Api, examples: Examples) -> dict[tuple[str, str], Route]:
    """The route of each operation, by the page of its resource and its method."""
    found = dict(_addresses(api, examples))
    places: dict[Key, list[Resource]] = {}
    for resource in api.resources:
        for address in {found[key][0] for key in _operations(resource) if key in found}:
            places.setdefault(_key(address), []).append(resource)
    return {key: _route(address, places, shown) for key, (address, shown) in found.items()}


def _operations(resource: Resource) -> Iterator[tuple[str, str]]:
    return ((resource.ref.page, operation.method) for operation in resource.operations)


def _addresses(api: Api, examples: Examples) -> Iterator[tuple[tuple[str, str], tuple[str, bool]]]:
    """For each operation its address, and whether a message shows it.

    In an API without documented requests an address follows from the rel; elsewhere an operation that no message shows
    has none.
    """
    asked = {resource.ref.page: _asked(examples.get(resource.ref.page, ())) for resource in api.resources}
    home = _home(api, asked)
    asked = {page: {method: _moved(address, home) for method, address in row.items()} for page, row in asked.items()}
    linked = find_hrefs((_moved(place, home), body) for place, body in _bodies(examples))
    entry = urljoin("/", api.entry.path).rstrip("/")
    guesses = not any(asked.values())
    for resource in api.resources:
        known, rel = asked[resource.ref.page], resource.ref.rel
        other = next(iter(known.values()), None) or _moved(linked.get(rel, ""), home)
        is_entry = resource.ref == api.entry.resource
        guess = (entry or "/") if is_entry else f"{entry}/{rel}"
        for operation in resource.operations:
            address = known.get(operation.method) or other
            if address or guesses:
                yield (resource.ref.page, operation.method), (address or guess, bool(address))


def _asked(examples: Iterable[Example]) -> dict[str, str]:
    """The path of the documented request of each method: of the plain one in JSON, where there is one."""
    requests = [one for one in examples if one.direction == "request" and not one.edition]
    ordered = sorted(requests, key=lambda one: (bool(one.words), one.format != "json"))
    found: dict[str, str] = {}
    for one in ordered:
        found.setdefault(one.method, urlsplit(requested(http.split(one.text))).path)
    return {method: path for method, path in found.items() if path}


def _home(api: Api, asked: Mapping[str, Mapping[str, str]]) -> str:
    """The address of the application of the samples; empty in an API without applications."""
    ref = dict(api.roles).get("application")
    return asked[ref.page].get("GET", "") if ref else ""


def _moved(address: str, home: str) -> str:
    """The address in the one application."""
    base = base_url(home)
    return str(rebase(address, base)) if base else address


def _bodies(examples: Examples) -> Iterator[tuple[str, object]]:
    """The documented JSON bodies, each with the address at which it stands."""
    for page in sorted(examples):
        rows = [one for one in examples[page] if one.format == "json" and not one.edition]
        asked = _asked(rows)
        for one in rows:
            body = _json(http.split(one.text).body) if one.direction == "response" else None
            if body is not None:
                yield asked.get(one.method, ""), body


def _json(text: str) -> object | None:
    try:
        return load_json(text) if text.strip() else None
    except ValueError:
        return None


def _key(address: str) -> Key:
    return tuple("*" if is_one_of_many(step) else step.lower() for step in address.split("/"))


def _route(address: str, places: Mapping[Key, list[Resource]], shown: bool) -> Route:
    steps, parameters = address.split("/"), list[PathParameter]()
    template = []
    for at, step in enumerate(steps):
        if is_one_of_many(step):
            name = _unused(_name(steps[: at + 1], places), parameters)
            parameters.append(PathParameter(name, step))
            template.append(f"{{{name}}}")
        else:
            template.append(step.replace("{", "%7B").replace("}", "%7D"))
    path = "/".join(template)
    return Route(path if path.startswith("/") else f"/{path}", tuple(parameters), shown)


def _name(steps: list[str], places: Mapping[Key, list[Resource]]) -> str:
    """The rel of the one resource with that address, or else the step before."""
    there = places.get(_key("/".join(steps)), [])
    rels = {resource.ref.rel for resource in there if not resource.ref.represents}
    before = next((step for step in reversed(steps[:-1]) if step and not is_one_of_many(step)), "")
    return camel(f"{rels.pop() if len(rels) == 1 else before} id")


def _unused(name: str, parameters: list[PathParameter]) -> str:
    taken, number, found = {row.name for row in parameters}, 2, name
    while found in taken:
        found, number = f"{name}{number}", number + 1
    return found
