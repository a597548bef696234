"""What schemathesis does not know by itself: how to send bodies that are texts of other media types."""

from __future__ import annotations

from typing import Any

import schemathesis


@schemathesis.serializer("application/sdp", "multipart/batching", "text/html")
def text(context: Any, value: Any) -> bytes:
    """Sends the text as it is."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
