"""Decodes JSON, and finds in the same pass whether it is nested deeply, by a type that allows few levels."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ..base.typing_shim import Any
from .json_values import decoded

LEVELS = 13
"""Levels of objects and lists in the type at most: those of a page of events whose states embed others. Most messages have six."""

_LISTS = 2
"""Lists of objects inside each other, below the first levels. Each one more doubles the type, which is made for the first message."""

_PARTS = frozenset({dict, list})


def decoded_shallow(data: bytes) -> tuple[Any, bool]:
    """The value, and whether it is known to have few levels. Raises what ``decoded`` raises."""
    try:
        return _decoder()(data)
    except (ValueError, RecursionError):
        return decoded(data), False


@cache
def _decoder() -> Callable[[bytes], tuple[Any, bool]]:
    import msgspec

    last: list[object] = [None]
    """The last mark. A mark of another thread makes a value deep that is not, which costs a second look."""

    def note(kind: type, value: Any) -> Any:
        """Called with each value below the levels of the type."""
        if value.__class__ in _PARTS:
            last[0] = object()
        return value

    decode = msgspec.json.Decoder(_message(), dec_hook=note).decode

    def run(data: bytes) -> tuple[Any, bool]:
        before = last[0]
        value = decode(data)
        return value, last[0] is before

    return run


def _message() -> Any:
    """The type of a message: a resource, or objects in a list of objects in a list, as events are in a page."""
    event = _value(_type(8, _LISTS), object)
    sender = _value(_value(_type(4, 1), event), object)
    return _value(_value(_type(7, _LISTS), sender), object)


def _type(levels: int, lists: int) -> Any:
    """The type of any JSON value. ``object`` stands for values that the hook is called with."""
    if levels == 0:
        return object
    inner = _type(levels - 2, lists - 1) if lists and levels > 1 else object
    return _value(_type(levels - 1, lists), _value(inner, object) if levels > 1 else object)


def _value(member: Any, item: Any) -> Any:
    """A text, a number …, an object with members of a type, or a list with items of a type."""
    plain: Any = str | int | float | bool | None
    return plain | dict.__class_getitem__((str, member)) | list.__class_getitem__(item)
