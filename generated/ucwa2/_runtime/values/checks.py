"""Checks of the class of a value, and texts, booleans, numbers and bytes: reading and checking them."""

from __future__ import annotations

from collections.abc import Callable

from ..base.typing_shim import Any
from .data_link import unbase64

BOOLEANS = {"True": True, "False": False, "true": True, "false": False, "1": True, "0": False}
_NUMBER = frozenset("+-.0123456789eE")
_LARGE = 400
"""Digits that a number may have: more are an attack."""


def wants(what: str, *kinds: type) -> Callable[[Any], Any]:
    """A check for values of some classes; a boolean is not a number."""

    def check(value: Any) -> Any:
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise ValueError(f"expected {what}, found {described(value)}")
        return value

    return check


def described(value: object) -> str:
    """The type of a value, in terms of the wire."""
    names: dict[type, str] = {dict: "an object", list: "a list", tuple: "a list", type(None): "null", str: "text"}
    return names.get(type(value)) or f"a value of type `{type(value).__name__}`"


is_text = wants("text", str)


def read_boolean(value: Any) -> bool:
    found = value if isinstance(value, bool) else BOOLEANS.get(wants("a boolean", str)(value).strip())
    if found is None:
        raise ValueError("expected a boolean")
    return bool(found)


def read_integer(value: Any) -> int:
    if isinstance(value, str) and len(value) <= _LARGE and value.strip().removeprefix("-").isdecimal():
        return int(value)
    number = read_number(value)
    if number != int(number):
        raise ValueError("expected a whole number")
    return value if isinstance(value, int) else int(number)


def read_number(value: Any) -> float:
    """Text is taken too: in XML everything is text. Infinities and NaN are not numbers."""
    value = wants("a number", str, int, float)(value)
    if isinstance(value, str) and (not set(value.strip()) <= _NUMBER or len(value) > _LARGE):
        raise ValueError("expected a number")
    try:
        number = float(value)
    except (ValueError, OverflowError):
        raise ValueError("expected a number") from None
    if number - number != 0:
        raise ValueError("expected a finite number")
    return number


def check_text(value: Any) -> str:
    found = is_text(value)
    if not found.isascii() and any("\ud800" <= sign <= "\udfff" for sign in found):
        raise ValueError("holds a lone surrogate, which no message can carry")
    return str.__str__(found)  # also for a member of an enumeration, which may override `str`


def check_number(value: Any) -> float:
    found: float = wants("a number", int, float)(value)
    if found - found != 0:
        raise ValueError("expected a finite number")
    return found


def read_bytes(value: Any) -> bytes:
    try:
        return unbase64(is_text(value))
    except ValueError:
        raise ValueError("expected base64") from None


def base64(value: bytes) -> str:
    from base64 import b64encode

    return b64encode(value).decode("ascii")
