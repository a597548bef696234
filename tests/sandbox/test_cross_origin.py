"""The cross-domain frame and CORS as bare HTTP: which origins may call the API, and what the others are told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from tests.sandbox.asking import APPLICATIONS, ROOT

from ucwa2.sandbox import SandboxBackend, running

FRAME = "/Autodiscover/XFrame/XFrame.html"
PAGE = "http://localhost:3000"
EVIL = "https://evil.example"
REASON = "Service does not allow a cross domain request from this origin."
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}


@pytest.fixture
def sandbox() -> Iterator[Any]:
    with running(SandboxBackend()) as found:
        yield found


@pytest.mark.parametrize("address", ["/xframe", FRAME, "/autodiscover/xframe/xframe.html", f"{ROOT}/xframe"])
@pytest.mark.parametrize("accept", ["text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "text/html"])
def test_frame_is_a_page_for_all_without_sign_in(sandbox, address, accept):
    found = httpx2.get(f"{sandbox.url}{address}", headers={"Accept": accept})

    assert (found.status_code, found.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "x-frame-options" not in found.headers
    assert "frame-ancestors" not in found.headers["content-security-policy"]
    assert "unsafe" not in found.headers["content-security-policy"]
    script = found.text.partition('<script src="')[2].partition('"')[0]
    assert httpx2.get(f"{sandbox.url}{script}").headers["content-type"] == "text/javascript; charset=utf-8"
    assert httpx2.head(f"{sandbox.url}{address}").status_code == 200


def test_root_and_user_link_to_the_frame(sandbox):
    form = {"grant_type": "password", "username": "ann@contoso.com", "password": "secret"}
    token = httpx2.post(f"{sandbox.url}/webticket/oauthtoken", data=form).json()["access_token"]
    for address in ("/", ROOT, f"{ROOT}/oauth/user"):
        found = httpx2.get(f"{sandbox.url}{address}", headers={"Authorization": f"Bearer {token}"})
        assert found.json()["_links"]["xframe"]["href"] == f"{sandbox.url}{FRAME}"


@pytest.mark.parametrize("header", ["Origin", "X-Ms-Origin"])
@pytest.mark.parametrize(
    ("allowed", "origin", "is_let_in"),
    [
        (None, PAGE, True), (None, "http://localhost", True), (None, "https://127.0.0.1:8443", True),
        (None, "http://app.fabrikam.com", True), (None, "{own}", True),
        (None, EVIL, False), (None, "null", False), (None, "http://localhost.evil.example", False),
        (None, "http://localhost:80.evil.example", False), (None, "https://app.fabrikam.com", False),
        (None, "http://app.fabrikam.com:8080", False), (None, "", False),
        ([], PAGE, False), ([], "{own}", True), ([EVIL], EVIL, True), ([EVIL], EVIL.upper(), True),
        ([EVIL], f"{EVIL}:8443", False), ([f"{EVIL}:*"], f"{EVIL}:8443", True), (["*"], EVIL, True),
        (["*"], "null", True),
    ],
)  # fmt: skip
def test_origin_is_allowed_or_refused(sandbox, header, allowed, origin, is_let_in):
    if allowed is not None:
        sent = httpx2.post(f"{sandbox.url}/sandbox/settings", json={"allowed_origins": allowed})
        assert sent.json()["allowed_origins"] == allowed

    found = httpx2.get(f"{sandbox.url}{ROOT}", headers={header: origin.format(own=sandbox.url)})

    assert found.status_code == (200 if is_let_in else 403)
    assert ("x-ms-diagnostics" in found.headers) is not is_let_in
    if not is_let_in:
        assert found.headers["x-ms-diagnostics"] == f'28070;source="sandbox";reason="{REASON}"'
        assert "access-control-allow-origin" not in found.headers


@pytest.mark.parametrize("origin", ["contoso.com", "http://a/b", "http://*", "http://a b", "http://", 5])
def test_setting_takes_origins_only(sandbox, origin):
    found = httpx2.post(f"{sandbox.url}/sandbox/settings", json={"allowed_origins": [origin]})

    assert found.status_code == 400


def test_a_page_may_read_what_came_and_its_headers(sandbox):
    found = httpx2.get(f"{sandbox.url}{ROOT}/oauth/user", headers={"Origin": PAGE})

    assert found.status_code == 401
    assert found.headers["access-control-allow-origin"] == PAGE
    assert found.headers["access-control-allow-credentials"] == "true"
    assert "www-authenticate" in found.headers["access-control-expose-headers"].split(", ")
    assert "Origin" in found.headers["vary"]


def test_a_client_that_is_no_page_gets_none_of_these_headers(sandbox):
    found = httpx2.get(f"{sandbox.url}{ROOT}")

    assert not [name for name in found.headers if name.startswith("access-control-")]
    assert "Origin" not in found.headers.get("vary", "")


def test_preflight_needs_no_sign_in_and_hits_no_fault(sandbox):
    sandbox.backend.faults.add([{"kind": "status", "times": 1}])

    found = httpx2.options(f"{sandbox.url}{APPLICATIONS}", headers={"Origin": PAGE, **PREFLIGHT})

    assert (found.status_code, found.content) == (204, b"")
    assert found.headers["access-control-allow-origin"] == PAGE
    assert {"GET", "POST"} <= {*found.headers["access-control-allow-methods"].split(", ")}
    assert found.headers["access-control-allow-headers"] == "authorization,content-type"
    assert sandbox.backend.faults.hits == []
    assert httpx2.get(f"{sandbox.url}{ROOT}", headers={"Origin": PAGE}).status_code == 503


def test_preflight_of_an_origin_that_is_not_allowed(sandbox):
    found = httpx2.options(f"{sandbox.url}{APPLICATIONS}", headers={"Origin": EVIL, **PREFLIGHT})

    assert found.status_code == 403
    assert REASON in found.headers["x-ms-diagnostics"]
    assert "access-control-allow-origin" not in found.headers


def test_a_page_reads_faults_too(sandbox):
    sandbox.backend.faults.add([{"kind": "status", "status": 503, "retry_after": "3"}])

    found = httpx2.get(f"{sandbox.url}{ROOT}", headers={"Origin": PAGE})

    assert (found.status_code, found.headers["access-control-allow-origin"]) == (503, PAGE)
    assert "retry-after" in found.headers["access-control-expose-headers"]


def test_control_address_shares_nothing_with_pages_of_allowed_origins(sandbox):
    sandbox.backend.settings.allowed_origins = ["*"]

    read = httpx2.get(f"{sandbox.url}/sandbox/settings", headers={"Origin": PAGE})
    asked = httpx2.options(f"{sandbox.url}/sandbox/faults", headers={"Origin": PAGE, **PREFLIGHT})

    assert (read.status_code, asked.status_code) == (403, 403)
    assert not [name for name in (*read.headers, *asked.headers) if name.startswith("access-control-")]
