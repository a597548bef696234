"""Checks of arguments that users give: each refuses a wrong one with what to give in its place."""

from __future__ import annotations

from .errors import InvalidArgument
from .typing_shim import TypeVar

T = TypeVar("T")
LONGEST = 1e9
"""Seconds of the longest wait; systems have no longer ones."""


def check_text(value: object, parameter: str, example: str = "") -> None:
    """Refuse what is no text, or an empty one."""
    give = f"give a text{f' such as {example}' if example else ''}"
    if not isinstance(value, str):
        raise InvalidArgument(f"is {described(value)}; {give}", parameter=parameter)
    if not value:
        raise InvalidArgument(f"is empty; {give}", parameter=parameter)


def check_kind(value: object, kinds: type | tuple[type, ...], parameter: str, give: str) -> None:
    """Refuse what is of no such class."""
    if not isinstance(value, kinds):
        raise InvalidArgument(f"is {described(value)}; give {give}", parameter=parameter)


def check_kind_if_given(value: object, kinds: type | tuple[type, ...], parameter: str, give: str) -> None:
    """The same for a parameter that may be left out."""
    if value is not None:
        check_kind(value, kinds, parameter, give)


def check_function(value: object, parameter: str) -> None:
    """Refuse what cannot be called."""
    if not callable(value):
        raise InvalidArgument(f"is {described(value)}; give a function", parameter=parameter)


def check_seconds(value: object, parameter: str = "timeout") -> None:
    """Refuse what is no time that a wait can take; one of 0 seconds is over at once."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LONGEST:
        most = f"0 to {LONGEST:.0f}" if isinstance(value, int | float) and value > LONGEST else "0 or more"
        raise InvalidArgument(f"is {value!r}; give a number of seconds, {most}", parameter=parameter)


def check_interval(value: object, parameter: str) -> None:
    """Refuse what is no time between two repetitions; with 0 seconds, these would never pause."""
    check_seconds(value, parameter)
    if value == 0:
        raise InvalidArgument("is 0; give a number of seconds above 0", parameter=parameter)


def given(parameter: str, value: T | None) -> T:
    """The value of a parameter that has to be given."""
    if value is None:
        raise InvalidArgument("is required", parameter=parameter)
    return value


def described(value: object) -> str:
    """What was given, without its content, which may be a secret."""
    return "None" if value is None else f"a value of type `{type(value).__name__}`"
