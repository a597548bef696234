"""The blocking client."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Event as Signal
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, Literal, Self, TypeVar, overload

import httpx2

from ..errors import Error
from . import application, batching, following
from .consumers import Consumer, Item, take
from .driver import Driver
from .face import Face
from .sending import send
from .transport import options
from .updating import update

if TYPE_CHECKING:
    from ..calls import Call
    from ..events import Event
    from ..http import Response
    from ..link import Link

T = TypeVar("T")


class Client(Face):
    """A client of one user, to be shared between threads."""

    _driver: Driver | None = None

    def open(self) -> Self:
        """Find the server and sign in; entering does it too."""
        self._run(self._signing_in())
        return self

    def close(self) -> None:
        """Delete the application if that was asked for, wake all who wait, and close connections."""
        driver, self._driver = self._driver, None
        if driver is None:
            return
        try:
            with suppress(Error):
                driver.run(self._closing(), self._core.policy.timeout)
        finally:
            if self._core.channel is not None:
                self._core.channel.close()
            driver.close()
            if self._owns_http:
                self._http.close()
                self._http = None

    def __enter__(self) -> Self:
        try:
            return self.open()
        except BaseException:
            self.close()
            raise

    def __exit__(self, *_: object) -> None:
        self.close()

    @overload
    def send(self, call: Call[T], *, raw: Literal[False] = False, timeout: float | None = None) -> T: ...
    @overload
    def send(self, call: Call[T], *, raw: Literal[True], timeout: float | None = None) -> tuple[T, Response]: ...
    def send(self, call: Call[T], *, raw: bool = False, timeout: float | None = None) -> T | tuple[T, Response]:
        """The result of a call, with its response if that is asked for. Raises what the server reports."""
        result, response = self._run(send(self._core, call, timeout=timeout))
        return (result, response) if raw else result

    def create_application(self, **settings: Any) -> Any:
        """Make the application, with the parameters of the applications resource."""
        return self._run(self._creating(settings))

    def take_up(self, url: str, position: str | None = None, settings: Mapping[str, Any] | None = None) -> Any:
        """Go on with an application that another process made, its events from ``position`` on."""
        return self._run(self._taking_up(url, position, settings))

    def events(self) -> Events:
        """All events from now on, and a ``Reset`` where the server lost state."""
        return Events(self, self._channel.listen())

    def start(self, call: Call[T]) -> Operation[T]:
        """An operation that goes on after its call; it begins when it is entered."""
        return Operation(self, call)

    def batch(self, *calls: Call[Any]) -> batching.Outcomes:
        """The outcomes of calls that are sent together."""
        outcomes: batching.Outcomes = self._run(batching.batch(self._core, calls))
        return outcomes

    def update(self, link: Link, change: Callable[[Any], Mapping[str, Any]]) -> Any:
        """Read what a link leads to, and write it back with the changes that ``change`` gives for it.

        Where somebody else was faster, all of it is done again, three times at most.
        """
        return self._run(update(self._core, link, change))

    @contextmanager
    def stay_active(self, every: float = 180.0) -> Iterator[None]:
        """Report the user's activity for as long as the block lasts, ``every`` so many seconds."""
        over = Signal()
        thread = Thread(target=self._report, args=(every, over), name="activity", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join(self._core.policy.timeout)

    def _report(self, every: float, over: Signal) -> None:
        while not over.is_set():
            with suppress(Error):
                self._run(application.report_activity(self._core))
            over.wait(every)

    def _run(self, flow: Any, timeout: float | None = None) -> Any:
        with self._core.lock:
            if self._driver is None:
                if self._http is None:
                    self._http = httpx2.Client(**options(**self._options))
                self._driver = Driver(self._core, self._http, is_ours=self._owns_http)
            driver = self._driver
        return driver.run(flow, timeout)


class Events:
    """What one listener hears: an iterator that ends when it is closed."""

    def __init__(self, client: Client, consumer: Consumer) -> None:
        self._client = client
        self._consumer = consumer

    def next(self, timeout: float | None = None) -> Item:
        """The next event; ``TimeoutError`` after so many seconds."""
        item: Item | None = self._taken() or self._client._run(take(self._client._core, self._consumer), timeout)
        if item is None:
            raise StopIteration
        return item

    def _taken(self) -> Item | None:
        """The next one if it is here already, which needs no flow."""
        with self._client._core.lock:
            return self._consumer.take()

    def handled(self) -> None:
        """Say that the last event has been handled, before the next is asked for: then ``client.position`` tells so.

        Who stores the position in order to go on after a crash does it between this and the next event.
        """
        self._consumer.handled()

    def close(self) -> None:
        """Hear no more."""
        self._consumer.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Item:
        return self.next()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Operation(Generic[T]):
    """An operation, followed through its events. It begins when it is entered, or first asked for something."""

    def __init__(self, client: Client, call: Call[T]) -> None:
        self._client = client
        self._call = call
        self._following: following.Following[T] | None = None

    @property
    def link(self) -> T | None:
        """What the call gave: a link to the operation."""
        return self._following.given if self._following else None

    @property
    def id(self) -> str | None:
        """The ID by which its events tell of it."""
        return self._call.operation_id

    def result(self, timeout: float | None = None) -> Any:
        """The completed state. Raises ``OperationFailed`` with the reason, and ``TimeoutError`` after so many seconds."""
        return self._client._run(following.result(self._client._core, self._begun()), timeout)

    def next(self, timeout: float | None = None) -> Event:
        """The next event of the operation."""
        event: Event | None = self._client._run(following.next_event(self._client._core, self._begun()), timeout)
        if event is None:
            raise StopIteration
        return event

    def close(self) -> None:
        """Follow it no more."""
        if self._following is not None:
            self._following.close()

    def _begun(self) -> following.Following[T]:
        if self._following is None:
            client = self._client
            self._following = client._run(following.begin(client._core, client._channel, self._call))
        assert self._following is not None
        return self._following

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        return self.next()

    def __enter__(self) -> Self:
        self._begun()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
