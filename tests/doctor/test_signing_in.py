"""Signing in with any grant: what the report says where it is refused, and that no credential is in it."""

from __future__ import annotations

import json
from math import inf
from urllib.parse import urlsplit

import pytest
from tests.doctor import servers
from tests.doctor.servers import ANN, CANARY, PASSWORD, Deviation, examined
from tests.protocol.hosts import Listener
from tests.protocol.sign_in.windows_server import Rules, serving

from ucwa2 import AnonymousMeetingGrant, PassiveGrant, PasswordGrant, TokenGrant, WindowsGrant
from ucwa2.doctor import advice
from ucwa2.doctor.facts import facts
from ucwa2.sandbox import SandboxBackend, running
from ucwa2.sandbox.state.users import AccessToken

MEETING = f"sip:{CANARY}@contoso.com;gruu;opaque=app:conf:focus:id:{CANARY}7"


def test_wrong_password_is_named(sandbox):
    found = examined(f"{sandbox.url}/", grant=PasswordGrant(ANN, f"wrong-{CANARY}"))

    found.named(
        "sign-in", "a token by the grant password", "the refusal invalid_grant", facts().advice["invalid_grant"]
    )
    assert found.report.code == 1
    found.check_secrets()


def test_token_of_another_source_signs_in(sandbox):
    sandbox.backend.tokens[f"token-{CANARY}"] = AccessToken(next(iter(sandbox.backend.users.values())), inf)

    found = examined(f"{sandbox.url}/", grant=TokenGrant(lambda: f"token-{CANARY}"), max_requests=20)

    assert found.report.code == 0
    assert "application was created" in found.texts[3].replace(":", "")
    found.check_secrets()


def test_token_that_is_not_accepted_is_named(sandbox):
    found = examined(f"{sandbox.url}/", grant=TokenGrant(f"expired-{CANARY}"))

    found.named("sign-in", "a token by the grant token", "a refusal", advice.REFUSED)
    assert found.report.code == 1
    found.check_secrets()


def test_page_of_passive_sign_in_is_a_note(sandbox):
    found = examined(f"{sandbox.url}/", grant=PassiveGrant())

    port = sandbox.url.rpartition(":")[2]
    line = found.named("sign-in", "expected a token; came a page at http", f":{port};", advice.PAGE)
    assert found.report.code == 0
    [page] = [line.split()[-1] for line in found.lines if "the page is" in line]
    assert page.startswith(f"{sandbox.url}/")
    assert len(urlsplit(page).path) > 1
    assert urlsplit(page).path not in "".join(found.texts[:3]) + line


def test_guest_of_a_meeting_that_does_not_exist_is_named(sandbox):
    found = examined(f"{sandbox.url}/", grant=AnonymousMeetingGrant(MEETING), application=False)

    line = found.named("sign-in", "the refusal invalid_grant", "Check the address of the meeting")
    assert "password" not in line
    found.check_secrets()


def without(grant: str):
    """A change of each challenge: the token service no longer takes a grant."""

    def change(method, path, reply):
        for name, value in reply.headers.items():
            if name.lower() == "www-authenticate":
                reply.headers[name] = value.replace(f",{grant}", "").replace(f"{grant},", "")

    return change


def test_forms_authentication_that_is_turned_off_is_named(sandbox):
    with Deviation(sandbox.url, without("password")).serving() as url:
        found = examined(url)

    line = found.named("sign-in", "the grant password is not taken; it takes: urn:microsoft.rtc:windows")
    assert facts().advice["unsupported_grant_type:password"] in line
    assert found.report.code == 1


def test_windows_authentication_that_is_turned_off_is_named(sandbox):
    with Deviation(sandbox.url, without("urn:microsoft.rtc:windows")).serving() as url:
        found = examined(url, grant=WindowsGrant(ANN, PASSWORD))

    assert facts().advice["unsupported_grant_type:windows"] in found.named("urn:microsoft.rtc:windows is not taken")


@pytest.mark.parametrize("grant", [WindowsGrant(allow_ntlm=False), WindowsGrant(ANN, PASSWORD, allow_ntlm=False)])
def test_kerberos_without_a_ticket_is_named(grant):
    with serving(Rules()) as url:
        found = examined(url, grant=grant)

    line = found.named("sign-in", "no Windows authentication", advice.KERBEROS)
    assert "NTLM is not allowed" in line
    assert found.report.code == 1
    found.check_secrets()


def test_windows_user_signs_in(tmp_path, monkeypatch):
    monkeypatch.setenv("KRB5_CONFIG", str(tmp_path / "none"))
    monkeypatch.setenv("KRB5CCNAME", str(tmp_path / "cache"))
    backend = SandboxBackend(servers.users())
    backend.settings.windows = True
    with running(backend) as found:
        report = examined(f"{found.url}/", grant=WindowsGrant(ANN, PASSWORD), max_requests=30)

    assert report.report.code == 0, report.findings()
    assert any(step.about == "application" for step in report.report.steps)
    report.check_secrets()


def test_front_that_asks_for_windows_authentication_is_named():
    refusal = 401, {"WWW-Authenticate": "Negotiate, NTLM"}, b""
    with Listener(lambda method, target: refusal) as front:
        found = examined(f"{front.url}/")

    assert "schemes Negotiate, NTLM" in found.texts[0] + found.texts[2]
    assert found.report.code == 3


def test_challenge_without_a_scheme_is_named():
    with Listener(lambda method, target: (401, {}, b"")) as front:
        found = examined(f"{front.url}/")

    found.named("challenge", "expected a challenge; came 401 without one", advice.SERVICE)


def test_token_that_lasts_a_moment_is_named(sandbox):
    def shorten(method, path, reply):
        if method == "POST" and b"access_token" in reply.content:
            reply.content = json.dumps({**json.loads(reply.content), "expires_in": 30}).encode()

    with Deviation(sandbox.url, shorten).serving() as url:
        found = examined(url, max_requests=30)

    found.named("sign-in", "token", "expected a token of 300 s or more", advice.SHORT)


def test_token_service_in_trouble_is_named(sandbox):
    sandbox.backend.faults.add([{"kind": "status", "method": "POST", "path": "token", "status": 503, "times": None}])

    found = examined(f"{sandbox.url}/")

    found.named("POST", "came status 503")
    assert found.report.code == 1
