"""The settings with which the application is created: their names, and their types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.base.errors import InvalidArgument
from .._runtime.base.redact import shown
from .._runtime.base.registry import index, load
from .._runtime.requests.call import Call
from .._runtime.requests.operations import Operation, Parameter
from .answers import operation
from .facts import facts


def creation(given: Mapping[str, Any], address: str) -> Call[Any]:
    """The call that creates the application. Raises ``InvalidArgument``."""
    kind, table = _table()
    values = {**facts().application, **by_wire_name(given)}
    known = {row.name: _typed(row, values[row.name]) for row in table.parameters if row.name in values}
    call: Call[Any] = kind(address)._call(table, known)
    return call


def by_wire_name(given: Mapping[str, Any]) -> dict[str, Any]:
    """Settings by the names on the wire; those of Python are taken too. Raises ``InvalidArgument`` for all others."""
    if not given:
        return {}
    if "applications" not in index().roles:
        raise InvalidArgument("this API has no applications", parameter="settings")
    names = {_plain(row.name): row.name for row in _table()[1].parameters}
    for name in given:
        if _plain(name) not in names:
            there = ", ".join(sorted(names.values()))
            raise InvalidArgument(f"the application has no setting {shown(name)}; it has {there}", parameter="settings")
    return {names[_plain(name)]: value for name, value in given.items()}


def _table() -> tuple[Any, Operation]:
    """The link that creates the application, and its operation."""
    kind = load(index().links[index().role("applications")])
    table = operation(kind, "POST")
    assert table is not None
    return kind, table


def _plain(name: str) -> str:
    """What a name has in common on the wire and in Python: ``userAgent`` and ``user_agent``."""
    return name.replace("_", "").lower()


def _typed(row: Parameter, value: Any) -> Any:
    """The value of a setting that came as text, of the type of its parameter."""
    if not isinstance(value, str) or row.kind.exact is str:
        return value
    try:
        return row.kind.read(value)
    except ValueError:
        raise InvalidArgument("is of another type", parameter=row.name) from None
