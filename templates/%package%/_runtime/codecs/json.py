"""The JSON codec: bytes to values, none of them nested too deeply, and back."""

from __future__ import annotations

from ..base.errors import DecodeError
from ..base.typing_shim import Any, Literal, TypeAlias
from .json_shallow import decoded_shallow
from .json_values import LargeNumber, Unread

DEPTH = 64
"""Levels of resources in a message, and of values in a property."""

_AROUND = 24
_NO_SIGNS = bytes(set(range(256)) - set(b'[]{}"'))
_NESTED = frozenset({dict, list})
Path: TypeAlias = "tuple[str | int | Path, ...]"


def _plain(value: object) -> Any:
    """What stands for a value that the encoder does not know."""
    if isinstance(value, Unread):
        return value.read()
    if isinstance(value, LargeNumber):
        return _raw(str(value))
    raise TypeError(f"cannot be written: {type(value).__name__}")


def _raw(text: str) -> Any:
    """A piece of JSON that is written as it is."""
    import msgspec

    return msgspec.Raw(text.encode())


def parse(data: bytes, *, strict: bool = False) -> Any:
    """Any JSON value. Raises ``DecodeError`` with the position for invalid JSON."""
    try:
        value, is_shallow = decoded_shallow(data)
    except RecursionError:
        raise DecodeError("nested too deeply") from None
    except UnicodeDecodeError:
        raise _not_utf8(data) from None
    except ValueError as fault:
        raise _malformed(data, str(fault)) from None
    if not is_shallow and not is_flat(data):
        _check(value)
    if strict:
        _refuse_repeats(data)
    return value


def write(value: Any, order: Literal["sorted"] | None = None) -> bytes:
    """Compact JSON."""
    import msgspec

    try:
        return msgspec.json.encode(value, enc_hook=_plain, order=order)
    except (OverflowError, ValueError):
        return msgspec.json.encode(_spelled(value), enc_hook=_plain, order=order)


def _spelled(value: Any) -> Any:
    """The value with its integers as text of JSON, since the encoder takes none of more than 64 bits."""
    if isinstance(value, dict | Unread):
        return {name: _spelled(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return list(map(_spelled, value))
    return _raw(str(value)) if isinstance(value, int) and not isinstance(value, bool) else value


def is_flat(data: bytes, levels: int = DEPTH) -> bool:
    """Whether objects and lists are so few levels deep that no limit can be broken; most messages are.

    False where that is not known. If each quote stands beside the next one, once all else but brackets is left out, no text
    holds a bracket. Pairs of brackets are then taken out from the inside, two levels at most each time.
    """
    if b"\\" in data and b'\\"' in data:
        data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    left = data.translate(None, _NO_SIGNS)
    if left.count(b'""') * 2 != left.count(b'"'):
        return False
    left = left.translate(None, b'"')
    for _ in range(levels // 2):
        if not left:
            return True
        left = left.replace(b"{}", b"").replace(b"[]", b"")
    return not left


def _check(value: Any, path: Path = (), level: int = 1) -> None:
    """Refuse resources, and values in a property, that are nested too deeply."""
    if value.__class__ is not dict:
        return _check_value(value, path)
    if level > DEPTH:
        raise DecodeError("nested too deeply", path=_written(path))
    for name, item in value.items():
        if item.__class__ is str or item.__class__ not in _NESTED:
            continue
        if name == "_embedded" and item.__class__ is dict:
            _check_embedded(item, (path, name), level + 1)
        else:
            _check_value(item, path)
    return None


def _check_embedded(embedded: dict[str, Any], path: Path, level: int) -> None:
    for key, found in embedded.items():
        if found.__class__ is list:
            for number, item in enumerate(found):
                _check(item, (path, key, number), level)
        else:
            _check(found, (path, key), level)


def _check_value(value: Any, path: Path, level: int = 1) -> None:
    if level > DEPTH:
        raise DecodeError("nested too deeply", path=_written(path))
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if item.__class__ in _NESTED:
            _check_value(item, path, level + 1)


def _written(*path: Any) -> str:
    """A path, made of names, numbers and paths, as text."""
    return f"${_steps(path)}"


def _steps(path: Path) -> str:
    found = (
        _steps(step) if isinstance(step, tuple) else f"[{step}]" if isinstance(step, int) else f".{step}"
        for step in path
    )
    return "".join(found)


def _not_utf8(data: bytes) -> DecodeError:
    try:
        data.decode()
    except UnicodeDecodeError as fault:
        return DecodeError("not UTF-8", position=fault.start, excerpt=_excerpt(data, fault.start))
    return DecodeError("not UTF-8")


def _malformed(data: bytes, said: str) -> DecodeError:
    head, _, rest = said.partition(" (byte ")
    if "truncated" in said:
        return DecodeError("ends too early", position=len(data), excerpt=_excerpt(data, len(data)))
    position = int(rest.rstrip(")")) - ("trailing characters" in said) if rest else None
    return DecodeError(
        f"not JSON: {head.rpartition(': ')[2].lower()}", position=position, excerpt=_excerpt(data, position)
    )


def _excerpt(data: bytes, position: int | None) -> str | None:
    return None if position is None else data[max(0, position - _AROUND) : position + _AROUND].decode(errors="replace")


class _Pairs(list[tuple[str, Any]]):
    """The members of an object, as often as they were given."""


def _refuse_repeats(data: bytes) -> None:
    import json

    _refuse_in(json.loads(data, object_pairs_hook=_Pairs), ())


def _refuse_in(value: Any, path: Path) -> None:
    if not isinstance(value, list):
        return
    seen = set()
    for at, item in value if isinstance(value, _Pairs) else enumerate(value):
        if at in seen:
            raise DecodeError(f"`{at}` is given twice", path=_written(path, at))
        seen.add(at)
        _refuse_in(item, (path, at))
