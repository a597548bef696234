"""The sandbox as one test sees it: its address and its users, what they do, and what it saw."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .._runtime.base.registry import index
from ..sandbox.handlers.actions import ACTIONS
from ..sandbox.handlers.asker import Asker
from ..sandbox.handlers.events import check_event, raise_event
from ..sandbox.http.messages import HttpError, HttpRequest
from ..sandbox.pages.catalogue import catalogue
from ..sandbox.pages.event_names import check_rel
from ..sandbox.server.dispatch import handle
from ..sandbox.state.backend import ApplicationState, SandboxBackend
from ..sandbox.state.settings import Settings
from ..sandbox.state.users import ANONYMOUS, SandboxUser
from .fault_list import FaultList
from .grants import grant_of
from .log_text import log_text

if TYPE_CHECKING:
    from .. import AsyncClient, Client


class LocalSandbox:
    """A sandbox that serves one test."""

    def __init__(self, url: str, backend: SandboxBackend, grant: Callable[[SandboxUser], object] | None = None) -> None:
        self.url = url
        """The address to give to clients."""
        self.backend = backend
        """The state of the sandbox."""
        self.faults = FaultList(backend)
        """What goes wrong."""
        self._grant = grant or (lambda user: grant_of(user, backend.settings))

    @property
    def users(self) -> list[SandboxUser]:
        """The users who can sign in, in their order."""
        return [*self.backend.users.values()]

    @property
    def settings(self) -> Settings:
        """How it behaves where servers differ."""
        return self.backend.settings

    @property
    def requests(self) -> list[HttpRequest]:
        """The requests that it got, oldest first: at most the last 10,000, and 8 MiB."""
        return [*self.backend.requests]

    @property
    def log(self) -> str:
        """The last requests and events, a line each, as reports of failed tests show them."""
        return log_text(self.backend.feed.after(0))

    def user(self, name: str | SandboxUser | None = None) -> SandboxUser:
        """The user with a name, or the first one; raises ``ValueError`` for a name that no user has.

        A user in place of a name stands for the one of the same name, and so does a URI that is a scheme and the name.

        In an API without sign-in there is one user, who has no name.
        """
        name = name.name if isinstance(name, SandboxUser) else name
        if index().sign_in is None and not name:
            return ANONYMOUS
        found = self.users[0] if name is None else self.backend.user_at(name)
        if found is None:
            raise ValueError(
                f"the sandbox has no user `{name}`; there are {', '.join(user.name for user in self.users)}"
            )
        return found

    def grant(self, user: str | SandboxUser | None = None) -> Any:
        """The credentials of a user, the first one by default; None in an API without sign-in.

        Raises ``ValueError`` for a name that no user has, and for a user who has nothing to sign in with.
        """
        return None if index().sign_in is None else self._grant(self.user(user))

    def client(self, user: str | SandboxUser | None = None, **options: Any) -> Client:
        """A client of a user, the first one by default, which is not entered yet; ``options`` are those of ``Client``.

        Raises ``ValueError`` as ``grant`` does.
        """
        from .. import Client

        return Client(self.url, **self._signing_in(user), **options)

    def async_client(self, user: str | SandboxUser | None = None, **options: Any) -> AsyncClient:
        """The same as ``client``, for ``async with``. Raises ``ValueError`` as ``grant`` does."""
        from .. import AsyncClient

        return AsyncClient(self.url, **self._signing_in(user), **options)

    def _signing_in(self, user: str | SandboxUser | None) -> dict[str, Any]:
        return {} if index().sign_in is None else {"grant": self.grant(user)}

    def act(self, user: str | SandboxUser | None, action: str, **values: str | SandboxUser) -> str:
        """Do something in the name of a user, as at the page of the sandbox, and say what happened.

        A user among the values stands for its name.

        Raises ``ValueError`` for an action or a value that cannot be, with those that there are.
        """
        known = ACTIONS.get(action)
        if known is None:
            raise ValueError(f"there is no action `{action}`; there are {', '.join(ACTIONS) or 'none'}")
        asker = Asker(self.backend, self.user(user), self.url, handle)
        said = {name: value.name if isinstance(value, SandboxUser) else value for name, value in values.items()}
        with self.backend.lock:
            try:
                return known.run(asker, known.check(self.backend, said))
            except HttpError as refused:
                raise ValueError(f"`{action}` cannot be done: {refused.json()['message']}") from None

    def raise_event(
        self,
        type: str,
        rel: str,
        href: str,
        *,
        sender: str,
        user: str | SandboxUser | None = None,
        in_: tuple[str, str] | None = None,
        embedded: Mapping[str, Any] | None = None,
    ) -> int:
        """Raise an event in the channels of a user's applications, or of all users; gives in how many it is.

        Raises ``ValueError`` for a name that no user has.

        - type: ``added``, ``updated``, ``deleted``, ``started`` or ``completed``
        - rel, href: the resource that the event is about; its address may begin with ``~``, which stands for that of
          the application
        - sender: the address of the sender, which may begin with ``~`` too
        - in_: rel and address of the resource that it is in, such as a group
        - embedded: resources by rel that travel with the event, in JSON form

        Raises ``ValueError`` for a type or a rel that there is not, for an address that is no text, and for a resource
        that has no JSON form.
        """
        check_event(type, rel, in_)
        for address in (href, sender, *(in_ or ())[1:]):
            if not isinstance(address, str):
                raise ValueError(f"the address of a resource is text, not {address!r}")
        check_embedded(embedded or {})
        with self.backend.lock:
            chosen = self._applications(user)
            for one in chosen:
                inside = None if in_ is None else (in_[0], _at(one, in_[1]))
                more: dict[str, Any] = {"_embedded": dict(embedded)} if embedded else {}
                raise_event(self.backend, one, type, rel, _at(one, href), _at(one, sender), in_=inside, **more)
        return len(chosen)

    def _applications(self, user: str | SandboxUser | None) -> list[ApplicationState]:
        if user is not None:
            return self.backend.applications_of(self.user(user))
        common = [] if catalogue().home.is_numbered else [self.backend.common]
        return [*self.backend.applications.values()] or common

    def __repr__(self) -> str:
        return f"<sandbox at {self.url}, {len(self.backend.requests)} requests>"


def check_embedded(embedded: Mapping[str, Any]) -> None:
    """Raise ``ValueError`` for a resource that cannot travel with an event."""
    for rel, body in embedded.items():
        check_rel(rel)
        if not isinstance(body, dict):
            raise ValueError(f"the resource `{rel}` is a dictionary, as in JSON, not {type(body).__name__}")
        try:
            json.dumps(body)
        except (TypeError, ValueError) as fault:
            raise ValueError(f"the resource `{rel}` has no form in JSON: {fault}") from None


def _at(application: ApplicationState, address: str) -> str:
    return f"{application.path}{address[1:]}" if address.startswith("~") else address
