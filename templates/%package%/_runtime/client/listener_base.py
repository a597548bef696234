"""The base of the listeners of both clients: everything except waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..base.arguments import check_seconds
from ..base.process import HERE
from .flows import operation_tracking
from .session.consumers import Consumer, Item

if TYPE_CHECKING:
    from ..requests.call import Call
    from ..requests.chain import Chain
    from .base_client import BaseClient

T_co = TypeVar("T_co", covariant=True)
C = TypeVar("C", bound="BaseClient[Any]")


class EventStreamBase(Generic[C]):
    """A listener to all events, for either client."""

    def __init__(self, client: C, consumer: Consumer) -> None:
        self._client: C = client
        self._consumer = consumer

    def _taken(self, timeout: float | None) -> Item | None:
        """The next one if it is here already, which needs no flow, and mostly no lock. ``timeout`` is checked in either case."""
        if timeout is not None:
            check_seconds(timeout)
        if self._client._process != HERE.number:
            self._client._check_here()
        item = self._consumer.ready()
        if item is None:
            with self._client._session.lock:
                item = self._consumer.take()
        return item

    def handled(self) -> None:
        """Mark the last event as handled before the next is requested, so that ``client.position`` includes it.

        To continue after a crash, store the position between this call and the next event.
        """
        if self._client._is_here():
            with self._client._session.lock:
                self._consumer.handled()
            self._client._wake()

    def close(self) -> None:
        """Stop listening."""
        if self._client._is_here():
            with self._client._session.lock:
                self._consumer.close()
            self._client._wake()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}{', closed' if self._consumer.closed else ''}>"


class PendingOperationBase(Generic[C, T_co]):
    """A listener to one operation, for either client."""

    def __init__(self, client: C, call: Call[T_co] | Chain[T_co]) -> None:
        self._client: C = client
        self._call = call
        self._start: operation_tracking.Start[T_co] | None = None

    @property
    def link(self) -> T_co | None:
        """The result of the call: a link to the operation."""
        begun = self._start.following if self._start else None
        return begun.given if begun else None

    @property
    def id(self) -> str | None:
        """The ID of the operation in its events."""
        return self._call.operation_id

    def close(self) -> None:
        """Stop tracking it."""
        if self._start is not None and self._client._is_here():
            with self._client._session.lock:
                self._start.close()
            self._client._wake()

    def __repr__(self) -> str:
        begun = self._start.following if self._start else None
        state = "not started" if begun is None else "over" if begun.is_over else "under way"
        return f"<{type(self).__name__} of {self._call!r}, {state}>"

    def _begun(self) -> operation_tracking.Start[Any]:
        with self._client._session.lock:
            if self._start is None:
                self._start = operation_tracking.Start(self._client._channel, self._call)
            return self._start
