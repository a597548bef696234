"""How deeply the text of a message is nested. Brackets and tags are counted, as the text may be no valid document."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, Final

DEEPEST: Final = 64
TOO_DEEP: Final = f"more than {DEEPEST} levels deep"
OPENING: Final = {"json": "[{", "xml": "<"}
NESTING: Final = {
    "json": re.compile(r'"(?:[^"\\\n]|\\.)*"|(?P<opens>[\[{])|(?P<closes>[\]}])'),
    "xml": re.compile(r"(?P<closes></[^<>]*>)|<[^<>!?/][^<>]*/>|(?P<opens><[^<>!?/][^<>]*>)"),
}


def too_deep(text: str, format_: str, start: int = 0, end: int | None = None) -> int | None:
    """The offset at which a JSON or XML text exceeds the depth that is read; None where it does not."""
    end = len(text) if end is None else end
    if sum(text.count(mark, start, end) for mark in OPENING[format_]) <= DEEPEST:
        return None
    depth = 0
    for mark in NESTING[format_].finditer(text, start, end):
        depth = max(0, depth + (mark["opens"] is not None) - (mark["closes"] is not None))
        if depth > DEEPEST:
            return mark.start()
    return None


def load_json(text: str, pairs: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    """A JSON value; ValueError where the text is none, or is nested too deeply. ``pairs`` makes the objects."""
    if too_deep(text, "json") is not None:
        raise ValueError(TOO_DEEP)
    return json.loads(text, object_pairs_hook=pairs)
