"""Digests of values: of texts, numbers, rows, tables and frozen objects. Equal values have one digest, in any process.

Fields that do not count when two objects are compared, such as places, do not count here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from itertools import chain
from operator import attrgetter
from pathlib import PurePath
from types import FunctionType
from typing import Any, Protocol, runtime_checkable

LONGEST = 200
"""Characters of an object that stand in those that hold it; of a longer one stands the digest."""


@runtime_checkable
class Parted(Protocol):
    """An object that says what tells it from others."""

    def parts(self) -> object: ...


class Digester:
    """Digests values that share objects: each object is written once."""

    def __init__(self) -> None:
        self._written: dict[int, tuple[str, object]] = {}

    def digest(self, *values: object) -> str:
        """A digest in hexadecimal digits."""
        return sha256("".join(map(self._write, values)).encode("utf-8", "surrogatepass")).hexdigest()

    def _write(self, value: object) -> str:
        """A text from which the value could be read back: no two values have the same."""
        kind = type(value)
        if kind is str:
            return f"{len(value)}:{value}"  # type: ignore[arg-type]
        if value is None or kind is bool or kind is int:
            return f"{value};"
        if kind is tuple:
            return f"({''.join(map(self._write, value))})"  # type: ignore[call-overload]
        known = self._written.get(id(value))
        if known is not None:
            return known[0]
        text = self._object(value)
        if len(text) > LONGEST:
            text = f"#{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()};"
        self._written[id(value)] = text, value  # which lives on, so that no other gets its identity
        return text

    def _object(self, value: Any) -> str:
        kind = type(value)
        if is_dataclass(kind):
            return f"{kind.__name__}({''.join(map(self._write, _getter(kind)(value)))})"
        for known, parts in PARTS:
            if isinstance(value, known):
                return f"{kind.__name__}({''.join(map(self._write, parts(value)))})"
        raise TypeError(f"no digest of {kind.__name__}")


PARTS: tuple[tuple[type, Callable[[Any], Iterable[object]]], ...] = (
    (Enum, lambda value: (value.name,)),
    (str, lambda value: (str(value), tuple(getattr(value, "__dict__", {}).items()))),  # with more than its characters
    (Mapping, lambda value: chain.from_iterable(value.items())),
    (list, lambda value: value),
    (frozenset, sorted),
    (PurePath, lambda value: (str(value),)),
    (re.Pattern, lambda value: (value.pattern, value.flags)),
    (FunctionType, lambda value: (_named(value),)),
    (Parted, lambda value: (value.parts(),)),
)
"""What makes up an object of a kind, where that is no dataclass."""


def _named(function: FunctionType) -> str:
    if function.__closure__ or "<" in function.__qualname__:
        raise TypeError(f"no digest of {function.__qualname__}, which depends on more than its name")
    return f"{function.__module__}.{function.__qualname__}"


@cache
def _getter(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """The values of the fields that count."""
    names = [field.name for field in fields(kind) if field.compare]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
