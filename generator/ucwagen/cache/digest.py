"""Digests of values: of texts, numbers, rows, tables and frozen objects. Equal values have one digest, in any process.

Fields that do not count when two objects are compared, such as places, do not count here.
"""

from __future__ import annotations

import marshal
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
"""Bytes of an object that stand in those that hold it; of a longer one stands the digest."""
HASHED = b"#"
"""Begins a digest; the bytes of a tuple begin otherwise."""
ATOMS = frozenset({str, int, bool, type(None)})

Parts = Callable[[Any], Iterable[object]]


class Digester:
    """Digests values that share objects: each object is written once."""

    def __init__(self) -> None:
        self._written: dict[int, tuple[bytes, object]] = {}

    def digest(self, *values: object) -> str:
        """A digest in hexadecimal digits."""
        return sha256(_bytes(self._plain(values))).hexdigest()

    def _plain(self, values: Iterable[Any]) -> tuple[Any, ...]:
        """Texts, numbers and tuples as they are, and in place of objects their bytes: no other values have the same."""
        return tuple([value if type(value) in ATOMS else self._of(value) for value in values])

    def _of(self, value: Any) -> tuple[Any, ...] | bytes:
        if type(value) is tuple:
            return self._plain(value)
        known = self._written.get(id(value))
        return known[0] if known else self._object(value)

    def _object(self, value: Any) -> bytes:
        kind: type = type(value)
        name, parts = _parts(kind)
        data = _bytes((name, self._plain(parts(value))))
        if len(data) > LONGEST:
            data = HASHED + sha256(data).digest()
        self._written[id(value)] = data, value  # which lives on, so that no other gets its identity
        return data


def _bytes(values: tuple[Any, ...]) -> bytes:
    """Values as bytes from which they could be read back. In this version, equal values have equal bytes."""
    return marshal.dumps(values, 2)


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
