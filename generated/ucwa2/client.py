# Made by ucwagen from specs/. Do not edit: change the specs and build again.
"""The clients: those of the runtime, which knows no resource, with the types of this API."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, TypeVar

from ._runtime import TYPE_CHECKING
from ._runtime.client._async.client import AsyncClient as RuntimeAsyncClient
from ._runtime.client._sync.client import Client as RuntimeClient
from ._runtime.client.base_client import CreatingClient

if TYPE_CHECKING:
    from .resources.application import Application

__all__ = ["AsyncClient", "Client"]

R_co = TypeVar("R_co", covariant=True)


class Creates(CreatingClient["Application", R_co]):
    """What both clients make first; ``R_co`` is what each of them gives for it."""

    def create_application(
        self, *, culture: str, user_agent: str, endpoint_id: str | None = None, instance_id: str | None = None
    ) -> R_co:
        """Create the application, the first thing that a client does.

        - culture (at most 100 characters): Language and region of the client, such as `en-US`; must not be empty.
        - endpoint_id (at most 100 characters, made when left out): Identifier that sets this application apart from
          the user's others on all devices; must not be empty.
        - instance_id (at most 100 characters): Identifier of this instance, such as a browser tab, which gets its
          own event channel.
        - user_agent (at most 100 characters): Name and version of the client, which identify its messages; must not
          be empty.

        Gives the `Application`. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not create a mobile or desktop application, or joins a meeting federated from OCS
          2007 R2.
        """
        return self._create(
            {"culture": culture, "endpoint_id": endpoint_id, "instance_id": instance_id, "user_agent": user_agent}
        )


class Client(RuntimeClient["Application"], Creates["Application"]):
    """A client of one user, to be shared between threads."""


class AsyncClient(RuntimeAsyncClient["Application"], Creates[Coroutine[Any, Any, "Application"]]):
    """The same for ``async``: a client of one user, to be shared between the tasks of one event loop."""
