"""Decodes JSON, and finds in the same pass whether it is nested deeply, by a type that allows few levels."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ..base.typing_shim import Any
from .json_values import decoded

LEVELS = 9
"""Levels of objects and lists that the type has. A page of events with states takes nine, most messages six."""

_LISTS = 2
"""Levels among them that are lists of objects. Each one more doubles the type, which is made when the first message is read."""

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

    decode = msgspec.json.Decoder(_type(LEVELS, _LISTS), dec_hook=note).decode

    def run(data: bytes) -> tuple[Any, bool]:
        before = last[0]
        value = decode(data)
        return value, last[0] is before

    return run


def _type(levels: int, lists: int) -> Any:
    """The type of any JSON value. ``object`` stands for values that the hook is called with."""
    plain: Any = str | int | float | bool | None
    if levels == 0:
        return object
    item: Any = object
    if levels > 1:
        item = plain | _dict_of(_type(levels - 2, lists - 1) if lists else object) | _list_of(object)
    return plain | _dict_of(_type(levels - 1, lists)) | _list_of(item)


def _dict_of(kind: Any) -> Any:
    return dict.__class_getitem__((str, kind))


def _list_of(kind: Any) -> Any:
    return list.__class_getitem__(kind)
