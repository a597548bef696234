"""Resources without samples are served from the model, and HEAD is answered like GET."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.sandbox.other_apis import BOTH, DESK_ROLES, DESKTOP, TOKEN, build

import ucwa2
from ucwa2.sandbox import SandboxBackend, running
from ucwa2.sandbox.pages.catalogue import catalogue
from ucwa2.sandbox.pages.placeholders import placeholders

SHELF = {"rel": "shelf", "label": "text"}
BOOK = {"rel": "book", "title": "text", "pages": 0, "due": "/Date(1767225600000)/"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    before = [*sys.path]
    yield tmp_path_factory.mktemp("placeholders")
    sys.path[:] = before


@pytest.fixture(scope="module")
def bare(folder: Path) -> Any:
    """An API without a single message, in both formats."""
    xml = "xml: {namespace: 'https://library.example/2024'}"
    return build(folder, "unseen_library", media_types=BOTH, more=xml, messages={})


@pytest.fixture
def http(bare: Any) -> Iterator[httpx2.Client]:
    with bare.running() as found, httpx2.Client(base_url=found.url, timeout=10) as client:
        yield client


def test_entry_leads_to_every_resource_that_it_links_to(http):
    links = http.get("/api/").json()["_links"]

    assert {rel: link["href"] for rel, link in links.items()} == {
        "self": "/api/", "shelf": "/api/shelf", "loan": "/api/loan",
    }  # fmt: skip


@pytest.mark.parametrize(("address", "body"), [("/api/shelf", SHELF), ("/api/book", BOOK)])
def test_resource_without_a_sample_has_values_of_its_types(http, address, body):
    found = http.get(address)

    assert found.status_code == 200
    assert {name: value for name, value in found.json().items() if name != "_links"} == body
    assert found.json()["_links"]["self"]["href"] == address


def test_it_is_the_same_in_xml(http):
    found = http.get("/api/book", headers={"Accept": "application/xml"})

    assert found.headers["content-type"] == "application/xml"
    assert '<property name="pages">0</property>' in found.text


def test_generated_client_reads_what_was_made_of_the_types(bare, folder):
    package = import_module("unseen_library")
    with bare.running() as found:
        book = package.decode(httpx2.get(f"{found.url}/api/book").content, "application/json")

    book.validate()
    assert (book.title, book.pages, book.due.year) == ("text", 0, 2026)


def test_operations_work_on_it(http):
    made = http.post("/api/shelf", json={"title": "Emma"})
    changed = http.put("/api/book", json={"title": "Persuasion"})
    lent = http.post("/api/loan", json={"reader": "R-12"})

    assert (made.status_code, made.headers["location"]) == (201, "/api/book")
    assert (changed.status_code, changed.json()["title"]) == (200, "Persuasion")
    assert (lent.status_code, lent.json()["rel"]) == (200, "book")
    assert [http.request(method, "/api/book").status_code for method in ("DELETE", "GET", "DELETE")] == [204, 404, 404]


def test_address_that_nothing_documents_is_not_found(http):
    assert http.get("/api/cellar").status_code == 404


def test_api_with_samples_gets_no_further_addresses(folder):
    desks = build(folder, "sampled_library", more=f"{TOKEN}\n{DESK_ROLES}", pages=DESKTOP)
    with desks.running() as found, httpx2.Client(base_url=found.url) as http:
        right = {"Authorization": f"Bearer {found.users[0].token}"}

        assert http.get("/api/loan", headers=right).status_code == 404


@pytest.mark.parametrize("name", sorted(catalogue().pages))
def test_every_documented_state_has_placeholders_that_can_be_read(name):
    page = catalogue().pages[name]
    body = placeholders(page, "/here", "")

    found = ucwa2.decode(json.dumps(body).encode(), "application/json")
    assert (found.rel, found.href) == (page.rel, "/here")
    found.validate()


@pytest.mark.parametrize("path", ["/", "/ucwa/v1/applications/101", "/ucwa/v1/applications/101/photo", "/nowhere"])
def test_head_is_answered_like_get_without_a_body(path):
    with running(SandboxBackend()) as found, httpx2.Client(base_url=found.url) as http:
        form = {"grant_type": "password", "username": "ann@contoso.com", "password": "secret"}
        token = http.post("/webticket/oauthtoken", data=form).json()["access_token"]
        http.headers["Authorization"] = f"Bearer {token}"
        http.headers["Accept-Encoding"] = "identity"
        http.post("/ucwa/v1/applications", json={"userAgent": "x", "endpointId": "1", "culture": "en-US"})
        get, head = http.get(path), http.head(path)

    assert (head.status_code, head.content) == (get.status_code, b"")
    for name in ("content-type", "content-length", "etag"):
        assert head.headers.get(name) == get.headers.get(name)
    assert int(head.headers["content-length"]) == len(get.content) > 0
