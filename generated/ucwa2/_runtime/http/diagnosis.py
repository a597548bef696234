"""What the headers of an error say besides its body: the schemes of sign-in on offer, and diagnostics."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..base.redact import brief, is_secret
from ..base.registry import index
from ..base.typing_shim import Any
from .header_words import schemes, word_and_members

_REASON = "reason"


class _Named:
    """A word with named parameters. Immutable."""

    __slots__ = ("_parameters", "_word")

    def __init__(self, word: str, parameters: Mapping[str, str] | None = None) -> None:
        self._word = word
        self._parameters = dict(parameters or {})

    @property
    def parameters(self) -> Mapping[str, str]:
        """All parameters; names are in lower case."""
        return MappingProxyType(self._parameters)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Named) or type(other) is not type(self):
            return NotImplemented
        return self._word == other._word and self._parameters == other._parameters

    def __hash__(self) -> int:
        return hash((self._word, *self._parameters.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._word, self._parameters)

    def __repr__(self) -> str:
        shown = (
            f"{brief(name)}={'…' if is_secret(name) else brief(value)!r}" for name, value in self._parameters.items()
        )
        return f"<{type(self).__name__} {brief(' '.join([self._word, *shown]))}>"


class AuthChallenge(_Named):
    """A scheme of sign-in that a server offers, with the parameters of its offer."""

    __slots__ = ()

    @property
    def scheme(self) -> str:
        """The name of the scheme as it came, such as ``Bearer``."""
        return self._word


class Diagnostics(_Named):
    """The content of the diagnostics header of an answer."""

    __slots__ = ()

    @property
    def code(self) -> str:
        """The part before the first semicolon."""
        return self._word

    @property
    def reason(self) -> str | None:
        """The reason in words; None without one."""
        return self._parameters.get(_REASON)

    def __str__(self) -> str:
        return brief(f"{self.code}: {self.reason}" if self.reason else self.code)


def auth_challenges(headers: Mapping[str, str]) -> tuple[AuthChallenge, ...]:
    """The schemes that an answer offers, each with its parameters. Several headers may have been joined by commas."""
    header = headers.get("www-authenticate", "")
    return tuple(AuthChallenge(scheme, fields) for scheme, fields in schemes(header)) if header else ()


def offers(headers: Mapping[str, str], *more: str) -> str:
    """The schemes of sign-in on offer, and ``more``, as a part of a text; empty without any."""
    names = ", ".join(dict.fromkeys(challenge.scheme for challenge in auth_challenges(headers)))
    known = [*([f"schemes: {brief(names)}"] if names else []), *more]
    return f" (on offer: {'; '.join(known)})" if known else ""


def diagnostics(headers: Mapping[str, str]) -> Diagnostics | None:
    """The diagnostics of an answer, where the API has a header for them."""
    value = headers.get(index().headers.get("diagnostics", ""), "")
    return Diagnostics(*word_and_members(value)) if value.strip() else None
