"""The credentials of a client. Grants are values; none shows its secret."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from ...base.redact import Secret

Source: TypeAlias = Callable[[], "str | Awaitable[str]"]
"""Returns a token; it is called again when the server no longer accepts the last one."""


@dataclass(frozen=True, slots=True)
class Grant:
    """Credentials that a token service exchanges for a token."""

    name: ClassVar[str]
    """The grant type, as on the wire."""

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
class AnonymousMeetingGrant(Secret, Grant):
    """A guest of an online meeting: ``<organizer>;gruu;opaque=app:conf:focus:id:<key>``.

    The key of the conference is taken from its address where it is not given. Renewed tokens keep the guest's identity.
    """

    name: ClassVar[str] = "urn:microsoft.rtc:anonmeeting"
    conference_uri: str = field(repr=False)
    key: str | None = field(default=None, repr=False)

    def fields(self, last: str | None) -> Mapping[str, str]:
        key = self.key or self.conference_uri.rpartition(":")[2]
        renewed = {"ms_rtc_renew": last} if last else {}
        return {"password": key, "ms_rtc_conferenceuri": self.conference_uri, **renewed}


@dataclass(frozen=True, slots=True)
class PassiveGrant(Grant):
    """Sign-in at a page in a browser: raises ``SignInRequired`` with its address."""

    name: ClassVar[str] = "urn:microsoft.rtc:passive"


@dataclass(frozen=True, slots=True)
class TokenGrant(Secret, Grant):
    """A token from another source, or a function that returns one."""

    name: ClassVar[str] = ""
    token: str | Source = field(repr=False)
