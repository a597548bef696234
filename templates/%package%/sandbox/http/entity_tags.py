"""Entity tags: computed from bodies, and shown in bodies where the API does so."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

_DIGITS = 10
TAGGED: set[str] = set()
"""The rels of the resources whose bodies hold their entity tag."""


def etag(body: dict[str, Any]) -> str:
    """The entity tag of a body: a number of ten digits."""
    known = {name: value for name, value in body.items() if name != "etag"} if "etag" in body else body
    found = int(sha256(json.dumps(known, sort_keys=True).encode()).hexdigest(), 16)
    return str(found % 9 * 10 ** (_DIGITS - 1) + found // 9 % 10 ** (_DIGITS - 1) + 10 ** (_DIGITS - 1))


def tagged(value: Any) -> Any:
    """A body in which resources hold their entity tags."""
    if not TAGGED:
        return value
    if isinstance(value, list):
        return [tagged(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {name: tagged(item) for name, item in value.items()}
    return {**found, "etag": etag(value)} if value.get("rel") in TAGGED and "events" not in value else found
