"""Checks of the class of a value, shared by all kinds."""

from __future__ import annotations

from collections.abc import Callable

from ..base.typing_shim import Any


def wants(what: str, *kinds: type) -> Callable[[Any], Any]:
    """A check for values of some classes; a boolean is not a number."""

    def check(value: Any) -> Any:
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise ValueError(f"expected {what}, found {described(value)}")
        return value

    return check


def described(value: object) -> str:
    """The type of a value, in terms of the wire."""
    names: dict[type, str] = {dict: "an object", list: "a list", tuple: "a list", type(None): "null", str: "text"}
    return names.get(type(value)) or f"a value of type `{type(value).__name__}`"
