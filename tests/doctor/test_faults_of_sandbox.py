"""Every fault that the sandbox can make is named by the report, at the place where it happened."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager

import pytest
from tests.doctor.servers import CANARY, Deviation, examined

from ucwa2.doctor import advice
from ucwa2.doctor.facts import facts
from ucwa2.sandbox.handlers.events import raise_event
from ucwa2.sandbox.state.faults import EFFECTS, KINDS

PHONES = "GET phones"
INVITATION = "phoneAudioInvitation"
AT = {"path": "/phones$", "message": f"a {CANARY}", "parameters": {"to": CANARY}}
FAULTS = {
    "latency": ({**AT, "seconds": 1.2}, [PHONES, "expected an answer within 1 s; came an answer after 1."]),
    "late": ({**AT, "seconds": 1.2}, [PHONES, "expected an answer within 1 s; came an answer after 1."]),
    "drop-before": (AT, [PHONES, "expected a whole answer; came none: remote protocol error"]),
    "drop-after": (AT, [PHONES, "expected a whole answer; came none: remote protocol error"]),
    "truncate": (AT, [PHONES, "expected a whole answer; came none: remote protocol error"]),
    "reset": (AT, [PHONES, "expected a whole answer; came none: read error"]),
    "status": (
        {**AT, "status": 503, "retry_after": "1"},
        [PHONES, "status 503 ServiceUnavailable; Retry-After 1 s", advice.BUSY],
    ),
    "error": (
        {**AT, "code": "ServiceFailure", "subcode": "MigrationInProgress"},
        [PHONES, "status 500 ServiceFailure/MigrationInProgress", facts().advice["MigrationInProgress"]],
    ),
    "html": (AT, [PHONES, "expected an answer of the API; came a web page with status 503", advice.PORTAL]),
    "redirect": ({**AT, "link": "https://evil.example/x"}, [PHONES, "came a redirect to https://evil.example"]),
    "link": (
        {"path": "/me$", "rel": "phones", "link": f"https://evil.example/{CANARY}"},
        ["me.phones", "expected a link of this server; came a link to https://evil.example"],
    ),
    "reason": (
        {"event": "completed", "rel": INVITATION, "code": "RemoteFailure", "subcode": "Busy", "message": CANARY},
        ["event completed of phoneAudioInvitation", "expected no failure; came a failure: RemoteFailure/Busy"],
    ),
    "expire-token": (AT, [PHONES, "expected an answer; came status 401", advice.REFUSED]),
    "lose-application": (
        AT, [PHONES, "status 404 NotFound/ApplicationNotFound", facts().advice["ApplicationNotFound"]],
    ),
    "lose-channel": ({"path": "/events"}, ["channel", "came a link `resume`: events were lost", advice.CHANNEL]),
    "failover": ({**AT, "link": "http://127.0.0.1:1/"}, [PHONES, "came status 503"]),
}  # fmt: skip


@contextmanager
def events_of(sandbox):
    """Raises an event for the application of the examination, as soon as there is one."""
    is_over = threading.Event()

    def run():
        while not is_over.is_set():
            with sandbox.backend.lock:
                found = next(iter(sandbox.backend.applications.values()), None)
            if found is not None:
                around = f"{found.path}/communication"
                where = "completed", INVITATION, f"{around}/invitations/1", ("communication", around)
                with sandbox.backend.lock:
                    raise_event(sandbox.backend, found, *where)
                return
            time.sleep(0.002)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield
    is_over.set()
    thread.join()


def test_every_fault_of_the_sandbox_has_a_case():
    assert set(FAULTS) == {*KINDS, *EFFECTS}


@pytest.mark.parametrize("kind", FAULTS)
def test_fault_is_named(sandbox, kind):
    row, words = FAULTS[kind]
    sandbox.backend.faults.add([{**row, "kind": kind}])

    with events_of(sandbox):
        found = examined(f"{sandbox.url}/", slow=1.0, listen=1.0)

    assert [hit[0] for hit in sandbox.backend.faults.hits] == [kind]
    found.named(*words)
    assert found.report.code == 1
    found.check_secrets(*sandbox.backend.tokens)


def test_expired_token_is_named_by_its_diagnostics(sandbox):
    sandbox.backend.settings.expired_status = 403
    sandbox.backend.faults.add([{"kind": "expire-token", "path": "/phones$"}])

    found = examined(f"{sandbox.url}/")

    found.named(PHONES, "status 403", "diagnostics 28055", facts().advice["28055"])


def test_cross_domain_refusal_is_named_by_its_diagnostics(sandbox):
    def refuse(method, path, reply):
        if path.endswith("/phones"):
            reply.status, reply.content = 403, b""
            reply.headers = {"X-Ms-diagnostics": f'28070;source="{CANARY}";reason="{CANARY}"'}

    with Deviation(sandbox.url, refuse).serving() as url:
        found = examined(url)

    found.named(PHONES, "status 403; diagnostics 28070", facts().advice["28070"])
    found.check_secrets()


@pytest.mark.parametrize("kind", ["status", "html", "drop-before", "redirect"])
def test_fault_at_discovery_is_named_and_ends_the_examination(sandbox, kind):
    sandbox.backend.faults.add(
        [{"kind": kind, "path": "^/$", "times": None, "link": "http://localhost:1/", "status": 500}]
    )

    found = examined(f"{sandbox.url}/")

    assert found.report.findings
    assert {one.step for one in found.report.findings} == {"discovery"}
    assert found.report.code == (1 if kind == "redirect" else 3) or found.report.is_out_of_reach


@pytest.mark.parametrize("kind", ["status", "drop-after"])
def test_fault_at_the_creation_of_the_application_is_named(sandbox, kind):
    sandbox.backend.faults.add(
        [{"kind": kind, "path": "/applications$", "method": "POST", "status": 500, "times": None}]
    )

    found = examined(f"{sandbox.url}/")

    assert "POST applications" in found.named("application: ")
    assert found.report.code == 1


def test_application_that_cannot_be_deleted_is_named(sandbox):
    sandbox.backend.faults.add([{"kind": "status", "method": "DELETE", "status": 500, "times": None}])

    found = examined(f"{sandbox.url}/")

    found.named("DELETE application", "no application left", "it was not deleted")
