"""Bare HTTP messages over a socket: what is sent is what stands in the test, and what came is shown as it came."""

from __future__ import annotations

import json
import socket
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

APPLICATIONS = "/ucwa/v1/applications"
SPACE = "{http://schemas.microsoft.com/rtc/2012/03/ucwa}"


@dataclass
class Answer:
    """A response: its status, its headers as they were spelled, and its bytes."""

    status: int
    headers: list[tuple[str, str]]
    content: bytes

    def __getitem__(self, name: str) -> str:
        """The first header of a name in any case."""
        return next(value for known, value in self.headers if known.lower() == name.lower())

    @property
    def json(self) -> Any:
        return json.loads(self.content)

    @property
    def xml(self) -> ET.Element:
        return ET.fromstring(self.content)

    @property
    def error(self) -> tuple[int, str | None, str | None]:
        """Status, code and subcode."""
        body = self.json
        return self.status, body.get("code"), body.get("subcode")


def exchange(url: str, message: bytes) -> Answer:
    """Send one message as it is, and read the response to its end."""
    parts = urlsplit(url)
    assert parts.hostname
    assert parts.port
    with socket.create_connection((parts.hostname, parts.port), 20) as line:
        line.sendall(message)
        with line.makefile("rb") as found:
            return _answer(found)


def _answer(found: Any) -> Answer:
    status = int(found.readline().split()[1])
    headers: list[tuple[str, str]] = []
    while (row := found.readline().strip()) != b"":
        name, _, value = row.decode("latin-1").partition(":")
        headers.append((name, value.strip()))
    known = {name.lower(): value for name, value in headers}
    if known.get("transfer-encoding") == "chunked":
        content = b"".join(_chunks(found))
    else:
        content = found.read(int(known.get("content-length", "0")))
    return Answer(status, headers, content)


def _chunks(found: Any) -> Any:
    while size := int(found.readline(), 16):
        yield found.read(size)
        found.readline()
    found.readline()


@dataclass
class Line:
    """A user of a sandbox who speaks by bare messages."""

    url: str
    token: str = ""
    home: str = ""
    """The address of the application."""
    made: Any = None
    """The body of the answer that made the application."""
    _ack: int = field(default=1)

    def send(self, start: str, content: str | bytes = b"", headers: Mapping[str, str] | None = None) -> Answer:
        """Send a request: ``start`` holds method and target, in which ``~`` is the application."""
        method, target = start.split(" ", 1)
        if target.startswith("~"):
            target = self.home + target[1:]
        body = content.encode() if isinstance(content, str) else content
        rows = {"Host": urlsplit(self.url).netloc, "Connection": "close", "Accept": "application/json"}
        if self.token:
            rows["Authorization"] = f"Bearer {self.token}"
        rows |= {"Content-Length": str(len(body))} if body or method in ("POST", "PUT") else {}
        rows |= {"Content-Type": "application/json"} if body else {}
        rows |= headers or {}
        head = "".join(f"{name}: {value}\r\n" for name, value in rows.items() if value)
        return exchange(self.url, f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode("latin-1") + body)

    def sign_in(self, name: str, password: str = "secret") -> Answer:
        """Take a token for a password."""
        form = f"grant_type=password&username={name}&password={password}"
        kind = {"Content-Type": "application/x-www-form-urlencoded;charset='utf-8'"}
        found = self.send("POST /webticket/oauthtoken", form, kind)
        self.token = found.json["access_token"]
        return found

    def begin(self, said: str = "") -> Answer:
        """Make an application."""
        about = said or json.dumps({"UserAgent": "Bare", "EndpointId": self.token[-9:], "Culture": "en-US"})
        found = self.send(f"POST {APPLICATIONS}", about)
        self.made = found.json
        self.home = self.made["_links"]["self"]["href"]
        return found

    def pages(self, query: str = "") -> list[dict[str, Any]]:
        """The senders of all pages of events until an empty one."""
        found: list[dict[str, Any]] = []
        while True:
            address = f"GET ~/events?ack={self._ack}{query}"
            page = self.send(address).json
            self._ack += 1
            if not page.get("sender"):
                return found
            found += page["sender"]

    def events(self, rel: str = "", query: str = "") -> list[dict[str, Any]]:
        """The events that are due, or those about resources of a rel."""
        found = [event for sender in self.pages(query) for event in sender["events"]]
        return [event for event in found if rel in ("", event["link"]["rel"])]


def link(body: dict[str, Any], rel: str) -> str:
    """The address of a link."""
    found: str = body["_links"][rel]["href"]
    return found


def ready(url: str, name: str, said: str = '{"SupportedModalities":["Messaging"]}') -> Line:
    """A user who has signed in, has an application and takes messages, or what else is said of it."""
    line = Line(url)
    line.sign_in(name)
    line.begin()
    line.send(f"POST {link(line.made['_embedded']['me'], 'makeMeAvailable')}", said)
    line.events()
    return line
