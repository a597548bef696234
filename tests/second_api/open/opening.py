"""How a program opens a client of the API without sign-in."""

from __future__ import annotations

from granary import AsyncClient, Client


def blocking(address: str, format: str) -> Client:
    """A client that is not entered yet."""
    return Client(address, format="xml" if format == "xml" else "json")


def asynchronous(address: str, format: str) -> AsyncClient:
    """The same for ``async``."""
    return AsyncClient(address, format="xml" if format == "xml" else "json")
