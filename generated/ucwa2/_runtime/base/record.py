"""Immutable values with named fields. To ``dataclasses`` and ``inspect`` they are frozen dataclasses with slots.

A dataclass compiles source text for each class at each import, which costs more than the rest of the module. Records share
their methods, and what describes their fields is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from .metaclass import make_lazy
from .typing_shim import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, dataclass_transform

T = TypeVar("T")
_put = object.__setattr__
_NONE = object()
_ASKED = ("__dataclass_fields__", "__dataclass_params__")


class _Unshown:
    """Stands in the body of a class for a field that ``repr`` leaves out."""

    __slots__ = ("default",)

    def __init__(self, default: Any) -> None:
        self.default = default


def unshown(*, default: Any = _NONE) -> Any:
    """A field that ``repr`` leaves out; ``default`` is its value where none is given."""
    return _Unshown(default)


class _Described:
    """What the standard library asks of a dataclass."""

    __slots__ = ("_name",)

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, value: object, kind: Any) -> Any:
        made = _record_of(kind)
        if self._name == "__signature__" and kind.__init__ is not made.__init__:
            raise AttributeError(self._name)  # a class of the user, with arguments of its own
        return _described(made)[self._name]


class Record:
    """The base of records, which the decorator adds."""

    __slots__ = ()
    if TYPE_CHECKING:
        __match_args__: tuple[str, ...]
        """The names of the fields."""
        _defaults: ClassVar[dict[str, Any]]
        _shown: ClassVar[tuple[str, ...]]
        """The fields that ``repr`` shows."""
    else:  # without annotations, so that the type hints of a record are those of its fields
        __match_args__, _defaults, _shown = (), {}, ()
        __dataclass_fields__ = _Described()
        __dataclass_params__ = _Described()
        __signature__ = _Described()

    def __init__(self, *given: Any, **named: Any) -> None:
        names = self.__match_args__
        if named or len(given) != len(names):
            given = _completed(_record_of(type(self)), given, named)
        for name, value in zip(names, given, strict=True):
            _put(self, name, value)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Check the fields; a class may replace them with ``object.__setattr__``."""

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._shown)})"

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.__getstate__() == other.__getstate__()

    def __hash__(self) -> int:
        return hash(self.__getstate__())

    def __setattr__(self, name: str, value: object) -> None:
        self._check_free(name, "assign to")
        _put(self, name, value)

    def __delattr__(self, name: str) -> None:
        self._check_free(name, "delete")
        object.__delattr__(self, name)

    def _check_free(self, name: str, what: str) -> None:
        """Refuse a change, except of what a class of the user adds."""
        if name in self.__match_args__ or not hasattr(self, "__dict__"):
            from dataclasses import FrozenInstanceError

            raise FrozenInstanceError(f"cannot {what} field {name!r}")

    def __replace__(self, **changes: Any) -> Self:
        """``copy.replace`` of Python 3.13 and later calls it."""
        from dataclasses import replace

        value: Any = self
        changed: Self = replace(value, **changes)
        return changed

    def __getstate__(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.__match_args__])

    def __setstate__(self, state: Iterable[Any]) -> None:
        for name, value in zip(self.__match_args__, state, strict=True):
            _put(self, name, value)


@dataclass_transform(frozen_default=True, field_specifiers=(unshown,))
def record(written: type[T]) -> type[T]:
    """The class with its annotated names as fields. Its methods cannot use ``super()`` without arguments."""
    own = [name for name, text in vars(written).get("__annotations__", {}).items() if not text.startswith("ClassVar")]
    body = {name: value for name, value in vars(written).items() if name not in ("__dict__", "__weakref__")}
    bases = tuple(base for base in written.__bases__ if base is not object)
    if not issubclass(written, Record):
        bases = (*bases, Record)
    before: Any = next(base for base in bases if issubclass(base, Record))
    defaults, shown = dict(before._defaults), list(before._shown)
    for name in own:
        value = body.pop(name, _NONE)
        if isinstance(value, _Unshown):
            value = value.default
        else:
            shown.append(name)
        if value is not _NONE:
            defaults[name] = value
    body |= {"__slots__": tuple(own), "__match_args__": (*before.__match_args__, *own)}
    body |= {"_defaults": defaults, "_shown": tuple(shown)}
    made: Any = type(written.__name__, bases, body)
    made.__qualname__ = written.__qualname__
    make_lazy(made)
    found: type[T] = made
    return found


def _record_of(kind: type[Any]) -> Any:
    """The record that a class is, or derives from."""
    return next(base for base in kind.__mro__ if "_defaults" in vars(base))


def _completed(kind: Any, given: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
    """The values of all fields. Raises ``TypeError`` where an argument is missing, or too many."""
    names = kind.__match_args__
    values = {**kind._defaults, **dict(zip(names, given, strict=False)), **named}
    if len(given) > len(names) or len(values) != len(names) or not named.keys() <= {*names[len(given) :]}:
        try:
            _described(kind)["__signature__"].bind(*given, **named)
        except TypeError as fault:
            raise TypeError(f"{kind.__name__}: {fault}") from None
    return tuple([values[name] for name in names])


@cache
def _described(kind: Any) -> dict[str, Any]:
    """The description of a record, which is that of a dataclass with its fields."""
    from dataclasses import MISSING, field, make_dataclass
    from inspect import signature
    from typing import get_type_hints

    names = kind.__match_args__
    hints = get_type_hints(kind) if names else {}
    defaults = {name: field(default=kind._defaults.get(name, MISSING), repr=name in kind._shown) for name in names}
    twin: Any = make_dataclass(kind.__name__, [(name, hints[name], defaults[name]) for name in names], frozen=True)
    return {"__signature__": signature(twin), **{name: getattr(twin, name) for name in _ASKED}}
