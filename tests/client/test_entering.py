"""What is entered or read in the other way, with or without ``async``, says which way is due."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import Any

import anyio
import pytest

from ucwa2 import AsyncClient, Client, PasswordGrant
from ucwa2.resources.note import NoteLink
from ucwa2.sandbox import running

URL = "https://lyncdiscover.contoso.com/"
BOTH = pytest.mark.parametrize("kind", [Client, AsyncClient])
Kind = type[Client | AsyncClient]


@BOTH
@pytest.mark.parametrize("part", [lambda client: client, lambda client: client.start(NoteLink(URL).get())])
def test_error_of_the_other_with_says_which_one_is_due(kind: Kind, part: Any) -> None:
    entered = part(kind(URL))

    async def enter_async(what: Any) -> None:
        async with what:
            pass

    said = "entered by `async with`; only `Client`" if kind is AsyncClient else "entered by `with`; only `AsyncClient`"
    enter = partial(anyio.run, enter_async) if kind is Client else ExitStack().enter_context
    with pytest.raises(TypeError, match=f"`{type(entered).__name__}` is {said}"):
        enter(entered)


def _read(listener: Any) -> None:
    for _ in listener:
        raise AssertionError("it was read")


async def _read_async(listener: Any) -> None:
    async for _ in listener:
        raise AssertionError("it was read")


async def refuses_the_other_for(listener: Any) -> None:
    name = type(listener).__name__
    if name.startswith("Async"):
        for read in (_read, list, next):
            with pytest.raises(TypeError, match=f"`{name}` is read by `async for`; only listeners of `Client`"):
                read(listener)
    else:
        for read_async in (_read_async, anext):
            with pytest.raises(TypeError, match=f"`{name}` is read by `for`; only listeners of `AsyncClient`"):
                await read_async(listener)


@BOTH
@pytest.mark.anyio
async def test_error_of_the_other_for_names_the_right_one_for_an_operation(kind: Kind) -> None:
    await refuses_the_other_for(kind(URL).start(NoteLink(URL).get()))


@pytest.mark.anyio
async def test_error_of_async_for_names_for_for_events() -> None:
    with running() as sandbox, Client(sandbox.url, PasswordGrant("ann@contoso.com", "secret")) as client:
        client.create_application(user_agent="Test/1.0", culture="en-US")
        await refuses_the_other_for(client.events())


@pytest.mark.anyio
async def test_error_of_for_names_async_for_for_events() -> None:
    with running() as sandbox:
        async with AsyncClient(sandbox.url, PasswordGrant("ann@contoso.com", "secret")) as client:
            await client.create_application(user_agent="Test/1.0", culture="en-US")
            await refuses_the_other_for(client.events())
