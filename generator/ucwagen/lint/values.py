"""A value of a message and its declared type come in; what was expected goes out, where the type cannot hold it."""

from __future__ import annotations

import re
from binascii import Error, a2b_base64
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import unquote

from ucwagen.model.types.api import Kind, ValueType
from ucwagen.source.depth import load_json

BOOLEANS: Final = {"true", "false", "1", "0"}
TICKS: Final = re.compile(r"/Date\(-?\d+(?:[+-]\d{4})?\)/", re.ASCII)
DECIMAL: Final = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?", re.ASCII)
CLOCK: Final = re.compile(r"-?(?:\d{1,9}\.)?\d\d:[0-5]\d:[0-5]\d(?:\.\d{1,7})?", re.ASCII)
DURATION: Final = re.compile(
    r"-?P(?=[T\d])(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?", re.ASCII
)
UUID: Final = re.compile(r"\{?(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?", re.ASCII | re.I)
BASE64: Final = str.maketrans("-_", "+/", " \t\r\n")


def expected(value: Any, type_: ValueType) -> str | None:
    """The words for what a value should be; None where the type can hold it. XML gives every value as text."""
    if value is None:
        return None
    if isinstance(value, list):
        if not type_.many:
            return f"one {_word(type_)}, and no list"
        return next((words for item in value if (words := _single(item, type_))), None)
    return _single(value, type_)


def _single(value: Any, type_: ValueType) -> str | None:
    if type_.enum:
        members = [member.name for member in type_.enum.members]
        return None if value in members else f"a member of {type_.enum.name}"
    try:
        return None if READS[type_.kind](value) else f"{_article(_word(type_))} {_word(type_)}"
    except ValueError:
        return f"{_article(_word(type_))} {_word(type_)}"


def _word(type_: ValueType) -> str:
    if type_.kind is Kind.DATA:
        return "data link"
    return type_.enum.name if type_.enum else type_.kind.value


def _article(word: str) -> str:
    return "an" if word[0] in "aeio" else "a"


def _is_boolean(value: Any) -> bool:
    return isinstance(value, bool) or (isinstance(value, str) and value.strip().lower() in BOOLEANS)


def _is_number(value: Any) -> bool:
    if isinstance(value, str):
        return bool(DECIMAL.fullmatch(value.strip()))
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_integer(value: Any) -> bool:
    return _is_number(value) and float(value) == int(float(value))


def _of_text(reads: Callable[[str], object]) -> Callable[[Any], bool]:
    """A test of values that are text in both formats."""
    return lambda value: isinstance(value, str) and bool(reads(value))


def _datetime(text: str) -> bool:
    return bool(TICKS.fullmatch(text) or (text[10:11] == "T" and datetime.fromisoformat(text)))


def _base64(text: str) -> bool:
    plain = text.translate(BASE64).rstrip("=")
    try:
        return a2b_base64(plain + "=" * (-len(plain) % 4), strict_mode=True) is not None
    except Error:
        return False


def _data(text: str) -> bool:
    head, comma, content = text.partition(",")
    return head.startswith("data:") and bool(comma) and (not head.endswith(";base64") or _base64(unquote(content)))


def _object(value: Any) -> bool:
    return isinstance(load_json(value) if isinstance(value, str) else value, Mapping)


READS: Final[Mapping[Kind, Callable[[Any], bool]]] = {
    Kind.STRING: lambda value: isinstance(value, str),
    Kind.BOOLEAN: _is_boolean,
    Kind.INTEGER: _is_integer,
    Kind.NUMBER: _is_number,
    Kind.DECIMAL: _is_number,
    Kind.DATETIME: _of_text(_datetime),
    Kind.DATE: _of_text(lambda text: len(text) == len("2016-09-26") and date.fromisoformat(text)),
    Kind.TIMESPAN: _of_text(lambda text: CLOCK.fullmatch(text) or DURATION.fullmatch(text)),
    Kind.UUID: _of_text(UUID.fullmatch),
    Kind.BYTES: _of_text(_base64),
    Kind.OBJECT: _object,
    Kind.DATA: _of_text(_data),
}
"""Whether a value is one of a kind, in the forms that the generated package reads."""
