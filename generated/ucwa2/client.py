# Made by ucwagen from specs/. Do not edit: change the specs and build again.
"""The client: that of the runtime, which knows no resource, with the types of this API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client.clients import (
    ActivityClient,
    ApplicationClient,
    BatchClient,
    EventsClient,
    OperationsClient,
    SignInClient,
)
from .client_settings import ClientSettings, Creates

if TYPE_CHECKING:
    from .async_client import AsyncClient
    from .resources.application import Application
else:
    from ._runtime.lazy import of_client as __getattr__

__all__ = ["AsyncClient", "Client"]


class Client(
    ClientSettings,
    SignInClient["Application"],
    ApplicationClient["Application"],
    EventsClient["Application"],
    OperationsClient["Application"],
    BatchClient["Application"],
    ActivityClient["Application"],
    Creates["Application"],
):
    """A client of one user, to be shared between threads."""
