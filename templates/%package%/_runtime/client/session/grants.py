"""The credentials of a client. Grants are values; none shows its secret."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from ...base.redact import Secret
from ...base.registry import index

Source: TypeAlias = Callable[[], "str | Awaitable[str]"]
"""Returns a token; it is called again when the server no longer accepts the last one."""


@dataclass(frozen=True, slots=True)
class Grant:
    """Credentials that a token service exchanges for a token."""

    name: ClassVar[str]
    """The grant in the list of `sign_in`; for a grant that one API alone has, the grant type on the wire."""

    @property
    def grant_type(self) -> str:
        """The grant type on the wire."""
        service = index().token_service
        return service.types.get(self.name, self.name) if service else self.name

    def fields(self, last: str | None) -> Mapping[str, str]:
        """The fields of the token request besides the grant type; ``last`` is the token to renew, if it is valid.

        If the request is refused with ``last``, it is sent once more without.
        """
        return {}


@dataclass(frozen=True, slots=True)
class PasswordGrant(Secret, Grant):
    """A user's name, such as ``ann@example.com``, and password."""

    name: ClassVar[str] = "password"
    user: str = field(repr=False)
    password: str = field(repr=False)

    def fields(self, last: str | None) -> Mapping[str, str]:
        return {"username": self.user, "password": self.password}


@dataclass(frozen=True, slots=True)
class PassiveGrant(Grant):
    """Sign-in at a page in a browser: raises ``SignInRequired`` with its address."""

    name: ClassVar[str] = "passive"


@dataclass(frozen=True, slots=True)
class TokenGrant(Secret, Grant):
    """A token from another source, or a function that returns one."""

    name: ClassVar[str] = ""
    token: str | Source = field(repr=False)
