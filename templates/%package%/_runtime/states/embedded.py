"""The embedded resources of a state: documented ones as attributes, all of them by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..base.errors import EmbeddedNotAvailable, warn_deprecated
from ..base.metaclass import Slotted
from ..base.redact import printable
from ..base.registry import load
from ..base.typing_shim import TYPE_CHECKING, Any, ClassVar, Generic, Never, Self, TypeVar, overload

if TYPE_CHECKING:
    from .state import State

S_co = TypeVar("S_co", bound="State", covariant=True)
ALONE = -1
"""The position of the only resource of a key."""


class EmbeddedField(property, Generic[S_co]):
    """An embedded resource, or several, of one key; ``path`` names the class of the state.

    It is a ``property``, so that reading it costs no look-up of ``__get__``.
    """

    many: ClassVar[bool]

    def __init__(self, rel: str, path: str | None = None, since: int = 1, deprecated: bool = False) -> None:
        super().__init__(self._read)
        self.rel = rel
        self.path = path
        self.since = since
        self.deprecated = deprecated
        self._class: type[State] | None = None

    def _read(self, embedded: Embedded) -> Any:
        """The value of the attribute."""
        raise NotImplementedError

    def states(self, around: State) -> list[Any]:
        """All states of the key. Their class follows the key, even if a body has another rel."""
        found = around._embedded_of(self.rel)
        kind = self._class or self._load()
        if kind is None:
            return unknown_states(around, self.rel, found)
        if len(found) == 1:
            return [kind._make(found[0], around._context.inner, (around, self.rel, ALONE))]
        return _make_all(kind, found, around, self.rel)

    def _warn(self, state: State) -> None:
        """Warn the code that reads the attribute."""
        warn_deprecated(f"embedded resource `{self.rel}` of `{state._name}`")

    def _load(self) -> type[State] | None:
        """The class, loaded once; None where the table names none."""
        self._class = load(self.path) if self.path else None
        return self._class


class OneState(EmbeddedField[S_co]):
    """An embedded resource; reading it raises ``EmbeddedNotAvailable`` where the server left it out."""

    many = False

    if TYPE_CHECKING:

        @overload
        def __get__(self, embedded: None, owner: type, /) -> Self: ...
        @overload
        def __get__(self, embedded: Embedded, owner: type | None = None, /) -> S_co: ...
        def __get__(self, embedded: Embedded | None, owner: type | None = None, /) -> Self | S_co: ...

        def __set__(self, embedded: Embedded, value: Never, /) -> None: ...

    def _read(self, embedded: Embedded) -> Any:
        state = embedded._state
        if self.deprecated:
            self._warn(state)
        found = self.states(state)
        if found:
            return found[-1]
        raise EmbeddedNotAvailable(self.rel, state._name, available=embedded)


class ManyStates(EmbeddedField[S_co]):
    """Embedded resources of one key: a tuple, empty where the server left them out."""

    many = True

    if TYPE_CHECKING:

        @overload
        def __get__(self, embedded: None, owner: type, /) -> Self: ...
        @overload
        def __get__(self, embedded: Embedded, owner: type | None = None, /) -> tuple[S_co, ...]: ...
        def __get__(self, embedded: Embedded | None, owner: type | None = None, /) -> Self | tuple[S_co, ...]: ...

        def __set__(self, embedded: Embedded, value: Never, /) -> None: ...

    def _read(self, embedded: Embedded) -> Any:
        state = embedded._state
        if self.deprecated:
            self._warn(state)
        return tuple(self.states(state))


class Embedded(metaclass=Slotted):
    """The embedded resources of a state: documented ones as attributes, all of them by key."""

    __slots__ = ("_state",)
    _table: ClassVar[Mapping[str, OneState[Any] | ManyStates[Any]]] = {}

    def __init_subclass__(cls) -> None:
        cls._table = {item.rel: item for item in vars(cls).values() if isinstance(item, OneState | ManyStates)}

    def __init__(self, state: State) -> None:
        self._state = state

    def __contains__(self, key: object) -> bool:
        keys = self._state._keys()
        return key in keys or (isinstance(key, str) and (known := self._named(key)) is not None and known.rel in keys)

    def __iter__(self) -> Iterator[str]:
        return iter(self._state._keys())

    def __len__(self) -> int:
        return len(self._state._keys())

    def __getitem__(self, key: str) -> Any:
        """A state, or a tuple for several: by the spec, or else by the message; the name in Python serves too."""
        known = self._table.get(key)
        if known is not None:
            return known.__get__(self)
        found = self._states(key)
        if not found:
            named = self._named(key)
            if named is not None:
                return named.__get__(self)
            raise EmbeddedNotAvailable(key, self._state._name, available=self)
        several = self._state._context.form.is_many(self._state._source, "embedded", key)
        return tuple(found) if several else found[-1]

    def get(self, key: str, default: Any = None) -> Any:
        """As ``[key]``, or the default."""
        return self[key] if key in self else default

    def _named(self, name: str) -> OneState[Any] | ManyStates[Any] | None:
        """The embedded resource of this name in Python; the key of another one wins."""
        known = None if name in self._table else getattr(type(self), name, None)
        return known if isinstance(known, OneState | ManyStates) else None

    def _states(self, key: str) -> list[State]:
        """All states of one key."""
        known = self._table.get(key)
        if known is not None:
            return known.states(self._state)
        return unknown_states(self._state, key, self._state._embedded_of(key))

    def __repr__(self) -> str:
        from .repr import names

        return printable(f"<embedded in {self._state._name}: {names(self)}>")


def _make_all(kind: type[State], sources: Sequence[Any], around: State, key: str) -> list[Any]:
    """As ``State._make`` for each resource of a list. There may be thousands."""
    context, new, made = around._context.inner, object.__new__, []
    form = context.form
    rows = sources if form.is_of_values else map(form.values, sources)
    for at, (source, values) in enumerate(zip(sources, rows, strict=True)):
        state = new(kind)
        state._values, state._source, state._context, state._place = values, source, context, (around, key, at)
        made.append(state)
    return made


def unknown_states(around: State, key: str, sources: Sequence[Any]) -> list[State]:
    """States without a table: each of the class of its own rel, or else of its key."""
    context = around._context.inner
    kinds = [around._class_of(context.form.values(source).get("rel"), key) for source in sources]
    first = ALONE if len(kinds) == 1 else 0
    return [
        kind._make(source, context, (around, key, at))
        for at, (kind, source) in enumerate(zip(kinds, sources, strict=True), first)
    ]
