"""Names of request headers: what one looks like, and those that a client sets by itself."""

from __future__ import annotations

import re

from ucwagen.diagnostics import Collector, Span
from ucwagen.source.text import shown

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", re.ASCII)
"""RFC 9110, section 5.6.2."""

SET_BY_CLIENTS = frozenset({
    "accept", "accept-encoding", "authorization", "connection", "content-encoding", "content-length", "content-type",
    "cookie", "expect", "host", "if-match", "if-none-match", "keep-alive", "proxy-authorization", "proxy-connection",
    "te", "trailer", "transfer-encoding", "upgrade", "user-agent",
})  # fmt: skip


def check_header_name(name: str, span: Span, faults: Collector) -> None:
    """A fault for what is no name of a header, and for a header that every client sets by itself."""
    if not TOKEN.fullmatch(name):
        faults.error(span, f"{shown(name)} is no name of a header; use ASCII letters, digits and `-`")
    elif name.lower() in SET_BY_CLIENTS:
        faults.error(span, f"the client sets the header {shown(name)} by itself; remove it here")
