"""The credentials of a client. Grants are values; none shows its secret."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from inspect import Parameter, signature
from typing import Any, ClassVar, TypeAlias

from ...base.arguments import check_kind, check_kind_if_given, check_text
from ...base.errors import InvalidArgument
from ...base.record import record, unshown
from ...base.redact import Secret, is_secret
from ...base.registry import index

Source: TypeAlias = "Callable[[], str | Awaitable[str]] | Callable[[str], str | Awaitable[str]]"
"""Returns a token for an origin; it is called again when the origin no longer accepts the last one."""

_POSITIONAL = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)


@record
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

    def secrets(self) -> tuple[str, ...]:
        """The texts that no error may show."""
        return tuple(value for name, value in self.fields(None).items() if is_secret(name))


@record
class PasswordGrant(Secret, Grant):
    """A user's name, such as ``ann@example.com``, and password."""

    name: ClassVar[str] = "password"
    """The grant in the list of `sign_in`."""
    user: str = unshown()
    """The name to sign in with: ``ann@example.com`` or ``EXAMPLE\\ann``."""
    password: str = unshown()
    """The password, which no error and no log shows."""

    def __post_init__(self) -> None:
        check_text(self.user, "user", "`ann@example.com`")
        check_text(self.password, "password")

    def fields(self, last: str | None) -> Mapping[str, str]:
        """The name and the password."""
        return {"username": self.user, "password": self.password}


@record
class PassiveGrant(Grant):
    """Sign-in at a page in a browser: raises ``SignInRequired`` with its address."""

    name: ClassVar[str] = "passive"
    """The grant in the list of `sign_in`."""


@record
class WindowsGrant(Secret, Grant):
    """Windows authentication of a user, such as ``ann@EXAMPLE.COM`` or ``EXAMPLE\\ann``, by Kerberos or NTLM.

    Without a user, the credentials of the session are used: the ticket cache, or those of the Windows logon. NTLM is used
    only where Kerberos is impossible, and never with ``allow_ntlm=False``. This needs the extra ``windows`` of the package;
    Kerberos on other systems than Windows needs the extra ``kerberos``.
    """

    name: ClassVar[str] = "windows"
    """The grant in the list of `sign_in`."""
    user: str | None = unshown(default=None)
    """The name to sign in with; None for the credentials of the session."""
    password: str | None = unshown(default=None)
    """The password; None for the tickets that the session has."""
    allow_ntlm: bool = True
    """Whether NTLM may be used where Kerberos is impossible."""

    def __post_init__(self) -> None:
        for name in ("user", "password"):
            check_kind_if_given(getattr(self, name), str, name, "a text")
        check_kind(self.allow_ntlm, bool, "allow_ntlm", "True or False")
        if self.password is not None and self.user is None:
            raise InvalidArgument("needs a user; give both, or neither", parameter="password")
        if self.user == "":
            raise InvalidArgument("is empty; leave it out for the credentials of the session", parameter="user")

    def secrets(self) -> tuple[str, ...]:
        """The password, if there is one."""
        return (self.password,) if self.password else ()


@record
class TokenGrant(Secret, Grant):
    """A token from another source, or a function that returns one.

    A function with a required parameter, or with one named ``origin``, gets the origin that the token is for, such as
    ``https://pool.example.com``. It is called once for each origin, and again when that origin refuses the token.
    """

    name: ClassVar[str] = ""
    """Not used: no token service takes part."""
    token: str | Source = unshown()
    """The token, or the function that returns it."""

    def __post_init__(self) -> None:
        if not isinstance(self.token, str) and not callable(self.token):
            raise InvalidArgument("is neither a text nor a function that returns one", parameter="token")
        if self.token == "":
            raise InvalidArgument("is empty; give a token, or a function that returns one", parameter="token")

    def secrets(self) -> tuple[str, ...]:
        """The token, if it is a text."""
        return (self.token,) if isinstance(self.token, str) else ()

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
