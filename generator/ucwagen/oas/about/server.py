"""The address of a server that a user gives comes in, and goes out as the document has it."""

from __future__ import annotations

from urllib.parse import urlsplit

from ucwagen.choices import Word
from ucwagen.diagnostics import Collector

SUCH = "give scheme and host, such as `https://localhost:8443`"


def server_url(given: Word, faults: Collector) -> str:
    """The address without a slash at its end. One that no program can send to is a fault."""
    why = _why(given.text)
    if why:
        faults.error(given.span, why)
    return given.text.rstrip("/")


def _why(text: str) -> str:
    try:
        parts = urlsplit(text)
        port = parts.port != 0
    except ValueError:
        return f"is no address of a server; {SUCH}"
    if parts.scheme not in ("http", "https") or not (parts.hostname and port and text.isprintable()) or " " in text:
        return f"is no address of a server; {SUCH}"
    if parts.username is not None:
        return "has credentials, which readers of the document would see; leave them out"
    if parts.query or parts.fragment:
        return "has a query or a fragment, to which no path can be added; leave it out"
    return ""
