"""The bodies of documented JSON messages, for what shows real values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ucwagen.python.package.extras import Examples
from ucwagen.source import http
from ucwagen.source.depth import load_json


def body_of(examples: Examples, page: str, method: str, direction: http.Direction) -> Mapping[str, Any]:
    """The body of the first such message of a page; empty where none is documented or where it is no object."""
    for example in examples.get(page, ()):
        mine = (example.method, example.direction, example.format) == (method, direction, "json")
        if mine and not example.words and not example.edition:
            return _object(http.split(example.text).body)
    return {}


def _object(text: str) -> Mapping[str, Any]:
    try:
        found = load_json(text) if text.strip() else None
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
