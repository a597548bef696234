"""What a call needs of its body and of its expected result. Later rooms, which know states, provide both."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..base.registry import index
from ..base.typing_shim import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from ..http.messages import Response
    from ..values.kinds import Kind
    from .call import Call


class Body(Protocol):
    """The body of a request."""

    @property
    def values(self) -> Mapping[str, tuple[Kind, Any]]:
        """The values by wire name: the kind and the checked value. Empty for a body of another media type."""
        ...

    def encode(self, form: str) -> tuple[bytes, str | None]:
        """The bytes in a format, and their media type."""
        ...


class Returns:
    """An expected result."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Returns):
            return NotImplemented
        names: tuple[str, ...] = self.__slots__
        return type(self) is type(other) and all(getattr(self, name) == getattr(other, name) for name in names)

    def __hash__(self) -> int:
        return hash(type(self))

    def accept(self, form: str) -> str:
        """The value of the Accept header."""
        return (index().json_types if form == "json" else index().xml_types)[0]

    def read(self, response: Response, call: Call[Any]) -> Any:
        """The result of a successful response."""
        raise NotImplementedError


class MessageCodec(Protocol):
    """Changes bodies and reads responses."""

    def merged(self, old: Body | None, new: Any) -> Body | None:
        """A body with other values, or another body."""
        ...

    def read(self, response: Response, call: Call[Any]) -> Any:
        """The result of a call; raises what the response reports."""
        ...


_loader: list[Callable[[], MessageCodec]] = []


def provide_message_codec(load: Callable[[], MessageCodec]) -> None:
    """Set where bodies and responses are handled; ``load`` is called when a call first needs it."""
    _loader[:] = [load]


def message_codec() -> MessageCodec:
    """The code that handles bodies and responses."""
    return _loader[0]()
