"""A documented request in, the one for this server out: its own bytes, but for what earlier answers settle."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit
from uuid import uuid4

from .._runtime.base.registry import index, load
from .known import RANDOM_NAME, Known, place
from .sending import RawRequest
from .transcript import Act, TranscriptMessage

_PART = re.compile(r"^([A-Z]+) (\S+) (HTTP/1\.[01])$", re.MULTILINE)
_RANDOM = re.compile(rf'<property name="{RANDOM_NAME.pattern}">[^<]*</property>', re.IGNORECASE)
_HOST = re.compile(r"^Host: .*$", re.MULTILINE)


@dataclass(frozen=True)
class Binder:
    """Binds requests for one user."""

    known: Known
    rels: Mapping[str, str] = field(default_factory=dict)
    """Rels by addresses of the pages, without the application."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Words of the page, such as persons and passwords, with those of this server."""

    def request(self, message: TranscriptMessage) -> RawRequest:
        """The request of a page."""
        method, target = message.start.split()[:2]
        url = self.address(self._own(target, in_url=True), message.rel)
        body = self._body(message, url)
        return RawRequest(method, url, tuple(self._headers(message, url)), body.encode())

    def act(self, act: Act, url: str) -> RawRequest:
        """The request of an act, to the address of its link."""
        headers = [("Accept", act.accept or index().json_types[0])]
        if self.known.token:
            headers.append(("Authorization", f"Bearer {self.known.token}"))
        body = self._own((act.send or "").replace("{random}", uuid4().hex))
        if act.send is not None:
            headers.append(("Content-Type", act.type or index().json_types[0]))
        return RawRequest(
            act.method, _with_query(url, self._own(act.query or "", in_url=True)), tuple(headers), body.encode()
        )

    def address(self, target: str, rel: str | None = None) -> str:
        """The address on this server: by the place in an earlier answer, by rel, or else by its path."""
        query = urlsplit(target).query
        role = index().roles
        if rel is not None and rel == role.get("events") and self.known.next_events:
            return self.known.next_events
        exact = self.known.address(target)
        found = exact or self._by_rel(target, rel)
        return _with_query(found, query) if found else self._by_path(target)

    def _by_rel(self, target: str, rel: str | None) -> str | None:
        if rel is not None and self.address_of_entry(rel):
            return self.known.entry
        if rel is not None and rel == index().roles.get("application") and self.known.application:
            return self.known.application
        named = rel or self.rels.get(_below(place(target)))
        return self.known.newest(named, target) if named else None

    def address_of_entry(self, rel: str) -> str | None:
        """The address at which the API begins, if a rel is that of it."""
        return self.known.entry if rel == _rel_of_entry() else None

    def _by_path(self, target: str) -> str:
        """The same path on this host; in the application of this user, where it lies in one."""
        there = urlsplit(target)
        rest = _below(there.path)
        own = self.known.application
        path = f"{urlsplit(own).path}{rest}" if own and rest != there.path else there.path
        host = urlsplit(own or self.known.entry)
        return f"{host.scheme}://{host.netloc}{path}{f'?{there.query}' if there.query else ''}"

    def _headers(self, message: TranscriptMessage, url: str) -> list[tuple[str, str]]:
        """The headers of the page, with the token, the cookies and the tags of this server."""
        found: list[tuple[str, str]] = []
        bearer = f"Bearer {self.known.token}"
        for name, value in message.headers:
            lower = name.lower()
            if lower == "authorization":
                found += [(name, bearer)] if self.known.token else []
            elif lower == "cookie":
                cookies = [item.partition("=")[0].strip() for item in value.split(";")]
                held = [f"{key}={self.known.cookies[key]}" for key in cookies if key in self.known.cookies]
                found.append((name, "; ".join(held) or value))
            elif lower == "if-match":
                found.append((name, f'"{self.known.tags.get(place(url), value.strip(chr(34)))}"'))
            else:
                found.append((name, value))
        has = {name.lower() for name, _ in message.headers}
        if self.known.token and not message.foreign and not {"authorization", "cookie"} & has:
            found.append(("Authorization", bearer))
        return found

    def _body(self, message: TranscriptMessage, url: str) -> str:
        text = self._own(message.body, in_url="urlencoded" in (message.header("content-type") or ""))
        if "multipart" in (message.header("content-type") or ""):
            text = _HOST.sub(f"Host: {urlsplit(url).netloc}", _PART.sub(self._part, text))
            return "\r\n".join(text.splitlines()) + "\r\n"
        if message.method != "PUT":
            return text
        return self._echoed(text, url, message.rel) if message.form == "json" else self._echoed_xml(text, url)

    def _part(self, found: re.Match[str]) -> str:
        there = urlsplit(self.address(found[2]))
        return f"{found[1]} {there.path}{f'?{there.query}' if there.query else ''} {found[3]}"

    def _echoed(self, text: str, url: str, rel: str | None) -> str:
        """A PUT in which all that a client cannot set is as the server gave it, with the property of a random name."""
        body = self.known.bodies.get(place(url))
        if body is None:
            return text
        said: dict[str, Any] = json.loads(text)
        own = {name: value for name, value in body.items() if RANDOM_NAME.fullmatch(name)}
        kept = {name: value for name, value in said.items() if not RANDOM_NAME.fullmatch(name)}
        fixed = [name for name in kept if name in body and name not in _writable(rel)]
        kept |= {name: body[name] for name in fixed}
        return json.dumps({**kept, **own}, indent=0)

    def _echoed_xml(self, text: str, url: str) -> str:
        """A PUT in XML with the property of a random name that the server gave."""
        body = self.known.bodies.get(place(url)) or {}
        rest = _RANDOM.sub("", text)
        own = "".join(
            f'<property name="{name}">{body[name]}</property>' for name in body if RANDOM_NAME.fullmatch(name)
        )
        start, end, last = rest.rpartition("</")
        return f"{start}{own}{end}{last}"

    def _own(self, text: str, *, in_url: bool = False) -> str:
        """A text with the words of this server."""
        for word, own in self.words.items():
            given = quote(own, safe="@:") if in_url else own
            text = re.sub(re.escape(word), lambda _, given=given: given, text, flags=re.IGNORECASE)  # type: ignore[misc]
        return text


def rels_of_pages(bodies: list[Any]) -> dict[str, str]:
    """The rel of each address in the bodies of pages, without the application."""
    found: dict[str, str] = {}

    def take(value: Any) -> None:
        for name, item in value.items() if isinstance(value, dict) else ():
            if name == "_links" and isinstance(item, dict):
                for rel, link in item.items():
                    if isinstance(link, dict) and isinstance(link.get("href"), str) and rel != "self":
                        found.setdefault(_below(place(link["href"])), rel)
            else:
                take(item)
        for item in value if isinstance(value, list) else ():
            take(item)

    take(bodies)
    for rel in (index().roles.get("me"),):
        found.setdefault(f"/{rel}", str(rel))
    return found


def _below(path: str) -> str:
    """A path without the application that it lies in; the whole path where it lies in none."""
    rel = (index().roles.get("applications") or "").lower()
    steps = path.split("/")
    lower = [step.lower() for step in steps]
    if rel and rel in lower[:-1]:
        return "".join(f"/{step}" for step in steps[lower.index(rel) + 2 :])
    return path


def _rel_of_entry() -> str | None:
    return next((rel for rel, link in index().links.items() if link == index().entry.link), None)


def _writable(rel: str | None) -> set[str]:
    """The properties that a PUT of a resource takes."""
    path = index().links.get(rel or "")
    operation = getattr(sys.modules[load(path).__module__], "_PUT", None) if path else None
    return {parameter.name for parameter in operation.parameters} if operation else set()


def _with_query(url: str, query: str) -> str:
    """An address with further parameters: those that it has stay."""
    has = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    more = [item for item in query.split("&") if item and item.partition("=")[0] not in has]
    return f"{url}{'&' if urlsplit(url).query else '?'}{'&'.join(more)}" if more else url
