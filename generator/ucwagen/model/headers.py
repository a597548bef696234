"""Names of headers: what one looks like, and those that belong to the client itself."""

from __future__ import annotations

import re

from ucwagen.diagnostics import Collector, Span
from ucwagen.source.text import shown

TOKEN = re.compile(r"[A-Z0-9!#$%&'*+.^_`|~-]+", re.IGNORECASE | re.ASCII)
"""RFC 9110, 5.6.2."""

SET_BY_THE_CLIENT = frozenset({
    "accept", "accept-charset", "accept-encoding", "authorization", "connection", "content-encoding", "content-length",
    "content-type", "cookie", "date", "expect", "host", "if-match", "if-modified-since", "if-none-match", "if-range",
    "if-unmodified-since", "keep-alive", "proxy-authorization", "proxy-connection", "range", "te", "trailer",
    "transfer-encoding", "upgrade", "user-agent",
})  # fmt: skip
"""Request headers that have a meaning of their own in HTTP."""


def check_header(name: str, span: Span, faults: Collector) -> None:
    """A fault for a text that is no name of a header."""
    if not TOKEN.fullmatch(name):
        message = f"{shown(name)} is no name of a header; use letters, digits and `-`"
        faults.error(span, message)


def check_request_header(name: str, span: Span, faults: Collector) -> None:
    """The same for a header of requests, which may be none that the client sets itself."""
    check_header(name, span, faults)
    if name.lower() in SET_BY_THE_CLIENT:
        faults.error(span, f"the client sets {shown(name)} itself; name the header that the API has for this")
