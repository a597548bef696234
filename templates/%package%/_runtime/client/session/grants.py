"""The credentials of a client. Grants are values; none shows its secret."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from inspect import Parameter, signature
from typing import Any, ClassVar, TypeAlias

from ...base.redact import Secret

Source: TypeAlias = 'Callable[[], "str | Awaitable[str]"] | Callable[[str], "str | Awaitable[str]"]'
"""Returns a token for an origin; it is called again when the origin no longer accepts the last one."""

_POSITIONAL = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)


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
    """A token from another source, or a function that returns one.

    A function with a required parameter, or with one named ``origin``, gets the origin that the token is for, such as
    ``https://pool.example.com``. It is called once for each origin, and again when that origin refuses the token.
    """

    name: ClassVar[str] = ""
    token: str | Source = field(repr=False)

    def source(self, of: str) -> Any:
        """The token, or a function without parameters that returns one for this origin."""
        if not callable(self.token):
            return self.token
        return _for_origin(self.token, of)


def _for_origin(function: Callable[..., Any], of: str) -> Callable[[], Any]:
    """The function with the origin, if it has a parameter for it."""
    try:
        parameters = signature(function).parameters
    except (TypeError, ValueError):  # some functions of C do not show their parameters
        return function
    if "origin" in parameters and parameters["origin"].kind is not Parameter.POSITIONAL_ONLY:
        return partial(function, origin=of)
    first = next(iter(parameters.values()), None)
    takes = first is not None and first.default is Parameter.empty and first.kind in _POSITIONAL
    return partial(function, of) if takes else function
