"""Texts of UUIDs and decimals to values and back, and objects: what JSON itself has no exact or fixed form for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from uuid import UUID

from ..base.errors import DecodeError
from ..base.frozen import frozen, thawed
from ..base.typing_shim import Any
from ..codecs.json import DEPTH, parse, write
from .checks import wants

_UUID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?", re.ASCII)
_LARGE = 400
"""Digits that a decimal may have before and after its point: more are an attack."""


def read_uuid(value: Any) -> UUID:
    """32 hexadecimal digits in either case, with or without hyphens, which braces may surround."""
    text: str = wants("text", str)(value)
    bare = (text[1:-1] if text[:1] == "{" and text[-1:] == "}" else text).lower()
    if not _UUID.fullmatch(bare):
        raise ValueError("expected a UUID such as `0a9b5b8c-6a4e-4c0f-8f5f-1d2b3c4d5e6f`")
    return UUID(bare)


def check_uuid(value: Any) -> UUID:
    found: UUID = wants("a UUID", UUID)(value)
    return found


def read_decimal(value: Any) -> Decimal:
    """Text, or a number: of one with a fraction the digits that JSON shows."""
    found = wants("a decimal", str, int, float)(value)
    text = found.strip() if isinstance(found, str) else repr(found)
    if len(text) > _LARGE or not _DECIMAL.fullmatch(text):
        raise ValueError("expected a decimal such as `12.50`")
    return _bounded(Decimal(text))


def write_decimal(value: Decimal) -> str:
    """Every digit, and no exponent."""
    return format(value, "f")


def check_decimal(value: Any) -> Decimal:
    found: Decimal = wants("a decimal", Decimal, int)(value)
    return _bounded(Decimal(found))


def _bounded(value: Decimal) -> Decimal:
    """The value, if it can be written in few enough digits."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError("expected a finite decimal")
    if abs(exponent) > _LARGE or value.adjusted() > _LARGE:
        raise ValueError("expected a decimal of fewer digits")
    return value


def read_object(value: Any) -> Mapping[str, Any]:
    """An object, or its JSON as text, which is how XML has it."""
    if isinstance(value, str):
        try:
            value = parse(value.encode())
        except (DecodeError, UnicodeError):
            raise ValueError("expected an object") from None
    found: Mapping[str, Any] = frozen(wants("an object", dict)(value))
    return found


def check_object(value: Any, plain: Callable[[Any], Any]) -> Mapping[str, Any]:
    """A read-only copy, which holds what JSON can say; ``plain`` gives that of a single value."""
    found: Mapping[str, Any] = frozen(_plain(wants("a mapping", Mapping)(value), plain))
    return found


def write_object(value: Mapping[str, Any]) -> str:
    """The JSON of an object, sorted so that equal objects have equal texts."""
    return write(thawed(value), order="sorted").decode()


def _plain(value: Any, plain: Callable[[Any], Any], level: int = 1) -> Any:
    """A value as JSON has it."""
    if level > DEPTH:
        raise ValueError("is nested too deeply")
    if isinstance(value, Mapping):
        return {wants("a name", str)(name): _plain(item, plain, level + 1) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, plain, level + 1) for item in value]
    return None if value is None else plain(value)
