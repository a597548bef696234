"""How a program opens a client of the API that wants a token."""

from __future__ import annotations

import os

from granary import AsyncClient, Client, CuratorGrant, PasswordGrant, TokenGrant


def grant() -> CuratorGrant | PasswordGrant | TokenGrant | None:
    """The token, the card, or the login of the environment; None where there is none."""
    given = {name: os.environ.get(f"GRANARY_{name}") for name in ("TOKEN", "CARD", "LOGIN")}
    if given["TOKEN"]:
        return TokenGrant(given["TOKEN"])
    if given["CARD"]:
        return CuratorGrant(given["CARD"])
    if given["LOGIN"]:
        user, _, password = given["LOGIN"].partition(" ")
        return PasswordGrant(user, password)
    return None


def blocking(address: str, format: str) -> Client:
    """A client that is not entered yet."""
    return Client(address, grant(), format="xml" if format == "xml" else "json")


def asynchronous(address: str, format: str) -> AsyncClient:
    """The same for ``async``."""
    return AsyncClient(address, grant(), format="xml" if format == "xml" else "json")
