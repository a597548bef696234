"""The links of a state: documented ones as attributes, all of them by rel; and the name spaces of a state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..base.errors import DecodeError, LinkNotAvailable, warn_deprecated
from ..base.metaclass import Slotted
from ..base.redact import printable
from ..base.registry import index, load
from ..base.typing_shim import TYPE_CHECKING, Any, ClassVar, Generic, Never, Self, TypeVar, overload
from .link import Link

if TYPE_CHECKING:
    from .state import State

L_co = TypeVar("L_co", bound=Link, covariant=True)
V_co = TypeVar("V_co", covariant=True)


class View(property, Generic[V_co]):
    """One of the name spaces of a state."""

    def __init__(self, kind: Callable[[Any], V_co]) -> None:
        super().__init__(kind)

    if TYPE_CHECKING:

        @overload
        def __get__(self, state: None, owner: type, /) -> Self: ...
        @overload
        def __get__(self, state: State, owner: type | None = None, /) -> V_co: ...
        def __get__(self, state: State | None, owner: type | None = None, /) -> Self | V_co: ...

        def __set__(self, state: State, value: Never, /) -> None: ...


class LinkField(Generic[L_co]):
    """A link, or several, of one rel; ``path`` names the class of the link."""

    __slots__ = ("_class", "deprecated", "path", "rel", "since")
    many: ClassVar[bool]

    def __init__(self, rel: str, path: str | None = None, since: int = 1, deprecated: bool = False) -> None:
        self.rel = rel
        self.path = path
        self.since = since
        self.deprecated = deprecated
        self._class: type[Link] | None = None

    def _load(self) -> type[Any]:
        """The class of the link; loaded once."""
        self._class = load(self.path) if self.path else Link
        return self._class


class One(LinkField[L_co]):
    """A single link; reading it raises ``LinkNotAvailable`` where the server left it out."""

    __slots__ = ()
    many = False

    @overload
    def __get__(self, links: None, owner: type, /) -> Self: ...
    @overload
    def __get__(self, links: Links, owner: type | None = None, /) -> L_co: ...
    def __get__(self, links: Links | None, owner: type | None = None, /) -> Self | L_co:
        if links is None:
            return self
        if self.deprecated:
            warn_deprecated(f"link `{self.rel}` of `{links._state._name}`")
        link: L_co = self.read(links)
        return link

    def read(self, links: Links) -> Any:
        """The link, without a warning."""
        state = links._state
        found = state._links_of(self.rel)
        if not found:
            raise LinkNotAvailable(self.rel, state._name, available=filter(links.__contains__, links))
        kind: type[Any] = self._class or self._load()
        return kind._of(found[-1], self.rel, state._context.base)


class Many(LinkField[L_co]):
    """Several links of one rel: a tuple, empty where the server left them out."""

    __slots__ = ()
    many = True

    @overload
    def __get__(self, links: None, owner: type, /) -> Self: ...
    @overload
    def __get__(self, links: Links, owner: type | None = None, /) -> tuple[L_co, ...]: ...
    def __get__(self, links: Links | None, owner: type | None = None, /) -> Self | tuple[L_co, ...]:
        if links is None:
            return self
        if self.deprecated:
            warn_deprecated(f"link `{self.rel}` of `{links._state._name}`")
        return self.read(links)

    def read(self, links: Links) -> tuple[Any, ...]:
        """The links, without a warning."""
        state = links._state
        kind: type[Any] = self._class or self._load()
        return tuple(kind._of(item, self.rel, state._context.base) for item in state._links_of(self.rel))


class Links(metaclass=Slotted):
    """The links of a state: documented ones as attributes, all of them by rel."""

    __slots__ = ("_state",)
    _table: ClassVar[Mapping[str, One[Any] | Many[Any]]] = {}

    def __init_subclass__(cls) -> None:
        cls._table = {item.rel: item for item in vars(cls).values() if isinstance(item, One | Many)}

    def __init__(self, state: State) -> None:
        self._state = state

    def __contains__(self, rel: object) -> bool:
        if not isinstance(rel, str):
            return False
        if self._has(rel):
            return True
        known = self._named(rel)
        return known is not None and self._has(known.rel)

    def _has(self, rel: str) -> bool:
        try:
            return bool(self._state._links_of(rel))
        except DecodeError:
            return rel in self._state._rels()

    def __iter__(self) -> Iterator[str]:
        return iter(self._state._rels())

    def __len__(self) -> int:
        return len(self._state._rels())

    def __getitem__(self, rel: str) -> Any:
        """A link, or a tuple for several: by the spec, or else by the message; the name in Python serves too."""
        known = self._table.get(rel)
        if known is not None:
            return known.__get__(self)
        return self._unknown(rel)

    def _read(self, rel: str) -> Any:
        """As ``[rel]``, without a warning."""
        known = self._table.get(rel)
        return known.read(self) if known is not None else self._unknown(rel)

    def _named(self, name: str) -> One[Any] | Many[Any] | None:
        """The link of this name in Python; the rel of another link wins."""
        known = None if name in self._table else getattr(type(self), name, None)
        return known if isinstance(known, One | Many) else None

    def _unknown(self, rel: str) -> Any:
        """The links of an undocumented rel."""
        found = self._state._links_of(rel)
        if not found:
            named = self._named(rel)
            if named is not None:
                return named.__get__(self)
            raise LinkNotAvailable(rel, self._state._name, available=filter(self.__contains__, self))
        path = index().links.get(self._state.rel or rel if rel == "self" else rel)
        kind = load(path) if path else Link
        links = tuple(kind._of(item, rel, self._state._context.base) for item in found)
        return links if self._state._context.form.is_many(self._state._source, "links", rel) else links[-1]

    def get(self, rel: str, default: Any = None) -> Any:
        """As ``[rel]``, or the default."""
        return self[rel] if rel in self else default

    def __repr__(self) -> str:
        from .repr import names

        return printable(f"<links of {self._state._name}: {names(self)}>")
