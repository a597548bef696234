"""Tags: operations grouped by the first step of their address that says something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from ucwagen.model.types.api import Api
from ucwagen.oas.addresses.endpoints import Endpoint

Json = dict[str, Any]


def tags(endpoints: Iterable[Endpoint], api: Api) -> dict[str, str]:
    """The tag of each operation, by its id."""
    rows = tuple(endpoints)
    home = _home(rows, api)
    return {row.id: _tag(row.route.path, home, api) for row in rows}


def described(names: Iterable[str], api: Api) -> list[Json]:
    """The tags in use; one with the name of a resource says what the resource is."""
    refs = {resource.ref.rel: resource.ref for resource in reversed(api.resources)}
    return [_described(name, refs.get(name)) for name in sorted(set(names))]


def _described(name: str, ref: Any) -> Json:
    if ref is None:
        return {"name": name}
    return {
        "name": name,
        "description": ref.summary,
        **({"externalDocs": {"url": ref.address}} if ref.address else {}),
    }


def _home(endpoints: Iterable[Endpoint], api: Api) -> str:
    """The address of the application, or else of the entry."""
    ref = dict(api.roles).get("application")
    found = (row.route.path for row in endpoints if ref and any(one.resource.ref == ref for one in row.served))
    return next(found, urljoin("/", api.entry.path)).rstrip("/")


def _tag(path: str, home: str, api: Api) -> str:
    """The first step below the home, or the last step that does not vary."""
    below = path[len(home) :] if path.startswith(f"{home}/") else ""
    steps = [step for step in (below or path).split("/") if step and not step.startswith("{")]
    if not steps:
        return api.package.distribution
    return steps[0] if below else steps[-1]
