"""What the pieces of an operation look up in the rest of the API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ucwagen.model.types.api import Api, Resource, ResourceRef
from ucwagen.oas.addresses.endpoints import Endpoint
from ucwagen.oas.addresses.routes import Examples
from ucwagen.oas.schemas.states import rels
from ucwagen.oas.schemas.variants import Rels
from ucwagen.oas.text.names import Names
from ucwagen.source.http import split


@dataclass(frozen=True, slots=True)
class Scene:
    """The API, its names and messages, its resources by page, and all operations."""

    api: Api
    names: Names
    examples: Examples
    resources: Mapping[str, Resource]
    endpoints: Mapping[str, tuple[Endpoint, ...]]
    """The operations of each resource, by page."""
    rels: Rels
    has_entity_tags: bool
    """Whether a documented PUT names the entity tag that it changes."""

    @property
    def has_xml(self) -> bool:
        return self.api.xml is not None

    def of(self, ref: ResourceRef) -> Resource:
        return self.resources[ref.page]


def scene(api: Api, names: Names, examples: Examples, endpoints: tuple[Endpoint, ...]) -> Scene:
    """The scene of all operations."""
    found: dict[str, list[Endpoint]] = {}
    for endpoint in endpoints:
        for one in endpoint.served:
            found.setdefault(one.resource.ref.page, []).append(endpoint)
    resources = {resource.ref.page: resource for resource in api.resources}
    known = {page: tuple(rows) for page, rows in found.items()}
    return Scene(api, names, examples, resources, known, rels(api.resources), _has_tags(examples))


def _has_tags(examples: Examples) -> bool:
    sent = (one for page in examples.values() for one in page if one.method == "PUT" and one.direction == "request")
    return any(name.lower() == "if-match" for one in sent for name, _ in split(one.text).headers)
