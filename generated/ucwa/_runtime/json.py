"""The JSON codec: bytes to checked values and back, and how a state finds its way in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter

from .errors import DecodeError
from .typed import Any, Literal, TypeAlias

DEPTH = 64
"""Levels of resources in a message, and of values in a property."""

_AROUND = 24
_PARTS = ("_links", "_embedded")
_NESTED = frozenset({dict, list})
_href = itemgetter("href")
_NOTHING: Any = object()
Path: TypeAlias = "tuple[str | int | Path, ...]"
_NONE: dict[str, Any] = {}


@cache
def _decoder() -> Callable[[bytes], Any]:
    import msgspec

    return msgspec.json.Decoder().decode


def parse(data: bytes, *, strict: bool = False) -> Any:
    """Any JSON value. What is no JSON is a ``DecodeError`` that knows the place."""
    try:
        value = _decoder()(data)
    except RecursionError:
        raise DecodeError("nested too deeply") from None
    except UnicodeDecodeError:
        raise _not_utf8(data) from None
    except ValueError as fault:
        raise _malformed(data, str(fault)) from None
    if strict:
        _refuse_repeats(data)
    return value


def write(value: Any, order: Literal["sorted"] | None = None) -> bytes:
    """Compact JSON."""
    import msgspec

    try:
        return msgspec.json.encode(value, order=order)
    except (OverflowError, ValueError):
        import json

        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=order is not None).encode()


def check(resource: dict[str, Any], path: Path = (), level: int = 1) -> None:
    """Refuse links and embedded resources of the wrong shape, and what is nested too deeply.

    Every message goes through this, so links are looked at by functions in C (only texts can be joined), and a path is worked
    out only for what is refused.
    """
    links, embedded = resource.get("_links", _NONE), resource.get("_embedded", _NONE)
    try:
        "".join(map(_href, links.values()))
    except (AttributeError, LookupError, TypeError):
        _check_links(links, path)
    if embedded is not _NONE:
        _check_embedded(embedded, path, level + 1)
    for value in resource.values():
        if value.__class__ is str:
            continue
        if value.__class__ in _NESTED and value is not links and value is not embedded:
            check_value(value, path)


def check_value(value: Any, path: Path = (), level: int = 1) -> None:
    """Refuse a value that is nested too deeply."""
    if level > DEPTH:
        raise DecodeError("nested too deeply", path=_written(path))
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if item.__class__ in _NESTED:
            check_value(item, path, level + 1)


def _check_links(links: Any, path: Path) -> None:
    if links.__class__ is not dict:
        raise DecodeError("expected an object of links", path=_written(path, "_links"))
    for rel, link in links.items():
        for item in link if link.__class__ is list else (link,):
            if item.__class__ is not dict or item.get("href").__class__ is not str:
                raise DecodeError("expected a link: an object with a text `href`", path=_written(path, "_links", rel))


def _check_embedded(embedded: Any, path: Path, level: int) -> None:
    if embedded.__class__ is not dict:
        raise DecodeError("expected an object of embedded resources", path=_written(path, "_embedded"))
    if level > DEPTH:
        raise DecodeError("nested too deeply", path=_written(path))
    for key, found in embedded.items():
        if found.__class__ is dict:
            check(found, (path, "_embedded", key), level)
        elif found.__class__ is list:
            _check_list(found, (path, "_embedded", key), level)
        else:
            problem = "expected an embedded resource: an object or a list of objects"
            raise DecodeError(problem, path=_written(path, "_embedded", key))


def _check_list(found: list[Any], path: Path, level: int) -> None:
    for number, item in enumerate(found):
        if item.__class__ is not dict:
            raise DecodeError("expected an embedded resource: an object", path=_written(path, number))
        check(item, (path, number), level)


def _written(*path: Any) -> str:
    """A path, made of names, numbers and paths, as text."""
    return f"${_steps(path)}"


def _steps(path: Path) -> str:
    found = (_steps(step) if isinstance(step, tuple) else f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(found)


class JsonForm:
    """A source is an object as parsed. Its values are the object itself."""

    __slots__ = ()
    name = "json"

    def check(self, root: dict[str, Any]) -> None:
        check(root)

    def values(self, source: dict[str, Any]) -> dict[str, Any]:
        return source

    def property_names(self, source: dict[str, Any]) -> Sequence[str]:
        return [name for name in source if name not in _PARTS]

    def root_rel(self, source: dict[str, Any]) -> None:
        return None

    def rels(self, source: dict[str, Any]) -> Sequence[str]:
        return [rel for rel, found in source.get("_links", _NONE).items() if found]

    def links(self, source: dict[str, Any], rel: str) -> Sequence[Mapping[str, Any]]:
        found = source.get("_links", _NONE).get(rel, _NOTHING)
        return found if found.__class__ is list else (found,) if found is not _NOTHING else ()

    def keys(self, source: dict[str, Any]) -> Sequence[str]:
        return [key for key, found in source.get("_embedded", _NONE).items() if found != []]

    def embedded(self, source: dict[str, Any], key: str) -> Sequence[Any]:
        found = source.get("_embedded", _NONE).get(key, _NOTHING)
        return found if found.__class__ is list else (found,) if found is not _NOTHING else ()

    def is_many(self, source: dict[str, Any], part: str, name: str) -> bool:
        return isinstance(source[f"_{part}"][name], list)

    def write(self, source: dict[str, Any]) -> bytes:
        return write(source)

    def freeze(self, source: dict[str, Any]) -> dict[str, Any]:
        return source

    def thaw(self, frozen: dict[str, Any]) -> dict[str, Any]:
        return frozen


JSON = JsonForm()


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


def _refuse_repeats(data: bytes) -> None:
    import json

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in pairs:
            if name in found:
                raise DecodeError(f"`{name}` is given twice")
            found[name] = value
        return found

    json.loads(data, object_pairs_hook=once)
