"""The sandbox of APIs that are not UCWA, over real sockets: roles, sign-in and XML are optional."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.sandbox.other_apis import BOTH, DESK_ROLES, DESKTOP, FED, MESSAGES, TOKEN, build

XML = "xml: {namespace: 'https://library.example/2024'}"
BOOK = "/api/shelves/7/books/12"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    before = [*sys.path]
    yield tmp_path_factory.mktemp("apis")
    sys.path[:] = before


@pytest.fixture(scope="module")
def plain(folder: Path) -> Any:
    """No roles at all, and JSON only."""
    return build(folder, "plain_library")


@pytest.fixture(scope="module")
def bare(folder: Path) -> Any:
    """No samples at all."""
    return build(folder, "bare_library", messages={})


@pytest.fixture(scope="module")
def both(folder: Path) -> Any:
    """No roles at all, in JSON and XML."""
    return build(folder, "both_library", media_types=BOTH, more=XML)


@pytest.fixture(scope="module")
def signed(folder: Path) -> Any:
    """A token signs in; no other role."""
    return build(folder, "token_library", more=TOKEN)


@pytest.fixture(scope="module")
def fed(folder: Path) -> Any:
    """Events without applications and without batches."""
    return build(folder, "events_library", more="roles: {events: feed}", pages=FED)


@pytest.fixture(scope="module")
def desks(folder: Path) -> Any:
    """Applications of another name and address, with events; a token signs in."""
    return build(folder, "desk_library", more=f"{TOKEN}\n{DESK_ROLES}", pages=DESKTOP)


@contextmanager
def talking(sandbox: Any, backend: Any = None, **headers: str) -> Iterator[tuple[Any, httpx2.Client]]:
    with sandbox.running(backend) as running, httpx2.Client(base_url=running.url, headers=headers, timeout=10) as http:
        yield running, http


@pytest.mark.parametrize(
    ("address", "rel"), [("/api/", "root"), ("/api", "root"), ("/api/shelves/7", "shelf"), (BOOK, "book")]
)
def test_every_documented_resource_is_served_without_sign_in(plain, address, rel):
    with talking(plain) as (_, http):
        found = http.get(address)

    assert (found.status_code, found.json()["rel"]) == (200, rel)
    assert found.headers["content-type"] == "application/json"
    assert not [name for name in found.headers if name.startswith("x-")]


@pytest.mark.parametrize("address", ["/api/", "/api"])
def test_entry_without_a_sample_has_its_rel_and_its_own_link(bare, address):
    with talking(bare) as (_, http):
        found, nothing = http.get(address), http.get("/api/shelves/7")

    assert (found.status_code, found.json()["_links"]["self"]["href"]) == (200, address)
    assert (found.json()["rel"], nothing.status_code) == ("root", 404)


def test_sample_that_is_no_json_is_served_as_it_is(folder):
    broken = {**MESSAGES, "book": MESSAGES["book"].replace('"Emma", ', '"Emma" ')}
    with talking(build(folder, "broken_library", messages=broken)) as (_, http):
        found, changed = http.get(BOOK), http.put(BOOK, json={"title": "Persuasion"}, headers={"If-Match": "*"})

    assert (found.status_code, found.text[:30]) == (200, '{"rel": "book", "title": "Emma')
    assert (changed.status_code, changed.json()["title"]) == (200, "Persuasion")


def test_links_lead_to_this_host(plain):
    with talking(plain) as (_, http):
        links = http.get("/api/").json()["_links"]
        made = http.post("/api/shelves/7", json={"title": "Persuasion"})

    assert links["self"]["href"] == "/api"
    assert (made.status_code, made.headers["location"]) == (201, BOOK)


def test_operation_without_a_sample_gives_what_it_documents(plain):
    with talking(plain) as (_, http):
        found = http.post("/loan", json={"reader": "R-12"})
        wrong = http.post("/loan", json={})

    assert (found.status_code, found.json()["title"]) == (200, "Emma")
    assert (wrong.status_code, wrong.json()["parameters"]) == (400, [{"name": "reader", "reason": "is required"}])


def test_put_changes_and_delete_removes(plain):
    with talking(plain) as (_, http):
        before = http.get(BOOK)
        tag = {"If-Match": before.headers["etag"]}
        changed = http.put(BOOK, json={"title": "Emma, again"}, headers=tag)
        late = http.put(BOOK, json={"title": "Too late"}, headers=tag)
        known = http.get(BOOK, headers={"If-None-Match": changed.headers["etag"]})
        after = http.get(BOOK).json()
        gone = [http.request(method, BOOK).status_code for method in ("DELETE", "GET", "DELETE")]

    assert changed.status_code == 200
    assert (late.status_code, known.status_code, gone) == (412, 304, [204, 404, 404])
    assert (after["title"], after["due"], "pages" in after) == ("Emma, again", before.json()["due"], False)


def test_entity_tag_is_demanded_only_where_the_api_documents_one(plain, folder):
    tagged = {**MESSAGES, "book": MESSAGES["book"].replace('"Emma", ', '"Emma", "etag": "a1", ')}
    with talking(plain) as (_, http):
        free = http.put(BOOK, json={"title": "Persuasion"})
        late = http.put(BOOK, json={"title": "Too late"}, headers={"If-Match": '"none"'})
    with talking(build(folder, "tagged_library", messages=tagged)) as (_, http):
        demanded = http.put(BOOK, json={"title": "Persuasion"})

    assert (free.status_code, free.json()["title"], late.status_code) == (200, "Persuasion", 412)
    assert (demanded.status_code, "If-Match" in demanded.text) == (428, True)


def test_what_is_not_documented_is_refused(plain):
    with talking(plain) as (_, http):
        nothing, patched = http.get("/api/cellar"), http.patch(BOOK, json={})
        xml = http.get(BOOK, headers={"Accept": "application/xml"})
        head = http.head(BOOK)

    assert (nothing.status_code, nothing.json()["code"]) == (404, "Missing")
    assert (patched.status_code, patched.headers["allow"]) == (405, "DELETE, GET, PUT")
    assert (xml.status_code, head.status_code, head.content) == (406, 200, b"")


def test_documented_error_on_demand(plain):
    backend = plain.SandboxBackend()
    backend.faults.add([{"kind": "error", "method": "DELETE", "code": "Conflict", "message": "on loan"}])
    with talking(plain, backend) as (_, http):
        found = http.delete(BOOK)

    assert (found.status_code, found.json()) == (409, {"code": "Conflict", "message": "on loan"})


def test_xml_is_served_by_an_api_that_has_it(both):
    with talking(both, Accept="application/xml") as (_, http):
        found, missing = http.get(BOOK), http.get("/api/cellar")

    assert (found.status_code, found.headers["content-type"]) == (200, "application/xml")
    assert 'xmlns="https://library.example/2024"' in found.text
    assert (missing.status_code, "Missing" in missing.text) == (404, True)


def test_token_is_needed_where_the_api_signs_in(signed):
    with talking(signed) as (running, http):
        without = http.get(BOOK)
        wrong = http.get(BOOK, headers={"Authorization": "Bearer wrong"})
        right = {"Authorization": f"Bearer {running.users[0].token}"}
        good = http.get(BOOK, headers=right)
        running.backend.settings.expired_status = 403
        running.backend.faults.add([{"kind": "expire-token"}])
        over = http.get(BOOK, headers=right)

    assert (without.status_code, without.headers["www-authenticate"], wrong.status_code) == (401, "Bearer", 401)
    assert [found.json()["message"] for found in (without, wrong)] == ["sign in first", "the token is not known"]
    assert good.status_code == 200
    assert (over.status_code, over.headers["x-expired"].partition(";")[0]) == (403, "T9")


def test_events_come_without_applications_and_batches(fed):
    event = {"type": "updated", "rel": "book", "href": BOOK, "sender": "/api/shelves/7"}
    with talking(fed) as (_, http):
        assert http.post("/sandbox/events", json=event).status_code == 204
        page = http.get("/api/feed?after=1").json()

    (sender,) = page["sender"]
    assert (sender["rel"], sender["href"]) == ("shelf", "/api/shelves/7")
    assert [one["link"] for one in sender["events"]] == [{"rel": "book", "href": BOOK}]
    assert page["_links"]["next"]["href"] == "/api/feed?after=2"


def test_long_poll_ends_as_soon_as_an_event_comes(fed):
    event = {"type": "added", "rel": "book", "href": BOOK, "sender": "/api/shelves/7"}
    pages: list[Any] = []
    with talking(fed) as (running, http):
        listener = threading.Thread(target=lambda: pages.append(http.get("/api/feed?after=1").json()))
        listener.start()
        while running.backend.common.channel.waiting is None:
            threading.Event().wait(0.01)
        httpx2.post(f"{running.url}/sandbox/events", json=event)
        listener.join(10)

    assert pages[0]["sender"][0]["events"][0]["type"] == "added"


def take_desk(http: httpx2.Client, running: Any, user: int) -> tuple[str, dict[str, str]]:
    """The address of a new application of a user, and the header that signs in."""
    signed = {"Authorization": f"Bearer {running.users[user].token}"}
    made = http.post("/v2/desks", json={"lamp": True}, headers=signed)
    assert (made.status_code, made.json()["rel"], made.json()["lamp"]) == (201, "desk", True)
    return made.headers["location"], signed


def test_applications_lie_where_the_samples_have_them(desks):
    with talking(desks) as (running, http):
        here, ann = take_desk(http, running, 0)
        there, bob = take_desk(http, running, 1)
        links = http.get(here, headers=ann).json()["_links"]
        changed = http.patch(f"{here}/note", json={"text": "Back at two"}, headers=ann)
        removed = http.patch(f"{here}/note", json={"text": None}, headers=ann)
        other = http.get(f"{there}/note", headers=bob).json()
        foreign = http.get(f"{there}/note", headers=ann)

    assert (here, there) == ("/v2/desks/101", "/v2/desks/102")
    assert links["bell"]["href"] == "/v2/desks/101/bell?ack=1"
    assert links["note"]["href"] == "/v2/desks/101/note"
    assert (changed.json()["text"], "text" in removed.json(), other["text"]) == ("Back at two", False, "Quiet")
    assert (foreign.status_code, foreign.json()["subcode"]) == (404, "DeskTaken")


def test_applications_may_all_have_one_address(folder):
    one = build(folder, "one_desk_library", more=f"{TOKEN}\n{DESK_ROLES}", pages=DESKTOP, desk="my-desk")
    with talking(one) as (running, http):
        here, ann = take_desk(http, running, 0)
        changed = http.patch(f"{here}/note", json={"text": "Back at two"}, headers=ann)
        event = {"type": "updated", "rel": "note", "href": f"{here}/note", "sender": here}
        http.post("/sandbox/events", json=event)
        page = http.get(f"{here}/bell?ack=1", headers=ann).json()
        again, _ = take_desk(http, running, 0)
        note = http.get(f"{here}/note", headers=ann).json()

    assert (here, again, changed.json()["text"], note["text"]) == ("/v2/my-desk", here, "Back at two", "Quiet")
    assert page["sender"][0]["events"][0]["link"]["rel"] == "note"


def test_events_go_to_the_application_and_end_with_it(desks):
    with talking(desks) as (running, http):
        here, ann = take_desk(http, running, 0)
        event = {"type": "updated", "rel": "note", "href": f"{here}/note", "sender": here}
        assert http.post("/sandbox/events", json={**event, "application": "101"}).status_code == 204
        (sender,) = http.get(f"{here}/bell?ack=1", headers=ann).json()["sender"]
        gone = [http.request(method, here, headers=ann).status_code for method in ("DELETE", "GET")]

    assert (sender["rel"], sender["href"]) == ("desk", here)
    assert gone == [204, 404]


@pytest.mark.parametrize(
    ("name", "says"), [("plain", ""), ("signed", "; users: ann@example.com / token ann-token, bob@example.com")]
)
def test_program_says_the_address_for_the_client(name, says, request, folder):
    package = request.getfixturevalue(name).__name__.partition(".")[0]
    command = [sys.executable, "-m", f"{package}.sandbox", "--port", "0"]
    program = subprocess.Popen(command, cwd=folder / package / "generated", stderr=subprocess.PIPE, text=True)
    timer = threading.Timer(30, program.kill)
    timer.start()
    try:
        assert program.stderr is not None
        line = next(line for line in program.stderr if line.startswith("listening at"))
        address = line.split()[2]
        assert line.startswith(f"listening at {address} (the address to give to Client){says}")
        assert httpx2.get(address).status_code in (401, 404)
    finally:
        timer.cancel()
        program.kill()
        program.wait(10)
        if program.stderr:
            program.stderr.close()


def test_nothing_of_ucwa_is_in_the_sandbox_of_another_api(plain, folder):
    words = ("ucwa", "autodiscover", "webticket", "28055", "contoso", "sip:", "msrtc", "conversation", "presence")
    files = sorted((folder / "plain_library" / "generated" / "plain_library" / "sandbox").rglob("*.py"))

    found = [(path.name, word) for path in files for word in words if word in path.read_text("utf-8").lower()]

    assert len(files) > 20
    assert found == []


CODE = re.compile(r"^## First contact\n.*?^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", ["plain", "bare", "both", "signed", "fed", "desks"])
def test_first_contact_of_the_readme_runs_against_the_sandbox(name, request, folder, capsys):
    package = request.getfixturevalue(name).__name__.partition(".")[0]
    readme = (folder / package / "generated" / "README.md").read_text("utf-8")
    found = CODE.search(readme)
    assert found is not None

    exec(compile(found[1], "README.md", "exec"), {})

    assert capsys.readouterr().out.strip() == found[1].rpartition("# ")[2].strip()


@pytest.mark.parametrize(("name", "form"), [("plain", "json"), ("both", "json"), ("both", "xml")])
def test_client_reads_changes_and_removes(name, form, request):
    sandbox = request.getfixturevalue(name)
    package = import_module(sandbox.__name__.partition(".")[0])
    errors = import_module(f"{package.__name__}.errors")
    with sandbox.running() as running, package.Client(running.url, format=form) as client:
        shelf = client.send(client.send(client.entry.get()).links.shelf.get())
        book = client.send(shelf.embedded.book[0].links.self.get())
        changed = client.send(book.links.self.put(book, title="Emma, again"))
        made = client.send(shelf.links.self.post(title="Persuasion"))
        client.send(made.delete())
        running.backend.faults.add([{"kind": "error", "code": "Conflict"}])
        with pytest.raises(errors.Conflict):
            client.send(shelf.links.self.get())

    assert (shelf.label, book.pages, changed.title) == ("Novels", 474, "Emma, again")
    assert made.href == BOOK
