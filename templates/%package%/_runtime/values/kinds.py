"""Kinds of values: how each is read from either format, written in either, and checked as an argument."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from ..base.registry import enum_class
from ..base.typing_shim import Any
from ..codecs.json import write
from .checks import described, wants
from .data_link import DataLink, unbase64

BOOLEANS = {"True": True, "False": False, "true": True, "false": False, "1": True, "0": False}
_NUMBER = frozenset("+-.0123456789eE")
_LARGE = 400
"""Digits that a number may have: more are an attack."""


class Kind:
    """A wire type. ``read`` takes what either format holds; every function raises ``ValueError`` on what it refuses."""

    __slots__ = ("check", "exact", "json", "members", "read", "word", "xml")

    def __init__(
        self,
        word: str,
        read: Callable[[Any], Any],
        json: Callable[[Any], Any],
        xml: Callable[[Any], str],
        check: Callable[[Any], Any],
        exact: type | None = None,
        members: Mapping[str, Any] | None = None,
    ) -> None:
        self.word = word
        """The word of the vocabulary, or the path of the enumeration."""
        self.read = read
        self.json = json
        self.xml = xml
        self.check = check
        self.exact = exact
        """The class that a value has when there is nothing to convert."""
        self.members = members
        """The members of an enumeration by their wire names."""

    def __reduce__(self) -> tuple[Any, ...]:
        return kind_of, (self.word,)


def text(value: object) -> str:
    """Any wire value as text: how an unknown one is written in XML, and compared."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool | int | float):
        return str(value)
    return write(value, order="sorted").decode()


def _same(value: Any) -> Any:
    return value


_is_text = wants("text", str)


def _read_boolean(value: Any) -> bool:
    found = value if isinstance(value, bool) else BOOLEANS.get(wants("a boolean", str)(value).strip())
    if found is None:
        raise ValueError("expected a boolean")
    return bool(found)


def _read_integer(value: Any) -> int:
    if isinstance(value, str) and len(value) <= _LARGE and value.strip().removeprefix("-").isdecimal():
        return int(value)
    number = _read_number(value)
    if number != int(number):
        raise ValueError("expected a whole number")
    return value if isinstance(value, int) else int(number)


def _read_number(value: Any) -> float:
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


def _check_text(value: Any) -> str:
    found = _is_text(value)
    if not found.isascii() and any("\ud800" <= sign <= "\udfff" for sign in found):
        raise ValueError("holds a lone surrogate, which no message can carry")
    return str.__str__(found)  # also of a member of an enumeration, whatever its own `str` says


def _check_number(value: Any) -> float:
    found: float = wants("a number", int, float)(value)
    if found - found != 0:
        raise ValueError("expected a finite number")
    return found


@cache
def _times() -> Any:
    """The module of times, which is imported when the first of them is met."""
    from . import times

    return times


def _read_bytes(value: Any) -> bytes:
    try:
        return unbase64(_is_text(value))
    except ValueError:
        raise ValueError("expected base64") from None


def _any_json(value: Any) -> Any:
    """Whatever JSON can say; what it has no form for is written as its kind is."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        return {wants("a name", str)(name): _any_json(item) for name, item in value.items()}
    return list(map(_any_json, value)) if isinstance(value, list | tuple) else guess(value).json(value)


def _any_xml(value: Any) -> str:
    """XML has no form for objects and lists in values, so they are written as JSON."""
    if value is None:
        return ""
    return text(_any_json(value)) if isinstance(value, Mapping | list | tuple) else guess(value).xml(value)


def _base64(value: bytes) -> str:
    from base64 import b64encode

    return b64encode(value).decode("ascii")


KINDS = {
    "string": Kind("string", _is_text, _same, _same, _check_text, str),
    "boolean": Kind("boolean", _read_boolean, _same, str, wants("a boolean", bool), bool),
    "integer": Kind("integer", _read_integer, _same, str, wants("an integer", int), int),
    "number": Kind("number", _read_number, _same, str, _check_number, float),
    "datetime": Kind(
        "datetime",
        lambda value: _times().read_datetime(_is_text(value)),
        lambda value: _times().json_datetime(value),
        lambda value: _times().xml_datetime(value),
        lambda value: _times().check_datetime(value),
    ),
    "timespan": Kind(
        "timespan",
        lambda value: _times().read_timespan(_is_text(value)),
        lambda value: _times().write_timespan(value),
        lambda value: _times().write_timespan(value),
        lambda value: _times().check_timespan(value),
    ),
    "bytes": Kind("bytes", _read_bytes, _base64, _base64, wants("bytes", bytes)),
    "data": Kind("data", DataLink, lambda link: link.href, lambda link: link.href, wants("a data link", DataLink)),
    "any": Kind("any", _same, _any_json, _any_xml, _any_json),
}


class Members(dict[str, Any]):
    """The members of an enumeration by their wire names, loaded when the first is looked up. Others stay text."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def __missing__(self, value: str) -> Any:
        if not self:
            members = {member.value: member for member in enum_class(self.path)}
            self.update(members)  # all at once: another thread may read meanwhile
        return self.get(value, value)


@cache
def enumeration(path: str) -> Kind:
    """The kind of the enumeration ``enums.Class``: a value that it does not have stays text."""
    members = Members(path)

    def read(value: Any) -> Any:
        return members[value] if value.__class__ is str else _is_text(value)

    return Kind(path, read, _check_text, _check_text, _check_text, members=members)


def kind_of(word: str) -> Kind:
    """The kind that a table names: a word, or the path of an enumeration."""
    return KINDS.get(word) or enumeration(word)


def guess(value: object) -> Kind:
    """The kind of a value that no table describes."""
    for kind, name in _guesses():
        if isinstance(value, kind):
            return KINDS[name]
    if isinstance(value, list | tuple) and value and isinstance(value[0], DataLink):
        return KINDS["data"]
    if value is None or isinstance(value, Mapping | list | tuple):
        KINDS["any"].check(value)
        return KINDS["any"]
    raise ValueError(f"cannot be written: {described(value)}")


@cache
def _guesses() -> tuple[tuple[type, str], ...]:
    from datetime import datetime, timedelta

    return (
        (str, "string"), (bool, "boolean"), (int, "integer"), (float, "number"), (datetime, "datetime"),
        (timedelta, "timespan"), (bytes, "bytes"), (DataLink, "data"),
    )  # fmt: skip
