"""The page for people as bare HTTP: who gets it, what it may do, and what it is told."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from support import ROOT
from ucwa2 import Client, PasswordGrant
from ucwa2.sandbox import SandboxBackend, running
from ucwa2.sandbox.state.fault_words import kinds
from ucwa2.sandbox.state.faults import EFFECTS, KINDS, Fault
from ucwa2.sandbox.state.feed import MOST, Feed

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
ANN, BOB = "ann@contoso.com", "bob@contoso.com"
FILES = sorted(path.name for path in (ROOT / "templates/%package%/sandbox/page").iterdir())


@pytest.fixture
def sandbox() -> Iterator[Any]:
    with running(SandboxBackend()) as found:
        yield found


@pytest.fixture
def http(sandbox: Any) -> Iterator[Any]:
    with httpx2.Client(base_url=sandbox.url, timeout=10) as found:
        yield found


def act(http, user, action, **values):
    return http.post("/sandbox/act", json={"user": user, "action": action, "values": values})


def explore(http, href, **more):
    return http.post("/sandbox/explore", json={"user": ANN, "href": href, **more}).json()


def test_who_opens_the_root_in_a_browser_is_led_to_the_page(http, sandbox):
    found = http.get("/", headers={"Accept": BROWSER})

    assert (found.status_code, found.headers["location"], found.headers["vary"]) == (302, "/sandbox/page/", "Accept")
    assert sandbox.backend.requests == []


def test_the_page_without_its_last_slash_leads_to_it(http):
    found = http.get("/sandbox/page", headers={"Accept": BROWSER})

    assert (found.status_code, found.headers.get("location")) == (302, "/sandbox/page/")
    assert http.get("/sandbox/page/").status_code == 200


@pytest.mark.parametrize("accept", ["", "*/*", "application/json", "application/xml", "text/html;q=0.5, */*"])
def test_clients_get_the_api_at_the_root(http, accept):
    found = http.get("/", headers={"Accept": accept})

    assert found.status_code == 200
    assert "user" in found.text


def test_other_addresses_are_those_of_the_api_in_a_browser_too(http):
    root = "/autodiscover/autodiscoverservice.svc/root"

    assert http.get(root, headers={"Accept": BROWSER}).headers["content-type"] in (
        "application/json",
        "application/xml",
    )
    assert http.post("/", headers={"Accept": BROWSER}).status_code == 405


@pytest.mark.parametrize("name", ["", *FILES])
def test_files_of_the_page_run_nothing_from_elsewhere(http, name):
    found = http.get(f"/sandbox/page/{name}")

    assert found.status_code == 200
    policy = dict(rule.split(" ", 1) for rule in found.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert {policy[kind] for kind in ("script-src", "style-src", "img-src", "connect-src")} == {"'self'"}
    assert found.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg|elsewhere\.example)", found.text)
    if name in ("", "index.html"):
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=|javascript:", found.text)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", found.text)


@pytest.mark.parametrize(
    "name", ["x.html", "..%2f__init__.py", "%2e%2e/control.py", "index.html%00", "page.css/x", "a.py"]
)
def test_no_other_file_is_served(http, name):
    assert http.get(f"/sandbox/page/{name}").status_code == 404


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "http://localhost:1"}]
)
def test_pages_of_others_neither_see_nor_do_anything(http, sandbox, headers):
    sandbox.backend.settings.allowed_origins = ["*"]
    said = {"user": ANN, "action": "sign_out", "values": {}}
    for method, name, body in [
        ("GET", "page/", None), ("GET", "overview", None), ("GET", "watch", None), ("POST", "act", said),
        ("POST", "explore", {"user": ANN, "href": "/"}),
    ]:  # fmt: skip
        found = http.request(method, f"/sandbox/{name}", json=body, headers=headers)
        assert (name, found.status_code) == (name, 403)
        assert "access-control-allow-origin" not in found.headers


def test_a_form_of_another_page_cannot_act(http):
    body = json.dumps({"user": ANN, "action": "sign_out", "values": {}})

    assert http.post("/sandbox/act", content=body, headers={"Content-Type": "text/plain"}).status_code == 415


def test_users_have_presence_and_note(http):
    assert act(http, ANN, "set_presence", availability="Busy").json() == {"said": "Ann Adams is Busy."}
    assert act(http, ANN, "set_note", message="Back at two").status_code == 200

    ann, bob = http.get("/sandbox/overview").json()["users"]
    assert (ann["name"], ann["status"], ann["tone"], ann["text"]) == (ANN, "Busy", "busy", "Back at two")
    assert (len(ann["applications"]), ann["applications"][0]["title"]) == (1, "Page of the sandbox")
    assert (bob["status"], bob["tone"], bob["applications"]) == ("Offline", "off", [])


@pytest.mark.parametrize(
    ("user", "action", "values", "reason"),
    [
        (ANN, "nothing", {}, "there is no action"),
        ("cem@contoso.com", "sign_out", {}, "there is no user"),
        (ANN, "send_message", {"to": "cem@contoso.com"}, "there is no user"),
        (ANN, "set_presence", {"availability": "Asleep"}, "is none of"),
        (ANN, "set_note", {"text": "x"}, "has no `text`"),
        (ANN, "set_note", {"message": 5}, "expected text, got a whole number"),
    ],
)
def test_action_that_cannot_be_is_refused_with_its_reason(http, user, action, values, reason):
    found = act(http, user, action, **values)

    assert found.status_code in (400, 404)
    assert reason in found.json()["message"]


def test_a_resource_is_shown_in_both_formats_with_its_line_and_its_links(http):
    act(http, ANN, "set_note", message="<b>ü</b>")
    (application,) = http.get("/sandbox/overview").json()["users"][0]["applications"]

    found = explore(http, application["href"], rel="application")
    assert found["python"]["text"].startswith(f'application = client.send(ApplicationLink("{http.base_url}'.rstrip("/"))
    me = next(link for link in found["links"] if link["rel"] == "me")
    via = {"name": "me", "rel": "me", "number": 0}
    note = explore(http, f"{me['href']}/note", rel="note", via=via)

    assert (note["status"], note["python"]["text"]) == (200, "note = client.send(me.links.note.get())")
    assert json.loads(note["json"])["message"] == "<b>ü</b>"
    assert '<property name="message">&lt;b>ü&lt;/b></property>' in note["xml"].replace("&gt;", ">")
    assert [parameter["name"] for parameter in note["operations"]["POST"]] == ["message"]

    sent = explore(http, f"{me['href']}/note", rel="note", via=via, method="POST", arguments={"message": "x"})
    assert (sent["status"], sent["python"]["text"]) == (204, 'client.send(me.links.note.post(message="x"))')
    assert json.loads(explore(http, f"{me['href']}/note")["json"])["message"] == "x"


def test_errors_are_shown_as_they_come(http):
    found = explore(http, "/ucwa/v1/applications/9/me")

    assert (found["status"], json.loads(found["json"])["subcode"]) == (404, "ApplicationNotFound")
    assert "ApplicationNotFound" in found["xml"]


@pytest.mark.parametrize("href", ["https://evil.example/", "//evil.example/", "file:///etc/passwd", "x"])
def test_only_the_sandbox_is_explored(http, href):
    found = http.post("/sandbox/explore", json={"user": ANN, "href": href})

    assert found.status_code == 400 or found.json()["status"] == 404


def test_events_are_not_taken_from_a_client_by_looking(http, sandbox):
    act(http, ANN, "set_note", message="x")
    (application,) = sandbox.backend.applications.values()

    found = explore(http, f"{application.channel.path}?ack=1")

    assert found["status"] == 409
    assert application.channel.waiting is None


def test_watchers_get_requests_events_and_faults(http, sandbox):
    http.get("/one")
    sandbox.backend.faults.add([{"kind": "status", "path": "/two"}])
    http.get("/two")
    act(http, ANN, "set_note", message="x")

    entries = told(sandbox, 4)

    assert [entry.get("target") for entry in entries[:2]] == ["/one", "/two"]
    assert [(entry["status"], entry.get("fault")) for entry in entries[:2]] == [(401, None), (503, "status")]
    note = next(
        entry for entry in sandbox.backend.feed.after(0) if entry.get("rel") == "note" and entry["type"] == "updated"
    )
    assert (note["user"], note["sender"]) == (ANN, "me")
    assert [entry["number"] for entry in told(sandbox, 1, {"Last-Event-ID": str(entries[0]["number"])})] == [2]


def told(sandbox, count, headers=None):
    """The first entries that a watcher gets."""
    with httpx2.stream("GET", f"{sandbox.url}/sandbox/watch", headers=headers or {}, timeout=10) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = (line for line in stream.iter_lines() if line.startswith("data: "))
        return [json.loads(next(lines).removeprefix("data: ")) for _ in range(count)]


def test_secrets_are_not_told(http, sandbox):
    form = {"grant_type": "password", "username": ANN, "password": "secret"}
    token = http.post("/webticket/oauthtoken", data=form).json()["access_token"]
    http.get("/ucwa/v1/applications", headers={"Authorization": f"Bearer {token}"})
    act(http, ANN, "set_note", message="x")

    everything = json.dumps([sandbox.backend.feed.after(0), http.get("/sandbox/overview").json()])

    assert token not in everything
    assert [word for word in sandbox.backend.tokens if word in everything] == []
    assert '"secret"' not in everything


def test_feed_is_bounded():
    feed = Feed()
    for number in range(MOST + 10):
        feed.add("request", target="x" * 10_000, number_=number)

    found = feed.after(0)
    assert (len(found), found[-1]["number"]) == (MOST, MOST + 10)
    assert len(found[0]["target"]) < 400


def test_each_kind_of_fault_has_words_and_fields():
    found = kinds()

    assert [row["kind"] for row in found] == [*KINDS, *sorted(EFFECTS)]
    assert all(row["does"].endswith(".") for row in found)
    assert {field for row in found for field in row["fields"]} <= {*Fault.__struct_fields__}


def test_users_of_the_page_talk(http, sandbox):
    assert "invited" in act(http, ANN, "send_message", to=BOB, text="one").json()["said"]
    assert heard(http, sandbox, "one") == BOB
    assert act(http, BOB, "send_message", to=ANN, text="two").json()["said"] == "Bob Berg wrote to Ann Adams."
    assert heard(http, sandbox, "two") == ANN

    assert act(http, ANN, "call", to=BOB).json()["said"] == "Ann Adams calls Bob Berg."
    assert act(http, ANN, "sign_out").status_code == 200
    assert http.get("/sandbox/overview").json()["users"][0]["applications"] == []


def test_user_whose_program_is_not_available_is_sent_nothing(http, sandbox):
    """An application of the page would take what is meant for the program."""
    grant = PasswordGrant(BOB, "secret")
    with Client(sandbox.url, grant) as client:
        me = client.create_application(user_agent="Tests/1.0", culture="en-US").embedded.me
        for action in ("send_message", "call"):
            found = act(http, ANN, action, to=BOB)
            assert (found.status_code, "takes no messages and no calls" in found.json()["message"]) == (409, True)
        assert len(http.get("/sandbox/overview").json()["users"][1]["applications"]) == 1

        client.send(me.links.make_me_available.post(supported_modalities=["Messaging"]))
        assert act(http, ANN, "send_message", to=f"sip:{BOB}").status_code == 200
        assert len(http.get("/sandbox/overview").json()["users"][1]["applications"]) == 1


def heard(http, sandbox, text):
    """Who gets the event of a message, as long as the page is looked at."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        http.get("/sandbox/overview")
        for entry in sandbox.backend.feed.after(0):
            if (entry.get("rel"), entry.get("text")) == ("message", text):
                return entry["user"]
        time.sleep(0.05)
    raise AssertionError(f"`{text}` was not delivered")
