"""What a user knows from the answers so far: links by rel, addresses of the page and of the server, tags and tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from .sending import RawResponse

_NAMED_URL = re.compile(r'(\w+)="?(https?://[^",\s]+)')
RANDOM_NAME = re.compile(r"[0-9a-f]{4,8}(?:-[0-9a-f]{4}){0,3}(?:-|\.\.\.)[0-9a-f]{4,12}", re.IGNORECASE)
"""The name of a property that differs for each resource: a UUID, which pages shorten with dots."""


@dataclass
class Known:
    """What one user has learned. All addresses of the server are absolute."""

    entry: str
    token: str | None = None
    application: str | None = None
    """The address of the application."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Rels with addresses, in the order in which they came."""
    addresses: dict[str, dict[str, str]] = field(default_factory=dict)
    """Addresses of the server by the path and by the query of those of the page."""
    tags: dict[str, str] = field(default_factory=dict)
    """Entity tags by address."""
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The last resource at each address."""
    cookies: dict[str, str] = field(default_factory=dict)
    next_events: str | None = None

    def learn(self, answer: RawResponse, body: Any) -> None:
        """Take up the links, tags, cookies and tokens of an answer."""
        for line in answer.headers_of("set-cookie"):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name.strip()] = value.strip()
        tag, made = answer.header("etag"), answer.header("location")
        if tag:
            self.tags[place(answer.absolute(made) if made else answer.url)] = tag.strip('"')
        if isinstance(body, dict):
            if isinstance(body.get("access_token"), str):
                self.token = body["access_token"]
            self._take(answer, body)

    def _take(self, answer: RawResponse, value: Any, rel: str | None = None) -> None:
        """The links of a resource and of all that is embedded in it."""
        if isinstance(value, list):
            for item in value:
                self._take(answer, item, rel)
            return
        if not isinstance(value, dict):
            return
        for name, href in links_of(value):
            self.links.append((name, answer.absolute(href)))
        own = next((href for name, href in links_of(value) if name == "self"), None)
        if own is not None:
            self._keep(answer.absolute(own), value, value.get("rel", rel))
        link = value.get("link")
        if isinstance(link, dict) and {"rel", "href"} <= link.keys():
            self.links.append((str(link["rel"]), answer.absolute(str(link["href"]))))
        for name, item in value.items():
            if name == "_embedded" and isinstance(item, dict):
                for inner, found in item.items():
                    self._take(answer, found, inner)
            elif isinstance(item, list | dict) and name != "_links":
                self._take(answer, item)

    def _keep(self, url: str, value: dict[str, Any], rel: Any) -> None:
        if isinstance(rel, str):
            self.links.append((rel, url))
        self.bodies[place(url)] = value
        if isinstance(value.get("etag"), str):
            self.tags[place(url)] = value["etag"]

    def newest(self, rel: str, like: str = "") -> str | None:
        """The address of a link: the one most like an address of the page, and of those the newest."""
        found = [url for name, url in self.links if name == rel]
        return max(enumerate(found), key=lambda row: (likeness(row[1], like), row[0]))[1] if found else None

    def pair(self, page: Any, body: Any, answer: RawResponse) -> None:
        """Take up which address of the server stands for which one of the page, by their places in both bodies."""
        if isinstance(page, list) and isinstance(body, list):
            for one, other in zip(page, body, strict=False):
                self.pair(one, other, answer)
        elif isinstance(page, dict) and isinstance(body, dict):
            for name in (name for name in page if name in body):
                if name == "href" and isinstance(page[name], str) and isinstance(body[name], str):
                    self._stands_for(page[name], answer.absolute(body[name]))
                else:
                    self.pair(page[name], body[name], answer)

    def pair_header(self, page: str, value: str) -> None:
        """The same for addresses in a header, by the names of its parameters."""
        theirs = dict(_NAMED_URL.findall(value))
        for name, url in _NAMED_URL.findall(page):
            if name in theirs:
                self._stands_for(url, theirs[name])

    def _stands_for(self, page: str, url: str) -> None:
        self.addresses.setdefault(place(page), {})[urlsplit(page).query] = url

    def address(self, page: str) -> str | None:
        """The address that stands for one of the page: of those with its path, the one whose query it has too."""
        asked = set(urlsplit(page).query.split("&"))
        found = self.addresses.get(place(page), {})
        able = [query for query in found if not query or set(query.split("&")) <= asked]
        return found[max(able, key=len)] if able else next(iter(found.values()), None)


def links_of(value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The rels and addresses of a resource in JSON."""
    links = value.get("_links")
    for rel, found in links.items() if isinstance(links, dict) else ():
        for link in found if isinstance(found, list) else [found]:
            if isinstance(link, dict) and isinstance(link.get("href"), str):
                yield rel, link["href"]


def place(href: str) -> str:
    """An address in the form in which those of pages are compared: without host, query and case."""
    return unquote(urlsplit(href.replace("&amp;", "&")).path).lower().rstrip("/")


def likeness(url: str, like: str) -> int:
    """How many steps of a path occur in another one."""
    return len(set(place(url).split("/")) & set(place(like).split("/")))
