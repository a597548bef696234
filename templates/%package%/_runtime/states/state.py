"""A state: a typed view over a received representation, which stays unchanged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType

from ..base.arguments import given
from ..base.errors import DecodeError, InvalidArgument
from ..base.frozen import frozen
from ..base.metaclass import Slotted
from ..base.registry import index, load
from ..base.typing_shim import TYPE_CHECKING, Any, ClassVar, Generic, Never, Self, TypeAlias, TypeVar, overload
from .embedded import ALONE, Embedded
from .link import make_chain
from .links import Links, View
from .parse import S, state_from_json, state_from_xml
from .properties import Property, wire_name
from .wire_format import Context, Form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
G = TypeVar("G")
Parent: TypeAlias = "tuple[State | str, str, int] | None"
"""The place of an embedded state: the outer state or its path, the key, and the position under that key, or ``ALONE``."""
_PARTS = ("_links", "_embedded")


class State(metaclass=Slotted):
    """A received representation of a resource. This class itself serves undocumented resources."""

    __slots__ = ("_context", "_place", "_source", "_values")
    _context: Context
    _place: Parent
    _source: Any
    _values: dict[str, Any]
    _rel: ClassVar[str | None] = None
    _properties: ClassVar[Mapping[str, Property[Any]]] = {}
    _links_class: ClassVar[type[Links]] = Links
    _embedded_class: ClassVar[type[Embedded]] = Embedded

    links: View[Links] = View(Links)
    """Links by their rel, each an attribute: ``state.links.self``."""
    embedded: View[Embedded] = View(Embedded)
    """Resources that came with this one, by their rel."""

    def __init_subclass__(cls, *, rel: str | None = None) -> None:
        cls._rel = rel
        cls._properties = {item.name: item for item in vars(cls).values() if isinstance(item, Property)}
        cls._links_class = getattr(cls.links, "fget", Links)
        cls._embedded_class = getattr(cls.embedded, "fget", Embedded)

    def __init__(self, *arguments: object, **keywords: object) -> None:
        raise TypeError(f"a state is what a server said: use {type(self).__name__}.from_json, from_xml, or decode")

    @classmethod
    def _make(cls, source: Any, context: Context, place: Parent = None) -> Self:
        form = context.form
        state: Self = object.__new__(cls)
        state._values = source if form.is_of_values else form.values(source)
        state._source = source
        state._context = context
        state._place = place
        return state

    @classmethod
    def from_json(cls: type[S], data: bytes | str, *, base: str | None = None, strict: bool = False) -> S:
        """A state from JSON; ``base`` is the address that relative hrefs resolve against."""
        return state_from_json(cls, data, base, strict)

    @classmethod
    def from_xml(cls: type[S], data: bytes | str, *, base: str | None = None, strict: bool = False) -> S:
        """A state from XML; ``base`` is the address that relative hrefs resolve against."""
        return state_from_xml(cls, data, base, strict)

    def to_json(self) -> bytes:
        """The state in JSON; unchanged if it was received as JSON.

        From XML, a link without an address, and content that no value holds, raise ``DecodeError``.
        """
        return bytes(_converting().to_json(self))

    def to_xml(self) -> bytes:
        """The state in XML; unchanged if it was received as XML, except for white space between elements.

        From JSON, links and embedded resources of another shape raise ``DecodeError``.
        """
        return bytes(_converting().to_xml(self))

    def to_dict(self, *, wire: bool = False) -> dict[str, Any]:
        """The state as new dictionaries and lists, by wire names, with ``_links`` and ``_embedded`` as in JSON.

        Documented properties have the values of their attributes, or with ``wire`` those of JSON. Faults raise ``DecodeError``.
        """
        found: dict[str, Any] = _converting().to_dict(self, wire)
        return found

    @property
    def rel(self) -> str | None:
        """The rel in the body, or else the key of the embedded state, or else the rel of the class."""
        rel = self._values.get("rel")
        if isinstance(rel, str):
            return rel
        return self._place[1] if self._place else self._context.form.root_rel(self._source) or self._rel

    @property
    def href(self) -> str | None:
        """The address of the resource, as received."""
        found = self._links_of("self")
        return found[-1]["href"] if found else None

    @property
    def etag(self) -> str | None:
        """The ETag of the response, or else that of the body."""
        etag = self._context.etag or self._values.get("etag")
        return etag if etag is None else str(etag)

    def validate(self) -> None:
        """Read everything, deeply. Raises one ``DecodeError`` that lists every fault."""
        from .validate import validate

        validate(self)

    @staticmethod
    def _class_of(*rels: object) -> type[State]:
        """The class of the first documented rel."""
        return state_class(*rels)

    @property
    def _path(self) -> str:
        around, key, number = self._place or ("$", "", ALONE)
        if isinstance(around, str):
            return around
        return f"{around._path}._embedded.{key}{'' if number == ALONE else f'[{number}]'}"

    @property
    def _name(self) -> str:
        return self.rel or type(self).__name__

    def _rels(self) -> Sequence[str]:
        """The rels of its links. Like all look-ups it raises ``DecodeError`` for another shape."""
        try:
            return self._context.form.rels(self._source)
        except DecodeError as fault:
            raise fault.within(self._path) from None

    def _links_of(self, rel: str) -> Sequence[Mapping[str, Any]]:
        """The attributes of each link of one rel."""
        try:
            return self._context.form.links(self._source, rel)
        except DecodeError as fault:
            raise fault.within(self._path) from None

    def _keys(self) -> Sequence[str]:
        """The keys of embedded resources."""
        try:
            return self._context.form.keys(self._source)
        except DecodeError as fault:
            raise fault.within(self._path) from None

    def _embedded_of(self, key: str) -> Sequence[Any]:
        """The sources of the embedded resources of one key."""
        try:
            return self._context.form.embedded(self._source, key)
        except DecodeError as fault:
            raise fault.within(self._path) from None

    def _filled(self, source: Property[T | None], given: G | None = None) -> T | G | None:
        """The argument of a shortcut: that of the caller, or else the value of a property."""
        return source.read(self) if given is None else given

    def _needed(self, parameter: str, source: Property[T | None], given: G | None = None) -> T | G:
        """The same for a parameter that must be sent."""
        found = self._filled(source, given)
        if found is None:
            raise InvalidArgument(f"is required, and the state has no `{source.name}` to fill it", parameter=parameter)
        return found

    _given = staticmethod(given)
    _chain = staticmethod(make_chain)

    def __getitem__(self, name: str) -> Any:
        """The wire value of a property, documented or not, by its wire name or its name in Python."""
        if name in _PARTS:
            raise KeyError(name)
        return frozen(self._values[name if name in self._values else str(wire_name(self, name))])

    def __contains__(self, name: object) -> bool:
        return (name in self._values or wire_name(self, name) in self._values) and name not in _PARTS

    def __iter__(self) -> Iterator[str]:
        """The wire names of the received properties."""
        return (name for name in self._values if name not in _PARTS)

    def keys(self) -> Sequence[str]:
        """The wire names of the received properties, so that ``dict(state)`` has their wire values."""
        return tuple(self)

    def __eq__(self, other: object) -> bool:
        from .compare import same

        return same(self, other) if isinstance(other, State) else NotImplemented

    def __hash__(self) -> int:
        from .compare import hash_of

        return hash_of(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        return _converting().schema(cls)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        form, key = self._context.form, self._place and self._place[1]
        return _rebuild, (type(self), form, form.freeze(self._source), self._context.base, self._context.etag, key)

    def __repr__(self) -> str:
        from .repr import show

        return show(self)


@cache
def _converting() -> ModuleType:
    """The module that converts states, which is imported when the first is written."""
    from . import convert

    return convert


def _rebuild(kind: type[State], form: Form, kept: Any, base: str | None, etag: str | None, key: str | None) -> State:
    return kind._make(form.thaw(kept), Context(form, base, etag), ("$", key, ALONE) if key else None)


def state_class(*rels: object) -> type[State]:
    """The class of the first documented rel."""
    states = index().states
    for rel in rels:
        if isinstance(rel, str) and rel in states:
            return load(states[rel])
    return State
