"""What schemathesis does not know by itself: how to send bodies that are texts of other media types."""

from __future__ import annotations

from typing import Any

import schemathesis


@schemathesis.serializer("application/sdp", "multipart/batching", "text/html")
class Text:
    """Sends the text as it is."""

    def serialize(self, context: Any, value: Any) -> Any:
        return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
