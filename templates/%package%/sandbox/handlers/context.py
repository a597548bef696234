"""One request together with what its handler needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..http.messages import HttpRequest, HttpResponse
from ..pages.catalogue import Page
from ..state.backend import ApplicationState, LongPoll, SandboxBackend
from ..state.users import SandboxUser

Dispatch = Callable[[SandboxBackend, HttpRequest], "HttpResponse | LongPoll"]


@dataclass(slots=True)
class RequestContext:
    """A request with its user, its application and the documented resource that it is for."""

    backend: SandboxBackend
    request: HttpRequest
    user: SandboxUser
    application: ApplicationState
    page: Page
    dispatch: Dispatch
    """Handles another request, such as a part of a batch."""
    arguments: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return self.request.path

    def href(self, rest: str) -> str:
        """An address below the application."""
        return f"{self.application.path}{rest}"

    def step(self, after: str) -> str:
        """The step of the path that follows another one, such as the number after ``rooms``."""
        steps = self.path.split("/")
        return steps[steps.index(after) + 1] if after in steps[:-1] else ""
