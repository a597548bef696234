"""Wire values that nobody can change, and back to those that can be written."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .typing_shim import Any


def frozen(value: Any) -> Any:
    """The value, deeply: objects as read-only mappings, lists as tuples."""
    if isinstance(value, dict):
        return MappingProxyType({name: frozen(item) for name, item in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list | tuple) else value


def thawed(value: Any) -> Any:
    """The value as JSON is made of: dictionaries and lists of its own."""
    if isinstance(value, Mapping):
        return {name: thawed(item) for name, item in value.items()}
    return list(map(thawed, value)) if isinstance(value, list | tuple) else value
