"""How a program opens a client of the API that wants a token."""

from __future__ import annotations

import os

from granary import AsyncClient, Client, TokenGrant


def grant() -> TokenGrant | None:
    """The token of the environment; None where there is none."""
    token = os.environ.get("GRANARY_TOKEN")
    return TokenGrant(token) if token else None


def blocking(address: str, format: str) -> Client:
    """A client that is not entered yet."""
    return Client(address, grant(), format="xml" if format == "xml" else "json")


def asynchronous(address: str, format: str) -> AsyncClient:
    """The same for ``async``."""
    return AsyncClient(address, grant(), format="xml" if format == "xml" else "json")
