"""Users and the tokens that stand for them. Behaviour modules add fields by ``user_fields``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from ..._runtime.base.redact import HIDDEN, is_secret
from ..._runtime.base.registry import index
from .parts import Extensible

P = TypeVar("P", bound=msgspec.Struct)


class SandboxUser(msgspec.Struct, eq=False, weakref=True, forbid_unknown_fields=True):
    """A user who can sign in."""

    name: str
    """The name to sign in with, such as ``ann@example.com``."""
    password: str = ""
    """The password to sign in with; empty for a user who has a token alone."""
    display: str = ""
    """The name that is shown to other users."""
    token: str = ""
    """A bearer token that stands for the user and does not expire."""

    def __repr__(self) -> str:
        """The fields, with the values of secrets hidden."""
        fields = {name: getattr(self, name) for name in self.__struct_fields__}
        shown = {name: HIDDEN if value and is_secret(name) else value for name, value in fields.items()}
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    if TYPE_CHECKING:

        def __init__(
            self, name: str, password: str = "", display: str = "", token: str = "", **fields: Any
        ) -> None: ...
        def __getattr__(self, name: str) -> Any: ...


ANONYMOUS = SandboxUser("")
"""The user of requests that need no sign-in."""

USERS = Extensible(SandboxUser)
_DEFAULTS: list[Callable[[], list[SandboxUser]]] = []


@dataclass(slots=True)
class AccessToken:
    """A token: its user, and when it expires."""

    user: SandboxUser
    until: float


def user_fields(part: type[P]) -> Callable[[SandboxUser], P]:
    """Add fields to users, also to those of ``--users``; gives the function that reads them."""
    return USERS.add(part)


def default_users(make: Callable[[], list[SandboxUser]]) -> Callable[[], list[SandboxUser]]:
    """Register the users of a sandbox for which none are named."""
    _DEFAULTS[:] = [make]
    return make


def new_users() -> list[SandboxUser]:
    """The users of a sandbox for which none are named."""
    if _DEFAULTS:
        return _DEFAULTS[0]()
    make = USERS.whole
    return [
        make("ann@example.com", "secret", "Ann Adams", "ann-token"),
        make("bob@example.com", "secret", "Bob Berg", "bob-token"),
    ]


def check_users(users: list[SandboxUser]) -> list[SandboxUser]:
    """Raise ``ValueError`` for users without a name or credentials, and for names that occur twice."""
    if not users:
        raise ValueError("expected a list with at least one user")
    for user in users:
        if not user.name.strip():
            raise ValueError("a user needs a name")
        if index().sign_in is not None and not (user.password or user.token):
            raise ValueError(f"user `{user.name}` needs a password or a token")
    return check_names(users)


def check_names(given: Iterable[object]) -> list[SandboxUser]:
    """Raise ``ValueError`` for what is no list of users, and for names that occur twice."""
    users: list[SandboxUser] = []
    for user in given:
        if not isinstance(user, SandboxUser):
            raise ValueError(f"users are a list of `SandboxUser`, not of {type(user).__name__}")
        users.append(user)
    if len({user.name.lower() for user in users}) < len(users):
        raise ValueError("two users have the same name")
    return users
