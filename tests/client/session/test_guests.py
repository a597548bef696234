"""The grant of guests: a conference URI or a join URL is taken, and any other address is refused without showing it."""

from __future__ import annotations

import pytest

from ucwa2 import AnonymousMeetingGrant
from ucwa2.errors import InvalidArgument

URI = "sip:toshm@contoso.com;gruu;opaque=app:conf:focus:id:ABC"


@pytest.mark.parametrize(
    "address",
    [
        URI,
        f" {URI}\n",
        f"conf:{URI}",
        f"{URI}?conversation-id=q1",
        "https://meet.contoso.com/toshm/ABC",
        "HTTPS://MEET.contoso.com/toshm/ABC/",
        "https://meet.contoso.com/toshm/ABC?sl=1",
        "https://meet.contoso.com/toshm/ABC#top",
        "https://pool.fabrikam.com/contoso.com/meet/toshm/ABC",
        "https://pool.fabrikam.com:8443/contoso.com/Meet/toshm/ABC",
    ],
)
def test_address_of_a_meeting_gives_its_uri_and_its_key(address: str) -> None:
    sent = AnonymousMeetingGrant(address).fields(None)

    assert sent == {"password": "ABC", "ms_rtc_conferenceuri": URI}


def test_key_that_is_given_is_sent() -> None:
    assert AnonymousMeetingGrant(URI, "XYZ").fields("cwt=1") == {
        "password": "XYZ", "ms_rtc_conferenceuri": URI, "ms_rtc_renew": "cwt=1",
    }  # fmt: skip


@pytest.mark.parametrize(
    "address",
    [
        "ABC",
        "sip:toshm@contoso.com",
        "sip:toshm;gruu;opaque=app:conf:focus:id:ABC",
        "sip:toshm@contoso.com;gruu;opaque=app:conf:focus:id:",
        "sip:toshm@contoso.com;gruu;opaque=app:conf:chat:id:ABC",
        "https://meet.contoso.com/",
        "https://meet.contoso.com/ABC",
        "https://meet.contoso.com/toshm/ABC/more",
        "https://meet.contoso.com//ABC",
        "https://meet.contoso.com/tosh%40m/ABC",
        "https://meet.contoso.com/toshm/A%3FBC",
        "https://meet.contoso.com/toshm/A%20BC",
        "https://meet/toshm/ABC",
        "https://join.contoso.com/toshm/ABC",
        "https://teams.example.com/l/meetup-join/ABC",
        "ftp://meet.contoso.com/toshm/ABC",
        "https://[meet.contoso.com/toshm/ABC",
    ],
)
def test_other_addresses_are_refused_and_not_shown(address: str) -> None:
    with pytest.raises(InvalidArgument, match="join URL such as") as raised:
        AnonymousMeetingGrant(address)

    assert raised.value.parameter == "conference_uri"
    assert "ABC" not in str(raised.value)
    assert "toshm" not in str(raised.value)
