"""A user of the sandbox without a client: requests are sent exactly as written here."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx2

from ucwa2.sandbox import SandboxBackend, app
from ucwa2.sandbox.state.backend import ApplicationState

ROOT = "/autodiscover/autodiscoverservice.svc/root"
APPLICATIONS = "/ucwa/v1/applications"
VERSION = "X-MS-RequiresMinResourceVersion"
V2 = {VERSION: "2"}
ABOUT = {"userAgent": "Tests/1.0", "endpointId": "here", "culture": "en-US"}


@dataclass
class Asker:
    """A user with an application; ``~`` in an address stands for the application's address."""

    http: httpx2.AsyncClient
    backend: SandboxBackend
    token: str
    path: str = ""

    @property
    def application(self) -> ApplicationState:
        """The server's side of the application."""
        return self.backend.applications[self.path.rpartition("/")[2]]

    async def ask(
        self,
        method: str,
        address: str,
        body: Any = None,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        xml: bool = False,
    ) -> httpx2.Response:
        """Any answer."""
        fields = {"Authorization": f"Bearer {self.token}", "Accept": f"application/{'xml' if xml else 'json'}"}
        if body is not None:
            content, fields["Content-Type"] = json.dumps(body).encode(), "application/json"
        url = address.replace("~", self.path, 1)
        return await self.http.request(method, url, headers={**fields, **(headers or {})}, content=content)

    async def told(self) -> list[dict[str, Any]]:
        """The events that are due, without waiting."""
        channel = self.application.channel
        answer = channel.page(channel._next, at_last=True)
        assert answer is not None
        return [event for sender in answer["sender"] for event in sender["events"]]


@asynccontextmanager
async def asking(backend: SandboxBackend, user: str, password: str = "secret") -> AsyncIterator[Asker]:
    """A user who has signed in and has an application."""
    transport = httpx2.ASGITransport(app=app(backend))
    async with httpx2.AsyncClient(transport=transport, base_url="http://sandbox", timeout=10) as http:
        form = {"grant_type": "password", "username": user, "password": password}
        token = (await http.post("/webticket/oauthtoken", data=form)).json()["access_token"]
        asker = Asker(http, backend, token)
        made = await asker.ask("POST", APPLICATIONS, ABOUT)
        asker.path = made.headers["location"]
        await asker.ask("POST", "~/communication/makeMeAvailable", {})
        await asker.told()
        yield asker
