"""Addresses of documented samples: brought below one application, and found in the links that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Home:
    """The application whose addresses the samples have; ``strays`` finds the starts of those that lie elsewhere."""

    path: str
    strays: re.Pattern[str]


def home(path: str) -> Home | None:
    """The home at an address such as ``/service/v1/applications/192``; samples leave out its start, or the number."""
    steps = path.strip("/").split("/")
    if len(steps) < 3:
        return None
    start, kept = steps[0], "/".join(map(re.escape, steps[1:-1]))
    strays = rf"(?:https?://[^/]+)?/{{1,2}}(?:{re.escape(start)}/)?{kept}(?P<one>/[^/?#]+)?(?=[/?#]|$)"
    return Home(f"/{'/'.join(steps)}", re.compile(strays))


def at_home(value: Any, there: Home) -> Any:
    """A JSON value whose addresses all lie below one application."""
    if isinstance(value, dict):
        return {name: at_home(item, there) for name, item in value.items()}
    if isinstance(value, list):
        return [at_home(item, there) for item in value]
    return _moved(value, there) if isinstance(value, str) else value


def _moved(text: str, there: Home) -> str:
    found = there.strays.match(text)
    if found is None:
        return text
    return (there.path if found["one"] else there.path.rpartition("/")[0]) + text[found.end() :]


def led_to(rel: str, bodies: Iterable[Any]) -> str:
    """Where the first link of a rel leads, or where what has that rel says that it is, or nothing."""
    for body in bodies:
        for link in _links(body, rel):
            path = urlsplit(str(link.get("href", ""))).path
            if path:
                return path
    return ""


def _links(value: Any, rel: str) -> Iterable[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _links(item, rel)
    elif isinstance(value, dict):
        links = value.get("_links", {})
        for name in (rel, "self") if value.get("rel") == rel else (rel,):
            found = links.get(name, [])
            yield from found if isinstance(found, list) else [found]
        for item in value.values():
            yield from _links(item, rel)
