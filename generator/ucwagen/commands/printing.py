"""Data as JSON on standard output."""

from __future__ import annotations

import json
import re
from typing import Any

from ucwagen.session import put

NOT_ASCII = re.compile(r"[^\n\x20-\x7e]")


def put_json(data: dict[str, Any]) -> None:
    """Print the data, characters that cannot be shown as their codes."""
    text = json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False)
    put(NOT_ASCII.sub(lambda found: found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1], text) + "\n")
