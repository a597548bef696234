"""Events with the senders of UCWA: `me`, `people`, `communication`, or a conversation."""

from __future__ import annotations

from typing import Any

from .. import extension
from ..extension import ApplicationState, SandboxBackend

_SENDERS = ("me", "people", "communication")


def raise_event(
    backend: SandboxBackend,
    application: ApplicationState,
    kind: str,
    rel: str,
    href: str,
    sender: str = "communication",
    **more: Any,
) -> int:
    """Queue an event for an application; ``sender`` is the rel of one of the known senders, or an address."""
    where = (sender, f"{application.path}/{sender}") if sender in _SENDERS else sender
    return extension.raise_event(backend, application, kind, rel, href, where, **more)
