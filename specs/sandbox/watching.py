"""Which users an application watches, by subscription."""

from __future__ import annotations

from dataclasses import dataclass

from ..extension import ApplicationState, SandboxBackend, state_per_owner


@dataclass(slots=True, eq=False)
class Subscription:
    """The names of the watched users, and when the subscription ends."""

    names: list[str]
    until: float


def _none() -> dict[str, Subscription]:
    return {}


subscriptions_of = state_per_owner(_none)
"""The subscriptions of an application, by number."""


def watched(backend: SandboxBackend, application: ApplicationState) -> set[str]:
    """The names of the users that an application watches now."""
    open_ones = (one for one in subscriptions_of(application).values() if one.until > backend.clock())
    return {name for one in open_ones for name in one.names}
