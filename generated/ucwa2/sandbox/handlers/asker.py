"""Requests that the sandbox makes to itself in the name of a user: for its page, and for actions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import inf
from typing import Any
from uuid import uuid4

from ..._runtime.base.registry import index
from ..http.messages import HttpError, HttpRequest, HttpResponse
from ..state.backend import LongPoll, SandboxBackend
from ..state.parts import state_per_owner
from ..state.users import AccessToken, SandboxUser
from .context import Dispatch


class OwnToken:
    """The token with which the sandbox asks in the name of a user."""

    def __init__(self) -> None:
        self.value = f"sandbox-{uuid4().hex}"


_own_token = state_per_owner(OwnToken)


@dataclass(frozen=True, slots=True)
class Asker:
    """A user in whose name the sandbox asks. ``base`` is the address at which it is reached."""

    backend: SandboxBackend
    user: SandboxUser
    base: str
    dispatch: Dispatch

    def as_user(self, user: SandboxUser) -> Asker:
        """The same for another user."""
        return Asker(self.backend, user, self.base, self.dispatch)

    def ask(
        self,
        method: str,
        target: str,
        body: dict[str, Any] | None = None,
        *,
        content: bytes = b"",
        media_type: str = "",
    ) -> HttpResponse:
        """The response to a request; raises ``HttpError``. It is shown to those who watch the sandbox."""
        kind = media_type or (index().json_types[0] if body is not None else "")
        sent = json.dumps(body).encode() if body is not None else content
        request = self.request(method, target, {"content-type": kind} if kind else {}, sent)
        status = 500
        try:
            found = self.answer(request)
            status = found.status
        except HttpError as error:
            status = error.status
            raise
        finally:
            self.backend.feed.add(
                "request", method=method, target=target, status=status, user=self.user.name, by="the page"
            )
        return found

    def request(self, method: str, target: str, headers: dict[str, str], content: bytes = b"") -> HttpRequest:
        """A request of the user."""
        signed = {} if index().sign_in is None else {"authorization": f"Bearer {self._token()}"}
        return HttpRequest(method, self.base, target, {"accept": index().json_types[0], **signed, **headers}, content)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The response to a request of this asker, which no watcher sees; raises ``HttpError``."""
        found = self.dispatch(self.backend, request)
        if isinstance(found, LongPoll):
            with self.backend.lock:
                found.application.channel.leave(found.ticket)
            raise HttpError(409, message="events are shown as they come")
        return found

    def _token(self) -> str:
        value = _own_token(self.user).value
        self.backend.tokens.setdefault(value, AccessToken(self.user, inf)).until = inf
        return value
