"""Links of a response: for each relation the operations of its target. The address itself stands in the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ucwagen.model.types.api import Gives, ResourceRef
from ucwagen.oas.addresses.endpoints import Endpoint
from ucwagen.oas.operations.scene import Scene
from ucwagen.oas.text.names import key

Json = dict[str, Any]
HREF = "x-href"
"""The runtime expression of the address, which takes precedence over the template of the operation."""


@dataclass(frozen=True, slots=True)
class Hop:
    """A relation of what an operation gives back. ``href`` is empty where there can be several addresses."""

    rel: str
    target: ResourceRef
    href: str
    summary: str


def state_links(endpoint: Endpoint, scene: Scene) -> Json:
    """The links of the states that an operation gives back."""
    hops = (
        Hop(row.rel, row.target, "" if row.many else f"$response.body#/_links/{_pointer(row.rel)}/href", row.summary)
        for ref in _states(endpoint)
        for row in scene.of(ref.owner).links
        if row.target is not None and row.rel != "self"
    )
    return _links(hops, endpoint, scene)


def location_links(endpoint: Endpoint, scene: Scene) -> Json:
    """The link in the header ``Location``."""
    given = (one.operation.returns for one in endpoint.served)
    targets = (row.resource for row in given if row.gives is Gives.LOCATION and row.resource is not None)
    hops = (Hop(ref.rel, ref, "$response.header.Location", ref.summary) for ref in targets)
    return _links(hops, endpoint, scene)


def _states(endpoint: Endpoint) -> Iterable[ResourceRef]:
    given = (one.operation.returns for one in endpoint.served)
    return dict.fromkeys(row.resource for row in given if row.resource is not None and row.gives is Gives.STATE)


def _pointer(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _links(hops: Iterable[Hop], source: Endpoint, scene: Scene) -> Json:
    """A link for each operation of each target."""
    return {
        key(f"{hop.rel}.{to.method.lower()}"): {
            "operationId": to.id,
            **dict(_parameters(source, to)),
            "description": hop.summary,
            **({HREF: hop.href} if hop.href else {}),
        }
        for hop in hops
        for to in scene.endpoints.get(hop.target.page, ())
    }


def _parameters(source: Endpoint, to: Endpoint) -> Iterator[tuple[str, Json]]:
    """The steps that both addresses share."""
    known = {row.name for row in source.route.parameters}
    found = {row.name: f"$request.path.{row.name}" for row in to.route.parameters if row.name in known}
    if found:
        yield "parameters", found
