# Made by ucwagen from specs/. Do not edit: change the specs and build again.
"""The client for `async`. A program that only blocks does not import it."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from ._runtime.client.async_clients import (
    AsyncActivityClient,
    AsyncApplicationClient,
    AsyncBatchClient,
    AsyncEventsClient,
    AsyncOperationsClient,
    AsyncSignInClient,
)
from .client_settings import ClientSettings, Creates

if TYPE_CHECKING:
    from .resources.application import Application

__all__ = ["AsyncClient"]


class AsyncClient(
    ClientSettings,
    AsyncSignInClient["Application"],
    AsyncApplicationClient["Application"],
    AsyncEventsClient["Application"],
    AsyncOperationsClient["Application"],
    AsyncBatchClient["Application"],
    AsyncActivityClient["Application"],
    Creates[Coroutine[Any, Any, "Application"]],
):
    """The same for ``async``: a client of one user, to be shared between the tasks of one event loop."""
