"""Addresses of documented samples: of requests and in links, below one application, and their variable steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from ucwagen.source.http import Example, Message, split

_ONE_OF_MANY = re.compile(r"(?!v\d+$).*\d.*|.*@.*", re.IGNORECASE)
"""A number with anything around it, or an address of a user. The version of an API, such as ``v3``, is neither."""
_LINKS = ("href", "location")
_ORIGIN = re.compile(r"https?://[^/?#]+", re.IGNORECASE)


def is_one_of_many(step: str) -> bool:
    """Whether a step of a path identifies one thing among many. The sandbox of a package decides by the same rule."""
    return _ONE_OF_MANY.fullmatch(step) is not None


def requested(request: Message) -> str:
    """The address that a documented request goes to, with its query."""
    return next(iter(request.start.split()[1:2]), "")


def hosts(examples: Iterable[Example]) -> frozenset[str]:
    """The hosts to which documented requests go, in small letters."""
    messages = (split(example.text) for example in examples if example.direction == "request")
    return frozenset(host.lower() for message in messages for host in _hosts(message))


def _hosts(request: Message) -> Iterator[str]:
    host = urlsplit(requested(request)).netloc
    if host:
        yield host
    yield from (value for name, value in request.headers if name.lower() == "host" and value)


@dataclass(frozen=True, slots=True)
class BaseUrl:
    """The application of the samples; ``variants`` finds the starts of addresses in other applications."""

    path: str
    variants: re.Pattern[str]


def base_url(path: str) -> BaseUrl | None:
    """The base at ``/service/v1/applications/192``, for example; samples vary its number and leave out its start.

    None where all applications have one address, which has no number.
    """
    steps = path.strip("/").split("/")
    if len(steps) < 2 or not any(map(str.isdigit, steps[-1])):
        return None
    start, kept = ("", steps[:-1]) if len(steps) == 2 else (rf"(?:{re.escape(steps[0])}/)?", steps[1:-1])
    parent = "/".join(map(re.escape, kept))
    variants = rf"(?:https?://[^/]+)?/{{1,2}}{start}{parent}(?P<one>/[^/?#]+)?(?=[/?#]|$)"
    return BaseUrl(f"/{'/'.join(steps)}", re.compile(variants))


def rebase(value: Any, base: BaseUrl) -> Any:
    """A JSON value with all addresses in the one application."""
    return _each_text(value, lambda text: _rebased(text, base))


def without_hosts(value: Any, hosts: frozenset[str]) -> Any:
    """A JSON value whose links and locations on the hosts of the samples are paths. Properties keep their addresses."""
    if isinstance(value, dict):
        return {
            name: _path(item, hosts) if name in _LINKS and isinstance(item, str) else without_hosts(item, hosts)
            for name, item in value.items()
        }
    return [without_hosts(item, hosts) for item in value] if isinstance(value, list) else value


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _each_text(item, change) for name, item in value.items()}
    if isinstance(value, list):
        return [_each_text(item, change) for item in value]
    return change(value) if isinstance(value, str) else value


def _rebased(text: str, base: BaseUrl) -> str:
    found = base.variants.match(text)
    if found is None:
        return text
    return (base.path if found["one"] else base.path.rpartition("/")[0]) + text[found.end() :]


def _path(text: str, hosts: frozenset[str]) -> str:
    found = _ORIGIN.match(text)
    if found is None or urlsplit(found[0]).netloc.lower() not in hosts:
        return text
    rest = text[found.end() :]
    return rest if rest.startswith("/") else f"/{rest}"


def find_hrefs(bodies: Iterable[tuple[str, Any]]) -> dict[str, str]:
    """For each rel the target of the first link with it, or the own link of a resource with that rel.

    Each body comes with its own address, against which its links are resolved.
    """
    found: dict[str, str] = {}
    for address, body in bodies:
        for rel, link in _links(body):
            href = link.get("href")
            if href and rel not in found and (path := urlsplit(urljoin(address, str(href))).path):
                found[rel] = path
    return found


def _links(value: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    """The links in a body with their rels; the own link of a resource has the rel of the resource too."""
    if isinstance(value, list):
        for item in value:
            yield from _links(item)
    elif isinstance(value, dict):
        links = value.get("_links", {})
        for rel, found in (*links.items(), (value.get("rel"), links.get("self", []))):
            yield from ((rel, link) for link in (found if isinstance(found, list) else [found]))
        for item in value.values():
            yield from _links(item)
