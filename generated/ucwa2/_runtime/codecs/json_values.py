"""Values of JSON: decoded at once, or an object of a large message when it is first read."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, KeysView
from functools import cache

from ..base.typing_shim import Any


@cache
def _decoder() -> Callable[[bytes], Any]:
    import msgspec

    return msgspec.json.Decoder().decode


@cache
def _patient_decoder() -> Callable[[bytes], Any]:
    """Keeps numbers with a point or an exponent as text, of any size."""
    import msgspec

    return msgspec.json.Decoder(float_hook=_number).decode


class LargeNumber:
    """A number that no float can hold, kept as its text, which ``str`` gives."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return self._text

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, LargeNumber) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)


def _number(text: str) -> Any:
    value = float(text)
    return value if value - value == 0 else LargeNumber(text)


def decoded(data: Any) -> Any:
    """The value of bytes, or of a piece of a message. A number too large for a float is kept, and refused where it is read."""
    try:
        return _decoder()(data)
    except ValueError as fault:
        if not str(fault).startswith("Number out of range"):
            raise
    return _patient_decoder()(data)


class Unread:
    """An object that is decoded when it is first read, and reads like its dictionary. Its text is known to be valid."""

    __slots__ = ("_held",)

    def __init__(self, text: Any) -> None:
        self._held: Any = text

    def read(self) -> dict[str, Any]:
        """The dictionary. Threads that read it first at the same time get equal ones, of which one is kept."""
        held = self._held
        if held.__class__ is not dict:
            held = self._held = decoded(held)
        found: dict[str, Any] = held
        return found

    def get(self, name: str, default: Any = None) -> Any:
        return self.read().get(name, default)

    def keys(self) -> KeysView[str]:
        return self.read().keys()

    def items(self) -> ItemsView[str, Any]:
        return self.read().items()

    def __getitem__(self, name: str) -> Any:
        return self.read()[name]

    def __contains__(self, name: object) -> bool:
        return name in self.read()

    def __iter__(self) -> Iterator[str]:
        return iter(self.read())

    def __len__(self) -> int:
        return len(self.read())

    def __eq__(self, other: object) -> bool:
        return self.read() == (other.read() if isinstance(other, Unread) else other)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (self.read(),)

    def __repr__(self) -> str:
        return repr(self.read())
