"""The metaclass of values: their classes, generated ones among them, have no instance dictionary and lazy annotations."""

from __future__ import annotations

from .lazy_annotations import LazyAnnotations, make_members_lazy
from .typing_shim import Any


class Slotted(type):
    """Adds empty ``__slots__`` to a class body that has none, and makes its annotations lazy."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **keywords: Any) -> Slotted:
        body.setdefault("__slots__", ())
        make_members_lazy(body["__module__"], body.values())
        if "__annotations__" in body:
            body["__annotations__"] = LazyAnnotations(body["__annotations__"], body["__module__"])
        return super().__new__(cls, name, bases, body, **keywords)
