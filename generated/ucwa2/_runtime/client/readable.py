"""Types of links by their targets, so that the result of an operation has the type of its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ..requests.call import Call

S_co = TypeVar("S_co", covariant=True)


class Readable(Protocol[S_co]):
    """A link to a state that can be read."""

    def get(self) -> Call[S_co]:
        """The call that reads it."""
        ...
