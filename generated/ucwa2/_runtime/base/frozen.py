"""Immutable wire values, and their conversion back to writable ones."""

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
    """The value as new dictionaries and lists."""
    if isinstance(value, Mapping):
        return {name: thawed(item) for name, item in value.items()}
    return list(map(thawed, value)) if isinstance(value, list | tuple) else value
