"""Kinds of values: how each is read from either format, written in either, and checked as an argument."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from sys import modules

from ..base.frozen import thawed
from ..base.registry import enum_class
from ..base.typing_shim import Any
from ..codecs.json import write
from .checks import (
    base64,
    check_number,
    check_text,
    described,
    is_text,
    read_boolean,
    read_bytes,
    read_integer,
    read_number,
    wants,
)  # fmt: skip
from .data_link import DataLink

_IMPORTED = (("decimal", "Decimal"), ("uuid", "UUID"))
"""Classes of values that exist only after the import of their modules; each module has the name of its kind."""


class Kind:
    """A wire type. ``read`` accepts values of both formats; every function raises ``ValueError`` for invalid values."""

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
        """The class of values that need no conversion."""
        self.members = members
        """The members of an enumeration by their wire names."""

    def __reduce__(self) -> tuple[Any, ...]:
        return kind_of, (self.word,)


def text(value: object) -> str:
    """Any wire value as text, for writing undocumented values in XML, and for comparison."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool | int | float):
        return str(value)
    return write(value, order="sorted").decode()


def _same(value: Any) -> Any:
    return value


@cache
def _times() -> Any:
    """The module of times, which is imported when the first of them is met."""
    from . import times

    return times


@cache
def _exact() -> Any:
    """The module of UUIDs, decimals and objects, which is imported when the first of them is met."""
    from . import exact

    return exact


def _any_json(value: Any) -> Any:
    """Any JSON value; other values are written by their kind."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        return {wants("a name", str)(name): _any_json(item) for name, item in value.items()}
    return list(map(_any_json, value)) if isinstance(value, list | tuple) else guess(value).json(value)


def _any_xml(value: Any) -> str:
    """XML cannot represent objects and lists in values, so they are written as JSON."""
    if value is None:
        return ""
    return text(_any_json(value)) if isinstance(value, Mapping | list | tuple) else guess(value).xml(value)


KINDS = {
    "string": Kind("string", is_text, _same, _same, check_text, str),
    "boolean": Kind("boolean", read_boolean, _same, str, wants("a boolean", bool), bool),
    "integer": Kind("integer", read_integer, _same, str, wants("an integer", int), int),
    "number": Kind("number", read_number, _same, str, check_number, float),
    "datetime": Kind(
        "datetime",
        lambda value: _times().read_datetime(is_text(value)),
        lambda value: _times().json_datetime(value),
        lambda value: _times().xml_datetime(value),
        lambda value: _times().check_datetime(value),
    ),
    "date": Kind(
        "date",
        lambda value: _times().read_date(is_text(value)),
        lambda value: value.isoformat(),
        lambda value: value.isoformat(),
        lambda value: _times().check_date(value),
    ),
    "timespan": Kind(
        "timespan",
        lambda value: _times().read_timespan(is_text(value)),
        lambda value: _times().write_timespan(value),
        lambda value: _times().write_timespan(value),
        lambda value: _times().check_timespan(value),
    ),
    "decimal": Kind(
        "decimal",
        lambda value: _exact().read_decimal(value),
        lambda value: _exact().write_decimal(value),
        lambda value: _exact().write_decimal(value),
        lambda value: _exact().check_decimal(value),
    ),
    "uuid": Kind("uuid", lambda value: _exact().read_uuid(value), str, str, lambda value: _exact().check_uuid(value)),
    "object": Kind(
        "object",
        lambda value: _exact().read_object(value),
        thawed,
        lambda value: _exact().write_object(value),
        lambda value: _exact().check_object(value, _plain),
    ),
    "bytes": Kind("bytes", read_bytes, base64, base64, wants("bytes", bytes)),
    "data": Kind("data", DataLink, lambda link: link.href, lambda link: link.href, wants("a data link", DataLink)),
    "any": Kind("any", _same, _any_json, _any_xml, _any_json),
}


class Members(dict[str, Any]):
    """The members of an enumeration by their wire names, loaded on the first look-up. Other values stay text."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def __missing__(self, value: str) -> Any:
        if not self:
            members = {member.value: member for member in enum_class(self.path)}
            self.update(members)  # in one step, because another thread may read meanwhile
        return self.get(value, value)


@cache
def enumeration(path: str) -> Kind:
    """The kind of the enumeration ``enums.Class``: other values stay text."""
    members = Members(path)

    def read(value: Any) -> Any:
        return members[value] if value.__class__ is str else is_text(value)

    return Kind(path, read, check_text, check_text, check_text, members=members)


def kind_of(word: str) -> Kind:
    """The kind that a table names: a word, or the path of an enumeration."""
    return KINDS.get(word) or enumeration(word)


def _plain(value: Any) -> Any:
    """A single value in its JSON form, by its kind."""
    kind = guess(value)
    return kind.json(kind.check(value))


def guess(value: object) -> Kind:
    """The kind of a value that no table describes."""
    for kind, name in _guesses():
        if isinstance(value, kind):
            return KINDS[name]
    for module, name in _IMPORTED:
        if module in modules and isinstance(value, getattr(modules[module], name)):
            return KINDS[module]
    if isinstance(value, list | tuple) and value and isinstance(value[0], DataLink):
        return KINDS["data"]
    if value is None or isinstance(value, Mapping | list | tuple):
        KINDS["any"].check(value)
        return KINDS["any"]
    raise ValueError(f"cannot be written: {described(value)}")


@cache
def _guesses() -> tuple[tuple[type, str], ...]:
    from datetime import date, datetime, timedelta

    return (
        (str, "string"), (bool, "boolean"), (int, "integer"), (float, "number"), (datetime, "datetime"), (date, "date"),
        (timedelta, "timespan"), (bytes, "bytes"), (DataLink, "data"),
    )  # fmt: skip
