"""Which names stand for something that no log, ``repr`` or message may show."""

from __future__ import annotations

from .typed import Never, Self

HIDDEN = "…"
SECRETS = ("authorization", "cookie", "credential", "cwt", "key", "passw", "pwd", "secret", "ticket", "token")
_BRIEF = 200


class Secret:
    """Something that stays in this process: a pickle of it would show what it hides."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: object) -> Never:
        raise TypeError(f"{type(self).__name__} holds a secret, so it is not pickled")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


class Hidden(Secret, str):
    """A text that shows itself to nobody but the wire."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"'{HIDDEN}'"


def is_secret(name: str) -> bool:
    """Whether the value of a property, parameter or header of this name is nobody's business."""
    plain = name.lower()
    return any(word in plain for word in SECRETS)


def printable(text: str) -> str:
    """The text on one line, whatever a server put into it."""
    return text if text.isprintable() else repr(text)[1:-1]


def brief(text: str) -> str:
    """The text on one line, and not much of it, whatever a server put into it."""
    line = printable(text[: _BRIEF + 1])
    return line if len(line) <= _BRIEF else f"{line[: _BRIEF - 1]}…"


def hide(name: str, value: str) -> str:
    """The value, or a stand-in for it."""
    return HIDDEN if is_secret(name) else value
