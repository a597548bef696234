"""Operations grouped by address and method: resources that share an address are one operation of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ucwagen.model.types.api import Api, Operation, Resource, ResourceRef
from ucwagen.oas.addresses.routes import Route
from ucwagen.oas.text.names import camel, free, pascal


@dataclass(frozen=True, slots=True)
class Served:
    """An operation of a resource."""

    resource: Resource
    operation: Operation


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What one method does at one address. Of the resources there the first gives name and summary."""

    id: str
    route: Route
    method: str
    served: tuple[Served, ...]

    @property
    def first(self) -> Served:
        return self.served[0]

    @property
    def results(self) -> tuple[ResourceRef, ...]:
        """The resources whose state, or address, the operation gives back; each once."""
        given = (one.operation.returns.resource for one in self.served)
        return tuple(dict.fromkeys(ref for ref in given if ref is not None))


def endpoints(api: Api, routes: Mapping[tuple[str, str], Route]) -> tuple[Endpoint, ...]:
    """Every operation that has an address, by path and method."""
    groups: dict[tuple[str, str], list[Served]] = {}
    known: dict[str, Route] = {}
    for resource in api.resources:
        for operation in resource.operations:
            route = routes.get((resource.ref.page, operation.method))
            if route is None:
                continue
            route = known.setdefault(route.path.lower(), route)
            groups.setdefault((route.path, operation.method), []).append(Served(resource, operation))
    taken: set[str] = set()
    return tuple(_endpoint(known[place[0].lower()], groups[place], taken) for place in sorted(groups))


def _endpoint(route: Route, served: Iterable[Served], taken: set[str]) -> Endpoint:
    """The base resource comes before those that stand for it or revise it."""
    ordered = tuple(sorted(served, key=_rank))
    method = ordered[0].operation.method
    own = {one.resource.ref.rel for one in ordered if one.resource.ref.represents is None}
    subject = pascal(ordered[0].resource.ref.rel) if len(own) < 2 else "".join(_subject(route))
    return Endpoint(free(camel(f"{method.lower()} {subject}"), taken), route, method, ordered)


def _rank(one: Served) -> tuple[bool, int]:
    return one.resource.ref.represents is not None, one.resource.ref.revision


def _subject(route: Route) -> Iterator[str]:
    """The last step of an address that does not vary."""
    steps = [step for step in route.path.split("/") if step]
    yield pascal(next((step for step in reversed(steps) if not step.startswith("{")), "entry"))
    if steps and steps[-1].startswith("{"):
        yield "ById"
