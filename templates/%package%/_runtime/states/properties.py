"""Properties of a state: read-only descriptors that convert a wire value when it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..base.errors import DecodeError, warn_deprecated
from ..base.redact import is_secret
from ..base.typing_shim import TYPE_CHECKING, Any, Generic, Never, Self, TypeVar, overload
from ..values.checks import BOOLEANS
from ..values.data_link import DataLink
from ..values.kinds import Kind

if TYPE_CHECKING:
    from .state import State

T = TypeVar("T")
E = TypeVar("E")
Getter = Callable[[Any], Any]
_SHOWN = 32


class Property(property, Generic[T]):
    """A documented property. It is a ``property``, so that reading it costs one call of a small function."""

    name: str
    """The wire name."""
    kind: Kind
    many: bool
    since: int
    """The revision that added it."""

    read: Getter
    """Read the property from a state without a warning."""

    def __init__(self, name: str, kind: Kind, *, many: bool = False, since: int = 1, deprecated: bool = False) -> None:
        read = _getter(name, kind, many)
        super().__init__(_warning(name, read) if deprecated else read)
        self.name, self.kind, self.many, self.since, self.read = name, kind, many, since, read

    if TYPE_CHECKING:

        @overload
        def __get__(self, state: None, owner: type, /) -> Self: ...
        @overload
        def __get__(self, state: State, owner: type | None = None, /) -> T: ...
        def __get__(self, state: State | None, owner: type | None = None, /) -> Self | T: ...

        def __set__(self, state: State, value: Never, /) -> None: ...

    def convert(self, value: Any) -> Any:
        """Convert a wire value; raises ``ValueError``."""
        if value is None:
            return None
        return many(self.kind, value) if self.many else self.kind.read(value)


def wire_name(state: State, name: object) -> object:
    """The wire name of a property that is given by its name in Python; what is no such name stays as it is."""
    known = getattr(type(state), name, None) if isinstance(name, str) else None
    return known.name if isinstance(known, Property) else name


class EnumProperty(Property["E | str | None"], Generic[E]):
    """A property of an enumeration: a member, or a text that is not a member.

    The annotation of such a property names this class and the enumeration alone. A class body is a scope, in which `str`
    or `tuple` may be other properties.
    """


class EnumListProperty(Property["tuple[E | str, ...] | None"], Generic[E]):
    """A property that lists members of an enumeration, or texts that are not members."""


def many(kind: Kind, value: Any) -> tuple[Any, ...]:
    """Convert a list; a single value counts as a list of one."""
    items = value if isinstance(value, list) else [value]
    return tuple(items) if set(map(type, items)) == {kind.exact} else tuple(map(kind.read, items))


def _getter(name: str, kind: Kind, several: bool) -> Getter:
    if kind.word == "data":
        return _many_data(name) if several else _data(name)
    if several:
        return _many(name, kind)
    if kind.members is not None:
        return _member(name, kind, kind.members)
    if kind.exact is bool:
        return _flag(name, kind, BOOLEANS)
    return _plain(name, kind, kind.exact) if kind.exact else _converted(name, kind)


def _warning(name: str, read: Getter) -> Getter:
    def get(state: State) -> Any:
        warn_deprecated(f"property `{name}` of `{state._name}`")
        return read(state)

    return get


def _flag(name: str, kind: Kind, known: Mapping[str, bool]) -> Getter:
    """In XML a boolean is a text."""

    def get(state: State) -> Any:
        value = state._values.get(name)
        if value is None or value.__class__ is bool:
            return value
        if value.__class__ is str and value in known:
            return known[value]
        return _convert(state, name, kind.read, value)

    return get


def _plain(name: str, kind: Kind, exact: type) -> Getter:
    def get(state: State) -> Any:
        value = state._values.get(name)
        if value is None or value.__class__ is exact:
            return value
        return _convert(state, name, kind.read, value)

    return get


def _member(name: str, kind: Kind, members: Mapping[str, Any]) -> Getter:
    def get(state: State) -> Any:
        value = state._values.get(name)
        if value is None:
            return None
        if value.__class__ is str:
            return members[value]
        return _convert(state, name, kind.read, value)

    return get


def _converted(name: str, kind: Kind) -> Getter:
    read = kind.read

    def get(state: State) -> Any:
        value = state._values.get(name)
        return None if value is None else _convert(state, name, read, value)

    return get


def _many(name: str, kind: Kind) -> Getter:
    def get(state: State) -> Any:
        value = state._values.get(name)
        if value is None:
            return None
        try:
            return many(kind, value)
        except ValueError:
            items = enumerate(value) if isinstance(value, list) else ((None, value),)
            return tuple(_item(state, name, kind, at, item) for at, item in items)

    return get


def _item(state: State, name: str, kind: Kind, at: int | None, item: Any) -> Any:
    """An item of a list; its fault has the place in the list, if there is a list."""
    return _convert(state, name if at is None else f"{name}[{at}]", kind.read, item)


def _data(name: str) -> Getter:
    """Data links are links on the wire."""

    def get(state: State) -> DataLink | None:
        found = state._links_of(name)
        return DataLink(found[-1]["href"]) if found else None

    return get


def _many_data(name: str) -> Getter:
    def get(state: State) -> tuple[DataLink, ...] | None:
        return tuple(DataLink(link["href"]) for link in state._links_of(name)) or None

    return get


def _convert(state: State, name: str, read: Callable[[Any], Any], value: Any) -> Any:
    try:
        return read(value)
    except ValueError as fault:
        excerpt = None if is_secret(name) else str(value)[:_SHOWN]
        raise DecodeError(str(fault), path=f"{state._path}.{name}", excerpt=excerpt) from None
