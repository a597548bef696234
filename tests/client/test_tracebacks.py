"""The traceback of an error shows the program of the user, and none of the steps inside the client."""

from __future__ import annotations

import traceback

import anyio
import pytest

from ucwa2 import AsyncClient, Client, PasswordGrant, TokenGrant, UcwaError
from ucwa2.sandbox import running

MOST = 4
"""Frames of the package in a traceback: the method that was called, and what hands it on."""


def of_package(fault: BaseException) -> list[str]:
    return [frame.filename for frame in traceback.extract_tb(fault.__traceback__) if "/ucwa2/" in frame.filename]


def entered(kind, url, grant):
    if kind is Client:
        with Client(url, grant):
            pass
    else:
        anyio.run(_entered, url, grant)


async def _entered(url, grant):
    async with AsyncClient(url, grant):
        pass


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_wrong_password_has_a_short_traceback(kind):
    with running() as sandbox, pytest.raises(UcwaError) as caught:
        entered(kind, sandbox.url, PasswordGrant("ann@contoso.com", "wrong"))

    assert len(of_package(caught.value)) <= MOST


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_server_that_is_away_has_a_short_traceback(kind):
    with pytest.raises(UcwaError) as caught:
        entered(kind, "http://127.0.0.1:9/", PasswordGrant("ann@contoso.com", "secret"))

    assert len(of_package(caught.value)) <= MOST


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_function_of_the_user_keeps_its_frames(kind):
    def my_token():
        raise UcwaError("my store is empty")

    with running() as sandbox, pytest.raises(UcwaError, match="my store is empty") as caught:
        entered(kind, sandbox.url, TokenGrant(my_token))

    assert "my_token" in [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]


def test_fault_of_another_kind_keeps_all_frames():
    def broken():
        raise ZeroDivisionError

    with running() as sandbox, pytest.raises(ZeroDivisionError) as caught:
        entered(Client, sandbox.url, TokenGrant(broken))

    assert len(of_package(caught.value)) > MOST


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_application_before_there_is_one_is_an_error(kind):
    with pytest.raises(UcwaError, match="create_application"):
        _ = kind("http://127.0.0.1:9/").application
