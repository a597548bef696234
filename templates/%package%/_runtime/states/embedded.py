"""The embedded resources of a state: documented ones as attributes, all of them by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..base.errors import EmbeddedNotAvailable, warn_deprecated
from ..base.metaclass import Slotted
from ..base.redact import printable
from ..base.registry import load
from ..base.typing_shim import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from .state import State

S_co = TypeVar("S_co", bound="State", covariant=True)
ALONE = -1
"""The position of the only resource of a key."""


class EmbeddedField(Generic[S_co]):
    """An embedded resource, or several, of one key; ``path`` names the class of the state."""

    __slots__ = ("_class", "deprecated", "path", "rel", "since")
    many: ClassVar[bool]

    def __init__(self, rel: str, path: str | None = None, since: int = 1, deprecated: bool = False) -> None:
        self.rel = rel
        self.path = path
        self.since = since
        self.deprecated = deprecated
        self._class: type[State] | None = None

    def _found(self, embedded: Embedded) -> list[Any]:
        """The states for the code that reads the attribute."""
        if self.deprecated:
            warn_deprecated(f"embedded resource `{self.rel}` of `{embedded._state._name}`")
        return self.states(embedded._state)

    def states(self, around: State) -> list[Any]:
        """All states of the key. Their class follows the key, even if a body has another rel."""
        context = around._context.inner
        found = around._embedded_of(self.rel)
        kind = self._class or self._load()
        if kind is None:
            return unknown_states(around, self.rel, found)
        if len(found) == 1:
            return [kind._make(found[0], context, (around, self.rel, ALONE))]
        return [kind._make(source, context, (around, self.rel, at)) for at, source in enumerate(found)]

    def _load(self) -> type[State] | None:
        """The class, loaded once; None where the table names none."""
        self._class = load(self.path) if self.path else None
        return self._class


class OneState(EmbeddedField[S_co]):
    """An embedded resource; reading it raises ``EmbeddedNotAvailable`` where the server left it out."""

    __slots__ = ()
    many = False

    @overload
    def __get__(self, embedded: None, owner: type, /) -> Self: ...
    @overload
    def __get__(self, embedded: Embedded, owner: type | None = None, /) -> S_co: ...
    def __get__(self, embedded: Embedded | None, owner: type | None = None, /) -> Self | S_co:
        if embedded is None:
            return self
        found = self._found(embedded)
        if found:
            last: S_co = found[-1]
            return last
        raise EmbeddedNotAvailable(self.rel, embedded._state._name, available=embedded)


class ManyStates(EmbeddedField[S_co]):
    """Embedded resources of one key: a tuple, empty where the server left them out."""

    __slots__ = ()
    many = True

    @overload
    def __get__(self, embedded: None, owner: type, /) -> Self: ...
    @overload
    def __get__(self, embedded: Embedded, owner: type | None = None, /) -> tuple[S_co, ...]: ...
    def __get__(self, embedded: Embedded | None, owner: type | None = None, /) -> Self | tuple[S_co, ...]:
        return self if embedded is None else tuple(self._found(embedded))


class Embedded(metaclass=Slotted):
    """The embedded resources of a state: documented ones as attributes, all of them by key."""

    __slots__ = ("_state",)
    _table: ClassVar[Mapping[str, OneState[Any] | ManyStates[Any]]] = {}

    def __init_subclass__(cls) -> None:
        cls._table = {item.rel: item for item in vars(cls).values() if isinstance(item, OneState | ManyStates)}

    def __init__(self, state: State) -> None:
        self._state = state

    def __contains__(self, key: object) -> bool:
        return key in self._state._keys()

    def __iter__(self) -> Iterator[str]:
        return iter(self._state._keys())

    def __len__(self) -> int:
        return len(self._state._keys())

    def __getitem__(self, key: str) -> Any:
        """A state, or a tuple for several: by the spec, or else by the message."""
        known = self._table.get(key)
        if known is not None:
            return known.__get__(self)
        found = self._states(key)
        if not found:
            raise EmbeddedNotAvailable(key, self._state._name, available=self)
        several = self._state._context.form.is_many(self._state._source, "embedded", key)
        return tuple(found) if several else found[-1]

    def get(self, key: str, default: Any = None) -> Any:
        """As ``[key]``, or the default."""
        return self[key] if key in self else default

    def _states(self, key: str) -> list[State]:
        """All states of one key."""
        known = self._table.get(key)
        if known is not None:
            return known.states(self._state)
        return unknown_states(self._state, key, self._state._embedded_of(key))

    def __repr__(self) -> str:
        from .repr import names

        return printable(f"<embedded in {self._state._name}: {names(self)}>")


def unknown_states(around: State, key: str, sources: Sequence[Any]) -> list[State]:
    """States without a table: each of the class of its own rel, or else of its key."""
    context = around._context.inner
    kinds = [around._class_of(context.form.values(source).get("rel"), key) for source in sources]
    first = ALONE if len(kinds) == 1 else 0
    return [
        kind._make(source, context, (around, key, at))
        for at, (kind, source) in enumerate(zip(kinds, sources, strict=True), first)
    ]
