"""Names of request headers: what one looks like, and those that a client sets by itself."""

from __future__ import annotations

import re

from ucwagen.diagnostics import Collector, Span
from ucwagen.source.text import shown

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", re.ASCII)
"""RFC 9110, section 5.6.2."""

SET_BY_CLIENTS = frozenset({
    "accept", "accept-encoding", "authorization", "connection", "content-encoding", "content-length", "content-type",
    "cookie", "date", "expect", "host", "if-match", "if-modified-since", "if-none-match", "if-range",
    "if-unmodified-since", "keep-alive", "proxy-authorization", "proxy-connection", "range",
    "te", "trailer", "transfer-encoding", "upgrade", "user-agent",
})  # fmt: skip


def check_response_header(name: str, span: Span, faults: Collector) -> None:
    """A fault for what is no name of a header."""
    if not TOKEN.fullmatch(name):
        faults.error(span, f"{shown(name)} is no name of a header; use ASCII letters, digits and `-`")


def check_request_header(name: str, span: Span, faults: Collector) -> None:
    """The same, and a fault for a header that every client sets by itself."""
    check_response_header(name, span, faults)
    if name.lower() in SET_BY_CLIENTS:
        faults.error(span, f"the client sets the header {shown(name)} by itself; remove it here")
