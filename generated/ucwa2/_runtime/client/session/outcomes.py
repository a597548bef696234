"""The outcomes of calls that were sent together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from ...base.metaclass import make_lazy
from ...base.redact import shown

if TYPE_CHECKING:
    from ...base.errors import Error
    from ...requests.call import Call

T = TypeVar("T")


class Outcome(Generic[T]):
    """The outcome of ``call``: a value or an error."""

    __slots__ = ("_error", "_value", "call")

    def __init__(self, call: Call[T], value: Any = None, error: Error | None = None) -> None:
        self.call = call
        self._value = value
        self._error = error

    @property
    def error(self) -> Error | None:
        """The error; None for a value."""
        return self._error

    @property
    def value(self) -> T:
        """The result of the call; raises its error."""
        if self._error is not None:
            raise self._error
        value: T = self._value
        return value

    def __repr__(self) -> str:
        return f"<Outcome of {self.call.method} {shown(self.call.href)}: {self._error or 'done'}>"


class Outcomes:
    """The outcomes of a batch: by call, or in the order of the calls."""

    def __init__(self, outcomes: Sequence[Outcome[Any]]) -> None:
        self._outcomes = tuple(outcomes)
        self._by_call = {id(outcome.call): outcome for outcome in outcomes}

    @overload
    def __getitem__(self, key: int) -> Outcome[Any]: ...
    @overload
    def __getitem__(self, key: Call[T]) -> Outcome[T]: ...
    def __getitem__(self, key: Any) -> Outcome[Any]:
        return self._outcomes[key] if isinstance(key, int) else self._by_call[id(key)]

    def __iter__(self) -> Iterator[Outcome[Any]]:
        return iter(self._outcomes)

    def __len__(self) -> int:
        return len(self._outcomes)

    def __repr__(self) -> str:
        failed = sum(outcome.error is not None for outcome in self)
        return f"<{len(self)} outcomes, {failed} of them errors>"


make_lazy(Outcome, Outcomes)
