"""By which right a client signs in. Grants are values; none shows its secret."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from ...base.redact import Secret

Source: TypeAlias = Callable[[], "str | Awaitable[str]"]
"""Gives a token; it is asked again when the server takes the last one no more."""


@dataclass(frozen=True, slots=True)
class Grant:
    """Something that a token service takes in exchange for a token."""

    name: ClassVar[str]
    """The grant type, as on the wire."""

    def fields(self, last: str | None) -> Mapping[str, str]:
        """What the token request says besides the grant type; ``last`` is the token that is to be renewed, if it is good.

        Where it is refused with ``last``, the same is asked once more without it.
        """
        return {}


@dataclass(frozen=True, slots=True)
class PasswordGrant(Secret, Grant):
    """A user's name, such as ``ann@contoso.com``, and password."""

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
    """A token that the user of this package gets elsewhere, or a function that gives one."""

    name: ClassVar[str] = ""
    token: str | Source = field(repr=False)
