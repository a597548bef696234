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
from typing import Any

LONGEST = 200
"""Characters of an object that stand in those that hold it; of a longer one stands the digest."""


Parts = Callable[[Any], Iterable[object]]


class Digester:
    """Digests values that share objects: each object is written once."""

    def __init__(self) -> None:
        self._written: dict[int, tuple[str, object]] = {}

    def digest(self, *values: object) -> str:
        """A digest in hexadecimal digits."""
        return sha256(self._write_all(values).encode("utf-8", "surrogatepass")).hexdigest()

    def _write_all(self, values: Iterable[Any]) -> str:
        """A text from which the values could be read back: no others have the same."""
        found = []
        for value in values:
            kind = type(value)
            if kind is str:
                found.append(f"{len(value)}:{value}")
            elif value is None or kind is bool or kind is int:
                found.append(f"{value};")
            elif kind is tuple:
                found.append(f"({self._write_all(value)})")
            else:
                known = self._written.get(id(value))
                found.append(known[0] if known else self._object(value, kind))
        return "".join(found)

    def _object(self, value: Any, kind: type) -> str:
        name, parts = _parts(kind)
        text = f"{name}({self._write_all(parts(value))})"
        if len(text) > LONGEST:
            text = f"#{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()};"
        self._written[id(value)] = text, value  # which lives on, so that no other gets its identity
        return text


@cache
def _parts(kind: type) -> tuple[str, Parts]:
    """The name of a kind, and what makes up an object of it."""
    name = f"{kind.__module__}.{kind.__qualname__}"
    if is_dataclass(kind):
        names = [field.name for field in fields(kind) if field.compare]
        return name, attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, field) for field in names]
    for known, parts in PARTS:
        if issubclass(kind, known):
            return name, parts
    if not hasattr(kind, "parts"):
        raise TypeError(f"no digest of {name}")
    return name, lambda value: (value.parts(),)


PARTS: tuple[tuple[type, Parts], ...] = (
    (Enum, lambda value: (value.name,)),
    (str, lambda value: (str(value), tuple(getattr(value, "__dict__", {}).items()))),  # with more than its characters
    (Mapping, lambda value: chain.from_iterable(value.items())),
    (list, lambda value: value),
    (frozenset, sorted),
    (PurePath, lambda value: (str(value),)),
    (re.Pattern, lambda value: (value.pattern, value.flags)),
    (FunctionType, lambda value: (_named(value),)),
)
"""What makes up an object that is no dataclass; others say it in a method ``parts``."""


def _named(function: FunctionType) -> str:
    if function.__closure__ or "<" in function.__qualname__:
        raise TypeError(f"no digest of {function.__qualname__}, which depends on more than its name")
    return f"{function.__module__}.{function.__qualname__}"
