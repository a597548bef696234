"""The resources that stand inside a state: by attribute those that its spec knows, by key all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, overload

from .errors import EmbeddedNotAvailable
from .registry import index, load
from .slots import Slotted

if TYPE_CHECKING:
    from .state import State

S_co = TypeVar("S_co", bound="State", covariant=True)


class OneState(Generic[S_co]):
    """An embedded resource; reading it raises ``EmbeddedNotAvailable`` where the server left it out."""

    __slots__ = ("path", "rel", "since")
    many: ClassVar[bool] = False

    def __init__(self, rel: str, path: str | None = None, since: int = 1) -> None:
        self.rel = rel
        self.path = path
        self.since = since

    @overload
    def __get__(self, embedded: None, owner: type, /) -> Self: ...
    @overload
    def __get__(self, embedded: Embedded, owner: type | None = None, /) -> S_co: ...
    def __get__(self, embedded: Embedded | None, owner: type | None = None, /) -> Self | S_co:
        if embedded is None:
            return self
        found = embedded._states(self.rel)
        if not found:
            raise EmbeddedNotAvailable(self.rel, embedded._state._name)
        state: S_co = found[-1]
        return state


class ManyStates(OneState[S_co]):
    """Embedded resources of one key: a tuple, empty where the server left them out."""

    __slots__ = ()
    many = True

    @overload  # type: ignore[override]
    def __get__(self, embedded: None, owner: type, /) -> Self: ...
    @overload
    def __get__(self, embedded: Embedded, owner: type | None = None, /) -> tuple[S_co, ...]: ...
    def __get__(self, embedded: Embedded | None, owner: type | None = None, /) -> Self | tuple[S_co, ...]:
        return self if embedded is None else tuple(embedded._states(self.rel))


class Embedded(metaclass=Slotted):
    """The embedded resources of a state: by attribute those that the spec knows, by key all of them."""

    __slots__ = ("_state",)
    _table: ClassVar[Mapping[str, OneState[Any]]] = {}

    def __init_subclass__(cls) -> None:
        cls._table = {item.rel: item for item in vars(cls).values() if isinstance(item, OneState)}

    def __init__(self, state: State) -> None:
        self._state = state

    def __contains__(self, key: object) -> bool:
        return key in self._state._context.form.keys(self._state._source)

    def __iter__(self) -> Iterator[str]:
        return iter(self._state._context.form.keys(self._state._source))

    def __len__(self) -> int:
        return len(self._state._context.form.keys(self._state._source))

    def __getitem__(self, key: str) -> Any:
        """A state, or a tuple where there can be several: as the spec has it, or else as the wire shows it."""
        known = self._table.get(key)
        if known is not None:
            return known.__get__(self)
        found = self._states(key)
        if not found and key not in self:
            raise EmbeddedNotAvailable(key, self._state._name)
        several = self._state._context.form.is_many(self._state._source, "embedded", key)
        return tuple(found) if several else found[-1]

    def get(self, key: str, default: Any = None) -> Any:
        """As ``[key]``, or the default where there is none."""
        return self[key] if key in self else default

    def _states(self, key: str) -> list[State]:
        """All states of one key. The class follows the key, also where a body says another rel."""
        state = self._state
        context = state._context.inner
        found = context.form.embedded(state._source, key)
        if not found:
            return []
        kinds = [state_class(state, key, item) for item in found]
        return [kind._make(item, context, (state, key, at)) for at, (kind, item) in enumerate(zip(kinds, found, strict=True))]

    def __repr__(self) -> str:
        return f"<embedded in {self._state._name}: {', '.join(self)}>"


def state_class(state: State, key: str, source: Any) -> type[State]:
    """The class of what is embedded: as the table has it, or else that of its own rel, or else that of its key."""
    from .state import State

    known = state._embedded_class._table.get(key)
    if known is not None and known.path:
        return load(known.path)
    states = index().states
    rel = state._context.form.values(source).get("rel")
    path = states.get(rel) if isinstance(rel, str) else None
    path = path or states.get(key)
    return load(path) if path else State
