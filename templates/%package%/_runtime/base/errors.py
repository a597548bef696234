"""The base of all errors, and the errors that hold no response and no state."""

from __future__ import annotations

from .metaclass import make_lazy
from .redact import printable
from .typing_shim import Any, ClassVar


class Error(Exception):
    """Base of all errors of this package."""

    def __reduce__(self) -> tuple[Any, ...]:
        return rebuild, (type(self), self.args, self.__dict__)


def rebuild(kind: type[Error], arguments: tuple[Any, ...], members: dict[str, Any]) -> Error:
    """Unpickle an error without calling its initializer."""
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(members)
    return error


class DecodeError(Error):
    """What came back cannot be read."""

    def __init__(
        self,
        problem: str,
        *,
        path: str = "$",
        position: int | None = None,
        excerpt: str | None = None,
        faults: tuple[DecodeError, ...] = (),
    ) -> None:
        self.problem = problem
        """What is wrong."""
        self.path = path
        """Where in the document, from ``$``, its root."""
        self.position = position
        """Where in the body, in bytes, if the document could not even be parsed."""
        self.excerpt = excerpt
        """The text at that place, cut short."""
        self.faults = faults
        """All faults, where they were looked for."""
        super().__init__(problem)

    def within(self, path: str) -> DecodeError:
        """The same fault of a part of something: ``path`` is the part's own."""
        return DecodeError(
            self.problem, path=path + self.path.removeprefix("$"), position=self.position, excerpt=self.excerpt
        )

    def __str__(self) -> str:
        if len(self.faults) > 1:
            return "\n".join([f"{self.problem}:", *(f"  {fault}" for fault in self.faults)])
        where = "" if self.position is None else f" at byte {self.position}"
        return f"{printable(self.path)}: {self.problem}{where}{f': {self.excerpt!r}' if self.excerpt else ''}"


class _NotAvailable(Error, AttributeError):
    """A member that the server left out."""

    _what: ClassVar[str]

    def __init__(self, rel: str, resource: str, message: str | None = None) -> None:
        self.rel = rel
        """What was asked for."""
        self.resource = resource
        """The rel of the resource that lacks it."""
        super().__init__(message or f"`{resource}` {self._what} `{rel}` now; ask with `in` first")


class LinkNotAvailable(_NotAvailable):
    """The server does not offer this link now, or not in the revision that was asked for."""

    _what = "has no link"


class EmbeddedNotAvailable(_NotAvailable):
    """The server did not send this embedded resource."""

    _what = "embeds no"


class LinkRefused(Error):
    """A link leads where this client does not go: to another server, or nowhere that is safe. Nothing was sent there."""

    def __init__(self, message: str, *, href: str) -> None:
        self.href = href
        """The link as it came."""
        super().__init__(message)


class AuthenticationError(Error):
    """Discovery or the token service said no."""

    def __init__(self, message: str, *, grants: tuple[str, ...] = ()) -> None:
        self.grants = grants
        """The grants that it would take."""
        super().__init__(message)


class SignInRequired(AuthenticationError):
    """A person must sign in at ``address``; hand the token that comes of it to ``Client.accept_token``."""

    def __init__(self, message: str, *, address: str, grants: tuple[str, ...] = ()) -> None:
        self.address = address
        super().__init__(message, grants=grants)


class Overflow(Error):
    """A consumer left so many events lying that it was cut off; it must begin anew."""


class InvalidArgument(Error, ValueError):
    """An argument breaks a documented limit. Nothing was sent."""

    def __init__(self, message: str, *, parameter: str | None = None) -> None:
        self.parameter = parameter
        """The parameter by its wire name."""
        super().__init__(f"`{parameter}` {message}" if parameter else message)


def warn_deprecated(what: str) -> None:
    """Give a ``DeprecationWarning`` for the code that called into the package."""
    import sys
    import warnings

    package = __name__.partition(".")[0]
    level, frame = 1, sys._getframe()
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == package:
        level, frame = level + 1, frame.f_back
    warnings.warn(f"{what} is deprecated", DeprecationWarning, stacklevel=level)


make_lazy(DecodeError, EmbeddedNotAvailable, InvalidArgument, LinkNotAvailable, LinkRefused, Overflow, SignInRequired)
