"""Bodies of requests: kept as values, and written in the current format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ..base.errors import InvalidArgument
from ..base.frozen import frozen, thawed
from ..base.registry import index
from ..base.typing_shim import TYPE_CHECKING, Any
from ..codecs import xml_writer
from ..codecs.json import write
from ..states.convert import plain, xml_members
from ..states.state import State
from ..values.kinds import Kind, guess

if TYPE_CHECKING:
    from ..requests.contracts import Body

Values = Mapping[str, tuple[Kind, Any]]
"""Values to send, by wire name: the kind and the checked value, a tuple for lists. None
removes it from the state that a PUT changes, and without such a state it is null."""


class Raw:
    """A body of another media type: a text, a photo, a session description."""

    __slots__ = ("content", "content_type")
    values: Values = MappingProxyType({})

    def __init__(self, content: str | bytes, content_type: str) -> None:
        self.content = content.encode() if isinstance(content, str) else content
        self.content_type = content_type

    def encode(self, form: str) -> tuple[bytes, str]:
        """The body and its media type."""
        return self.content, self.content_type

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Raw):
            return NotImplemented
        return (self.content, self.content_type) == (other.content, other.content_type)

    __hash__ = None  # type: ignore[assignment]


class Input:
    """The usual input: values by name, and of a PUT the state that they change."""

    __slots__ = ("base", "values")

    def __init__(self, values: Values, base: State | None = None) -> None:
        self.values: Values = MappingProxyType(dict(values))
        self.base = base

    def encode(self, form: str) -> tuple[bytes, str]:
        """The body and its media type."""
        if form == "json":
            return write(self.json()), index().json_types[0]
        return xml_writer.finish(self.xml()), index().xml_types[0]

    def json(self) -> dict[str, Any]:
        """The body as a JSON value, with data links among the links."""
        found, links = _json_base(self.base)
        for name, (kind, value) in self.values.items():
            place = links if kind.word == "data" else found
            if value is None and self.base is not None:
                place.pop(name, None)
            else:
                place[name] = None if value is None else _json(kind, value)
        return {**found, **({"_links": links} if links else {})}

    def xml(self) -> Iterator[str]:
        """The parts of the document: a resource if a received one is sent back, else an input."""
        roots = index().roots
        root = roots.resource if self.base is not None and len(self.base._values) else roots.input
        yield f'{xml_writer.HEAD}<{root} xmlns="{xml_writer.quote(index().namespace)}">'
        changes = {name: _xml(name, kind, value) for name, (kind, value) in self.values.items()}
        links = {name for name, (kind, _) in self.values.items() if kind.word == "data"}
        if self.base is None:
            yield from (
                xml_writer.null(name) if self.values[name][1] is None else text for name, text in changes.items()
            )
        else:
            yield from xml_members(self.base, changes, links)
        yield f"</{root}>"

    def __eq__(self, other: object) -> bool:
        return (self.values, self.base) == (other.values, other.base) if isinstance(other, Input) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, ({name: (kind, thawed(value)) for name, (kind, value) in self.values.items()}, self.base)

    def merged(self, changes: Mapping[str, Any]) -> Input:
        """The same with other values, unchecked; None removes one."""
        values = dict(self.values)
        for name, value in changes.items():
            if value is None and self.base is None:
                values.pop(name, None)
            else:
                values[name] = _unchecked(name, value, values[name][0] if name in values else None)
        return Input(values, self.base)


def _rebuild(values: Values, base: State | None) -> Input:
    return Input({name: (kind, frozen(value)) for name, (kind, value) in values.items()}, base)


def _json_base(base: State | None) -> tuple[dict[str, Any], dict[str, Any]]:
    found = dict(plain(base)) if base is not None else {}
    return found, dict(found.pop("_links", None) or {})


def _json(kind: Kind, value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_json(kind, item) for item in value]
    return {"href": kind.json(value)} if kind.word == "data" else kind.json(value)


def _xml(name: str, kind: Kind, value: Any) -> str:
    if value is None:
        return ""
    items = list(map(kind.xml, value)) if isinstance(value, list | tuple) else [kind.xml(value)]
    try:
        if kind.word == "data":
            return "".join(xml_writer.link(name, {"href": item}) for item in items)
        return (
            xml_writer.property_list(name, items)
            if isinstance(value, list | tuple)
            else xml_writer.property_(name, items[0])
        )
    except InvalidArgument as fault:
        raise InvalidArgument(str(fault), parameter=name) from None


def _unchecked(name: str, value: Any, known: Kind | None) -> tuple[Kind, Any]:
    """A value of the kind of the one that it replaces, if possible, or else of its own class."""
    if known is not None and (value is None or _fits(known, value)):
        return known, frozen(value)
    try:
        return guess(value), frozen(value)
    except ValueError as fault:
        raise InvalidArgument(str(fault), parameter=name) from None


def _fits(kind: Kind, value: Any) -> bool:
    try:
        for item in value if isinstance(value, list | tuple) else (value,):
            kind.check(item)
    except ValueError:
        return False
    return True


def merged(old: Body | None, new: Any) -> Body | None:
    """A body with other values, or another body."""
    if new is None:
        return old
    if isinstance(new, str | bytes):
        return Raw(new, old.content_type if isinstance(old, Raw) else "text/plain;charset=utf-8")
    if not isinstance(new, Mapping):
        raise InvalidArgument(f"takes a mapping, a text or bytes, not {type(new).__name__}", parameter="body")
    return (old if isinstance(old, Input) else Input({})).merged(new)
