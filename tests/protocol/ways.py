"""The four kinds of client: blocking or async, JSON or XML. A scenario is written once, for async."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Literal, NamedTuple
from zlib import crc32

from anyio import to_thread

from ucwa2 import AsyncClient, Client, PasswordGrant, Policy

ANN = PasswordGrant("ann@contoso.com", "secret")
BOB = PasswordGrant("bob@contoso.com", "secret")
PATIENT = Policy(timeout=10.0, first_pause=0.01, longest_pause=1.0)
ENDED = object()

WAITING = {"open", "close", "send", "create_application", "attach", "batch", "update", "next", "result"}
MAKING = {"events", "start"}


class Way(NamedTuple):
    """A kind of client, and its format."""

    kind: Literal["sync", "async"]
    format: Literal["json", "xml"]

    def __str__(self) -> str:
        return f"{self.kind}-{self.format}"

    def client(self, url: str | None, grant: Any = ANN, **options: Any) -> Any:
        """A client with the interface of ``AsyncClient``."""
        given = {"policy": PATIENT, "format": self.format, **options}
        return self.dress(AsyncClient(url, grant, **given) if self.kind == "async" else Client(url, grant, **given))

    def discover(self, domain: str, grant: Any = ANN, **options: Any) -> Any:
        """A client that discovers its server."""
        made = AsyncClient if self.kind == "async" else Client
        return self.dress(made.discover(domain, grant, policy=PATIENT, format=self.format, **options))

    def dress(self, client: Any) -> Any:
        """The client, awaitable in either case."""
        return client if self.kind == "async" else Blocking(client)

    @asynccontextmanager
    async def application(
        self, sandbox: Any, grant: Any = ANN, *, available: bool = True, **options: Any
    ) -> AsyncIterator[Any]:
        """A client with an application, ``client.me`` and ``client.communication``."""
        async with self.client(f"{sandbox.url}/", grant, **options) as client:
            app = await client.create_application(user_agent="Tests/1.0", culture="en-US")
            if available:
                await client.send(app.embedded.me.links.make_me_available.post())
                app = await client.send(app.links.self.get())
            yield client, app


WAYS = [Way("sync", "json"), Way("sync", "xml"), Way("async", "json"), Way("async", "xml")]
PAIRS = ((WAYS[0], WAYS[3]), (WAYS[1], WAYS[2]))
"""Two ways of which each has another client and another format."""


def one_pair(scenario: str, ways: Collection[Way]) -> Collection[Way]:
    """Two of all four ways, always the same for a scenario; other ways are left as they are."""
    return PAIRS[crc32(scenario.encode()) % 2] if len(ways) == len(WAYS) else ways


class Blocking:
    """A blocking client, events or operation, whose calls run in a thread."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.inner, name)
        if name in MAKING:
            return lambda *given, **named: Blocking(found(*given, **named))
        if name in WAITING and (name != "close" or isinstance(self.inner, Client)):
            return partial(_wait, found)
        return found

    async def __aenter__(self) -> Blocking:
        await _wait(self.inner.__enter__)
        return self

    async def __aexit__(self, *_: object) -> None:
        await _wait(self.inner.close)

    def __aiter__(self) -> Blocking:
        return self

    async def __anext__(self) -> Any:
        return await _wait(self.inner.__next__)


async def _wait(function: Any, *given: Any, **named: Any) -> Any:
    """Call in a thread; StopIteration cannot cross threads as an exception."""

    def call() -> Any:
        try:
            return function(*given, **named)
        except StopIteration:
            return ENDED

    found = await to_thread.run_sync(call, abandon_on_cancel=True)
    if found is ENDED:
        raise StopAsyncIteration
    return found
