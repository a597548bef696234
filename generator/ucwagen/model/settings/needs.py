"""Parts of api.yaml that cannot work alone: the client finds one through the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ucwagen.diagnostics import Collector, Span

if TYPE_CHECKING:
    from ucwagen.spec.api import ApiSpec


class Need(NamedTuple):
    """A part, the part that it needs, what that one is for, and another one that will do."""

    part: str
    needed: str
    purpose: str
    instead: str = ""


NEEDS = (
    Need("role `application`", "role `applications`", "where the client creates its application"),
    Need("role `applications`", "role `application`", "what the client creates there"),
    Need("role `batch`", "role `application`", "which has the link to it", "`entry.resource`"),
    Need("role `me`", "role `application`", "in which it is embedded"),
    Need("role `activity`", "role `me`", "which has the link to it"),
    Need("role `user`", "`discovery`", "which leads to it"),
    Need("role `redirect`", "`discovery`", "in whose answers it is a link"),
    Need("`discovery`", "role `user`", "where it leads to"),
    Need("`lost`", "role `application`", "which can be lost"),
)


def check_needs(api: ApiSpec, faults: Collector) -> None:
    """A fault for each part whose counterpart is missing."""
    given = _given(api)
    for part, needed, purpose, instead in NEEDS:
        if part in given and needed not in given and instead not in given:
            either = f"{needed} or {instead}" if instead else needed
            faults.error(given[part], f"{part} needs {either}, {purpose}; add it, or remove this one")


def _given(api: ApiSpec) -> dict[str, Span]:
    found = {f"role `{role}`": api.span("roles", role) for role in api.roles}
    if api.discovery:
        found["`discovery`"] = api.discovery.key
    if api.entry and api.entry.resource:
        found["`entry.resource`"] = api.entry.key
    if api.lost:
        found["`lost`"] = api.span("lost")
    return found
