"""Redaction: the names of secrets, which no log, ``repr`` or message may show."""

from __future__ import annotations

from .typing_shim import Any, Never, Self

HIDDEN = "…"
SECRETS = ("authorization", "cookie", "credential", "cwt", "key", "passw", "pwd", "secret", "ticket", "token")
_BRIEF = 200
LONGEST = 4000
"""Characters of the text of an error."""
_SHOWN = 96


class Secret:
    """An object that cannot be pickled, because a pickle would show its secret."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: object) -> Never:
        raise TypeError(f"{type(self).__name__} holds a secret, so it is not pickled")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


class Hidden(Secret, str):
    """A secret text, shown only on the wire."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"'{HIDDEN}'"


def is_secret(name: str) -> bool:
    """Whether the value of a property, parameter or header of this name is secret."""
    plain = name.lower()
    return any(word in plain for word in SECRETS)


def without_secrets(value: Any) -> Any:
    """A JSON value with a stand-in for every secret in it, however deep."""
    if isinstance(value, dict):
        return {name: _without(name, item) for name, item in value.items()}
    return list(map(without_secrets, value)) if isinstance(value, list) else value


def _without(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return hide_member(name, value)
    return HIDDEN if is_secret(name) and value is not None else without_secrets(value)


def hide_member(name: str, value: str) -> str:
    """A value of a message for display: redacted if its name is secret; addresses are cleaned."""
    if name != "href" or value[:5].lower() == "data:":
        return hide(name, value)
    return shown(value, width=None)


def printable(text: str) -> str:
    """The text on one line, without control characters."""
    return text if text.isprintable() else repr(text)[1:-1]


def bounded(text: str) -> str:
    """The text on one line of at most 4,000 characters, without control characters."""
    line = printable(text[:LONGEST])
    return line if len(line) <= LONGEST and len(text) <= LONGEST else f"{line[: LONGEST - 1]}…"


def brief(text: str, width: int = _BRIEF) -> str:
    """The text on one line, shortened, without control characters."""
    line = printable(text[: width + 1])
    return line if len(line) <= width else f"{line[: width - 1]}…"


def hide(name: str, value: str) -> str:
    """The value, or a stand-in for it."""
    return HIDDEN if is_secret(name) else value


def shown(href: str | None, width: int | None = _SHOWN) -> str:
    """An address for display: without user, content, secret parameters and fragment."""
    if href is None:
        return ""
    if href[:5].lower() == "data:":
        return "data:…"
    href, part, _ = href.partition("#")
    address, mark, query = href.partition("?")
    scheme, slashes, rest = address.rpartition("//")
    host, slash, path = rest.partition("/")
    plain = f"{scheme}{slashes}{host.rpartition('@')[2]}{slash}{path}" if slashes else address
    text = printable(f"{plain}{mark}{'&'.join(map(_shown, query.split('&')))}{part and '#…'}")
    return text if width is None or len(text) <= width else f"{text[: width - 1]}…"


def _shown(pair: str) -> str:
    name, equals, value = pair.partition("=")
    return f"{name}{equals}{hide(name, value)}"
