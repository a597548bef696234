"""Chains of calls, which are what those shortcuts give that read a state first."""

from __future__ import annotations

from ..base.errors import LinkNotAvailable
from ..base.metaclass import make_lazy
from ..base.typing_shim import Any, Generic, TypeVar
from .call import Call, Format

T_co = TypeVar("T_co", covariant=True)
_SAID = ("first", "rels", "last")


class Chain(Generic[T_co]):
    """A call whose link stands in a state that has to be read first. A client sends both, in their order.

    A value like a call, and as immutable: it can be compared, printed, pickled, and sent again.
    """

    __slots__ = ("first", "last", "rels")

    first: Call[Any]
    """The GET of the first state."""
    rels: tuple[str, ...]
    """The links to follow from there, each in the state of the one before; the last one is that of the call."""
    last: Call[T_co]
    """The call, whose result is that of the chain. Its address is not known yet: it shows the rel in braces."""

    def __init__(self, first: Call[Any], rels: tuple[str, ...], last: Call[T_co]) -> None:
        for name, value in zip(_SAID, (first, rels, last), strict=True):
            object.__setattr__(self, name, value)

    @property
    def operation_id(self) -> str | None:
        """The ID of the operation of the last call in events."""
        return self.last.operation_id

    def next(self, state: Any) -> Call[T_co] | Chain[T_co]:
        """What to send after the first call, whose result is ``state``: the call, or the chain that is left.

        Raises ``LinkNotAvailable`` if the state lacks the link, as all look-ups of links do.
        """
        rel, *others = self.rels
        if state is None:
            raise LinkNotAvailable(rel, self.first.path)
        link = state.links[rel]
        return Chain(link.get(), tuple(others), self.last) if others else _moved(self.last, link)

    def preview(self, format: Format = "json") -> str:
        """The first and the last HTTP message as text, without secrets. Raises ``InvalidArgument`` as ``Call.preview`` does."""
        return f"{self.first.preview(format)}\n{self.last.preview(format)}"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a chain does not change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a chain does not change")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Chain):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _SAID)

    def __hash__(self) -> int:
        return hash((self.first, self.rels, self.last))

    def __copy__(self) -> Chain[T_co]:
        return self

    def __deepcopy__(self, memo: object) -> Chain[T_co]:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Chain, (self.first, self.rels, self.last)

    def __repr__(self) -> str:
        return f"<Chain {self.first!r} then {' then '.join(self.rels)}: {self.last.method}>"


def _moved(call: Call[T_co], link: Any) -> Call[T_co]:
    """The same call to the address of a link."""
    return Call(
        call.method,
        link.href,
        call.returns,
        base=link._base,
        query=call.query,
        body=call.body,
        headers=call.headers,
        known=call.known,
    )


make_lazy(Chain)
