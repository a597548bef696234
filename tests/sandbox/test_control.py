"""The control address, and a host that redirects applications to another one."""

from __future__ import annotations

import json
from typing import Any

import anyio
import pytest
from tests.sandbox.asking import APPLICATIONS, ROOT

from ucwa2 import Client, PasswordGrant, Policy
from ucwa2.errors import ServiceUnavailable
from ucwa2.sandbox import SandboxBackend, running

pytestmark = pytest.mark.anyio

ANN = PasswordGrant("ann@contoso.com", "secret")
EVIL = "https://evil.example/"


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "nothing"}, {"kind": 5}, {}, [], 5, "status", {"kind": "status", "status": "503"},
        {"kind": "status", "status": 99}, {"kind": "status", "path": "("}, {"kind": "latency", "seconds": "1"},
        {"kind": "status", "path": "(/+)+$"}, {"kind": "status", "path": "a.*b"},
        {"kind": "latency", "seconds": -1}, {"kind": "status", "times": -1}, {"kind": "status", "times": True},
        {"kind": "status", "chance": 2}, {"kind": "failover"}, {"kind": "link"}, {"kind": "status", "what": 1},
        {"kind": "error", "parameters": {"a": 1}}, {"kind": "redirect", "link": "a\r\nb: c"},
        {"kind": "status", "retry_after": "\n"}, {"kind": "html", "status": 204},
        {"kind": "redirect", "link": "/\u20ac"}, {"kind": "status", "path": None},
    ],
)  # fmt: skip
async def test_what_is_no_fault_is_refused_where_it_is_added(ann, row):
    found = await ann.ask("POST", "/sandbox/faults", [{"kind": "latency"}, row])

    assert found.status_code == 400
    assert ann.backend.faults.faults == []


@pytest.mark.parametrize(
    "row",
    [
        {"token_life": "x"}, {"batch_limit": 1.5}, {"redirect": 5}, {"call_states": {"a": 1}}, {"nothing": 1}, [],
        {"expires_in_as_text": 1}, None,
    ],
)  # fmt: skip
async def test_what_is_no_setting_is_refused(ann, row):
    before = (await ann.ask("GET", "/sandbox/settings")).json()

    assert (await ann.ask("POST", "/sandbox/settings", row or "x")).status_code == 400
    assert (await ann.ask("GET", "/sandbox/settings")).json() == before


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"type": "update"}, "`update` is no type of an event; there are added, updated, "),
        ({"rel": "mesage"}, "`mesage` is no rel of a resource; did you mean `message`?"),
        ({"in": {"rel": "grop", "href": "/"}}, "did you mean `group`?"),
    ],
)
async def test_what_is_no_event_is_refused(ann, changed, words):
    """Also where no application gets it."""
    row = {"type": "updated", "rel": "note", "href": "/note", "sender": "/me", "application": "none", **changed}
    found = await ann.ask("POST", "/sandbox/events", row)

    assert found.status_code == 400
    assert words in found.text


@pytest.mark.parametrize("number", ["1e400", "-1e400", "Infinity", "NaN"])
@pytest.mark.parametrize(
    ("path", "text"),
    [("/sandbox/faults", '{"kind": "latency", "seconds": %s}'), ("/sandbox/settings", '{"call_seconds": %s}')],
)
async def test_number_that_json_cannot_show_is_refused(ann, path, text, number):
    before = (await ann.ask("GET", path)).json()
    kind = {"Content-Type": "application/json"}

    found = await ann.ask("POST", path, headers=kind, content=(text % number).encode())

    assert (found.status_code, found.json()["message"]) == (400, f"`{number}` is no number")
    assert (await ann.ask("GET", path)).json() == before


async def test_control_takes_and_tells(ann):
    assert (await ann.ask("POST", "/sandbox/settings", {"batch_limit": 3})).json()["batch_limit"] == 3
    assert (await ann.ask("POST", "/sandbox/faults", {"kind": "latency", "seconds": 0})).status_code == 200
    await ann.ask("GET", "~/me")
    assert (await ann.ask("GET", "/sandbox/faults")).json() == {
        "faults": [],
        "hits": [["latency", "GET", f"{ann.path}/me"]],
    }
    assert [row["application"] for row in (await ann.ask("GET", "/sandbox/log")).json()] == [ann.application.id]
    assert (await ann.ask("DELETE", "/sandbox/log")).status_code == 405
    assert (
        await ann.ask("POST", "/sandbox/faults", headers={"Content-Type": "application/json"}, content=b"{")
    ).status_code == 400


def test_other_host_goes_on_when_one_fails():
    backend = SandboxBackend()
    with running(backend) as first, running(backend) as second:
        backend.settings.channel_timeout = 0.2
        with Client(f"{first.url}/", ANN, policy=Policy(attempts=1, timeout=5)) as client:
            made = client.create_application(user_agent="Tests/1.0", culture="en-US")
            backend.faults.add([{"kind": "failover", "path": APPLICATIONS, "link": f"{second.url}{ROOT}"}])
            with pytest.raises(ServiceUnavailable):
                client.send(made.embedded.me.links.self.get())

        trusted: Any = {"trusted": [second.url]}
        with Client(f"{first.url}/", ANN, **trusted) as client:
            made = client.create_application(user_agent="Tests/1.0", culture="en-US")

            assert made.links.self.url.startswith(second.url)
            assert client.send(made.embedded.me.links.self.get()).name == "Ann Adams"


async def test_host_that_has_failed_lets_go_of_who_waits(ann):
    statuses = []

    async def listen() -> None:
        statuses.append((await ann.ask("GET", f"~/events?ack={ann.application.channel._next}")).status_code)

    async with anyio.create_task_group() as group:
        group.start_soon(listen)
        while ann.application.channel.waiting is None:
            await anyio.sleep(0.001)
        await ann.ask("POST", "/sandbox/settings", {"failover": {"http://sandbox": EVIL}})

    assert statuses == [503]
    assert json.loads((await ann.ask("GET", "/")).text)["_links"] == {"redirect": {"href": EVIL}}
