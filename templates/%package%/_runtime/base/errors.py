"""The base of all errors, and the errors that hold no response and no state."""

from __future__ import annotations

from collections.abc import Iterable

from .metaclass import make_lazy
from .redact import LONGEST, bounded, brief
from .typing_shim import Any, ClassVar

_LISTED = 10
"""The number of names that the text of an error lists."""
_WIDTH = 40
"""Characters of each of them."""


class Error(Exception):
    """Base of all errors of this package. Its text is one line of at most 4,000 characters."""

    def __str__(self) -> str:
        return bounded(super().__str__())

    def __repr__(self) -> str:
        return bounded(f"{type(self).__name__}({str(self)!r})")

    def __reduce__(self) -> tuple[Any, ...]:
        return rebuild, (type(self), self.args, self.__dict__)


def rebuild(kind: type[Error], arguments: tuple[Any, ...], members: dict[str, Any]) -> Error:
    """Unpickle an error without calling its initializer."""
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(members)
    return error


class DecodeError(Error):
    """The response cannot be read."""

    def __init__(
        self,
        problem: str,
        *,
        path: str = "$",
        position: int | None = None,
        excerpt: str | None = None,
        faults: tuple[DecodeError, ...] = (),
        request: str | None = None,
        status: int | None = None,
    ) -> None:
        self.problem = problem
        """The fault."""
        self.path = path
        """The path in the document, from its root ``$``."""
        self.position = position
        """The position in the body, in bytes, if the document could not be parsed."""
        self.excerpt = excerpt
        """The text at that place, cut short."""
        self.faults = faults
        """All faults, where they were looked for."""
        self.request = request
        """The method and the path of the call, if the message is its answer."""
        self.status = status
        """The status of the answer."""
        super().__init__(problem)

    def of(self, request: str, status: int) -> DecodeError:
        """The same fault in the answer to a request."""
        found = DecodeError(self.problem, faults=self.faults, request=request, status=status)
        found.path, found.position, found.excerpt = self.path, self.position, self.excerpt
        return found

    def within(self, path: str) -> DecodeError:
        """The same fault within a part at ``path``."""
        return DecodeError(
            self.problem, path=path + self.path.removeprefix("$"), position=self.position, excerpt=self.excerpt
        )

    def __str__(self) -> str:
        if len(self.faults) > 1:
            lines = [f"{bounded(self.problem)}:", *(f"  {fault}" for fault in self.faults)]
            return "\n".join(lines)[:LONGEST]
        where = "" if self.position is None else f" at byte {self.position}"
        source = f" (in the answer {self.status} to {self.request})" if self.request else ""
        excerpt = f": {self.excerpt!r}" if self.excerpt else ""
        return bounded(f"{self.path}: {self.problem}{where}{excerpt}{source}")


class _NotAvailable(Error, AttributeError):
    """A member that the server left out."""

    _what: ClassVar[str]

    def __init__(self, rel: str, resource: str, message: str | None = None, *, available: Iterable[str] = ()) -> None:
        self.rel = rel
        """The requested member."""
        self.resource = resource
        """The rel of the resource that lacks it."""
        self.available = tuple(sorted(available))
        """The members that the resource has, in alphabetical order."""
        super().__init__(message or f"`{resource}` {self._what} `{rel}` now{self._listed()}; ask with `in` first")

    def _listed(self) -> str:
        """The members that there are, for the text."""
        if not self.available:
            return ""
        names = [brief(name, _WIDTH) for name in self.available[:_LISTED]]
        left = len(self.available) - len(names)
        return f"; it has: {', '.join(names)}{f', … {left} more' if left else ''}"


class LinkNotAvailable(_NotAvailable):
    """The server does not offer this link now, or not in the revision that was asked for."""

    _what = "has no link"


class EmbeddedNotAvailable(_NotAvailable):
    """The server did not send this embedded resource."""

    _what = "embeds no"


class LinkRefused(Error):
    """A link leads to an untrusted server or an invalid address. Nothing was sent."""

    def __init__(self, message: str, *, href: str) -> None:
        self.href = href
        """The link as it came, except for secrets of the client."""
        super().__init__(message)


class Overflow(Error):
    """A consumer had too many unread events and was closed; it must start again."""


class RecoveryFailed(Error):
    """The client recovered from losses again and again without success, and gave up for now.

    A later call or wait tries again.
    """


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


make_lazy(DecodeError, EmbeddedNotAvailable, InvalidArgument, LinkNotAvailable, LinkRefused, Overflow, RecoveryFailed)
