"""The errors of the token service, as *Authentication in UCWA* lists them."""

from __future__ import annotations

import pytest
from tests.sandbox.foreign.bare import Line

KIND = {"Content-Type": "application/x-www-form-urlencoded;charset=UTF-8"}
PASSWORD = "grant_type=password&username=ann@contoso.com&password=secret"
GUEST = "grant_type=urn:microsoft.rtc:anonmeeting"


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ("username=ann@contoso.com&password=secret", "invalid_request"),
        ("grant_type=password", "invalid_request"),
        ("grant_type=password&username=ann@contoso.com", "invalid_request"),
        ("grant_type=password&password=secret", "invalid_request"),
        ("grant_type=password&amp;username=ann@contoso.com&amp;password=secret", "invalid_request"),
        (GUEST, "invalid_request"),
        (f"{GUEST}&password=4711", "invalid_request"),
        (f"{GUEST}&ms_rtc_conferenceuri=sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:4711", "invalid_request"),
        (f"{PASSWORD}1", "invalid_grant"),
        (f"{PASSWORD}&scope=some", "invalid_scope"),
        ("grant_type=other", "unsupported_grant_type"),
    ],
)
def test_refusal_says_what_is_wrong(sandbox, form, error):
    found = Line(sandbox.url).send("POST /WebTicket/oauthtoken", form, KIND)

    assert (found.status, found.json["error"]) == (400, error)


def test_scope_of_all_is_taken(sandbox):
    assert Line(sandbox.url).send("POST /WebTicket/oauthtoken", f"{PASSWORD}&scope=all", KIND).status == 200
