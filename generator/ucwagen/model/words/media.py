"""Media types: what one looks like, and a fault for what does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ucwagen.diagnostics import Collector
from ucwagen.source.text import shown
from ucwagen.spec.said import Said

MEDIA_TYPE = re.compile(r"[a-z0-9][\w.+-]*/[\w.+-]+(; ?[\w-]+=[\w.-]+)*", re.IGNORECASE | re.ASCII)


def check_media_types(spec: Said, field: str, media_types: Sequence[str], faults: Collector) -> None:
    """A list of media types has at least one, and each is one."""
    if not media_types:
        faults.error(spec.span(field), "no media type is named; name at least one")
    for index, media_type in enumerate(media_types):
        if media_type in media_types[:index]:
            faults.error(spec.span(field, index), f"{shown(media_type)} is given twice; keep one")
        if not MEDIA_TYPE.fullmatch(media_type):
            message = f"{shown(media_type)} is not a media type; write one such as `text/plain`"
            faults.error(spec.span(field, index), message)
