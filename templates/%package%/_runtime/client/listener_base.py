"""What listeners of both clients have in common: all but waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .flows import operation_tracking
from .session.consumers import Consumer, Item

if TYPE_CHECKING:
    from ..calls.call import Call
    from .base_client import BaseClient

T_co = TypeVar("T_co", covariant=True)
C = TypeVar("C", bound="BaseClient[Any]")


class EventStreamBase(Generic[C]):
    """Who hears all events, at a client of either kind."""

    def __init__(self, client: C, consumer: Consumer) -> None:
        self._client: C = client
        self._consumer = consumer

    def _taken(self) -> Item | None:
        """The next one if it is here already, which needs no flow."""
        self._client._check_here()
        with self._client._session.lock:
            return self._consumer.take()

    def handled(self) -> None:
        """Say that the last event has been handled, before the next is asked for: then ``client.position`` tells so.

        Who stores the position in order to go on after a crash does it between this and the next event.
        """
        if self._client._is_here():
            with self._client._session.lock:
                self._consumer.handled()
            self._client._wake()

    def close(self) -> None:
        """Hear no more."""
        if self._client._is_here():
            with self._client._session.lock:
                self._consumer.close()
            self._client._wake()


class PendingOperationBase(Generic[C, T_co]):
    """Who follows an operation, at a client of either kind."""

    def __init__(self, client: C, call: Call[T_co]) -> None:
        self._client: C = client
        self._call = call
        self._start: operation_tracking.Start[T_co] | None = None

    @property
    def link(self) -> T_co | None:
        """What the call gave: a link to the operation."""
        begun = self._start.following if self._start else None
        return begun.given if begun else None

    @property
    def id(self) -> str | None:
        """The ID by which its events tell of it."""
        return self._call.operation_id

    def close(self) -> None:
        """Follow it no more."""
        if self._start is not None and self._client._is_here():
            with self._client._session.lock:
                self._start.close()
            self._client._wake()

    def _begun(self) -> operation_tracking.Start[T_co]:
        with self._client._session.lock:
            if self._start is None:
                self._start = operation_tracking.Start(self._client._channel, self._call)
            return self._start
