"""The metaclass of values: their classes, generated ones among them, get no instance dictionary."""

from __future__ import annotations

from .typing_shim import Any


class Slotted(type):
    """Adds empty ``__slots__`` to a class body that has none, so that instances cannot grow attributes."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **keywords: Any) -> Slotted:
        body.setdefault("__slots__", ())
        return super().__new__(cls, name, bases, body, **keywords)
