"""Values that a client refuses with what to give in their place, and names that its states take."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import anyio
import pytest

from ucwa2 import AsyncClient, Client, PasswordGrant, Policy
from ucwa2.errors import EmbeddedNotAvailable, InvalidArgument, LinkNotAvailable
from ucwa2.resources.application import Application
from ucwa2.resources.me import Me
from ucwa2.sandbox import running

URL = "https://lyncdiscover.contoso.com/"
BOTH = pytest.mark.parametrize("kind", [Client, AsyncClient])
ME = b"""{"rel": "me", "emailAddresses": ["ann@contoso.com"], "_links": {
    "self": {"href": "/me"}, "note": {"href": "/note"}, "reportMyActivity": {"href": "/report"}}}"""


@pytest.mark.parametrize("every", [0, 0.0, -1, nan, inf, 10**30, "x", None, True])
def test_time_between_reports_of_activity_is_above_zero(every: Any) -> None:
    with pytest.raises(InvalidArgument, match="seconds") as raised, Client(URL).stay_active(every):
        pytest.fail("the block began")
    assert raised.value.parameter == "every"

    async def report() -> None:
        async with AsyncClient(URL).stay_active(every):
            pytest.fail("the block began")

    with pytest.raises(InvalidArgument, match="seconds"):
        anyio.run(report)


@BOTH
@pytest.mark.parametrize("address", ["contoso.com", "localhost:8080", "ftp://contoso.com/"])
def test_address_without_scheme_of_web_servers_has_a_hint(kind: type[Client | AsyncClient], address: str) -> None:
    with pytest.raises(InvalidArgument, match=r"begins with https:// or http://.*discover") as raised:
        kind(address)
    assert raised.value.parameter == "url"
    with pytest.raises(InvalidArgument, match="begins with https:// or http://") as raised:
        kind(URL, trusted=[address])
    assert raised.value.parameter == "trusted"


def test_links_are_found_by_both_names() -> None:
    links = Me.from_json(ME).links
    for name in ("reportMyActivity", "report_my_activity"):
        assert name in links
        assert links[name].href == "/report"
        assert links.get(name) == links.report_my_activity
    for name in ("make_me_available", "makeMeAvailable", "_has", "get"):
        assert name not in links
        assert links.get(name) is None
        with pytest.raises(LinkNotAvailable):
            links[name]
    assert list(links) == ["self", "note", "reportMyActivity"]


def test_wire_name_wins_over_name_in_python() -> None:
    me = Me.from_json(
        b'{"rel": "me", "emailAddresses": ["a"], "email_addresses": "b", "_links": {"self": {"href": "/me"},'
        b' "reportMyActivity": {"href": "/a"}, "report_my_activity": {"href": "/b"}}}'
    )
    assert me["email_addresses"] == "b"
    assert me.links["report_my_activity"].href == "/b"


def test_properties_are_found_by_both_names() -> None:
    me = Me.from_json(ME)
    for name in ("emailAddresses", "email_addresses"):
        assert name in me
        assert list(me[name]) == ["ann@contoso.com"]
    for name in ("links", "_links", "to_json", "department"):
        assert name not in me
        with pytest.raises(KeyError):
            me[name]


def test_embedded_resources_are_found_by_both_names() -> None:
    both = b'{"rel": "application", "_embedded": {"onlineMeetings": {"rel": "a"}, "online_meetings": {"rel": "b"}}}'
    assert Application.from_json(both).embedded["online_meetings"].rel == "b"
    only = Application.from_json(
        b'{"rel": "application", "_embedded": {"onlineMeetings": {"rel": "onlineMeetings"}}}'
    ).embedded
    for name in ("onlineMeetings", "online_meetings"):
        assert name in only
        assert only[name] == only.get(name) == only.online_meetings
    for name in ("me", "_states", "get", "communication"):
        assert name not in only
        assert only.get(name) is None
        with pytest.raises(EmbeddedNotAvailable):
            only[name]


@pytest.mark.parametrize("timeout", [inf, 10**30])
def test_time_that_is_too_long_names_the_longest(timeout: float) -> None:
    with pytest.raises(InvalidArgument, match="0 to 1000000000"):
        Policy(timeout=timeout)


def test_update_refuses_a_link_without_put_and_a_change_that_returns_none() -> None:
    change: Any = lambda _: None  # noqa: E731
    with running() as sandbox, Client(sandbox.url, PasswordGrant("ann@contoso.com", "secret")) as client:
        made: Any = client.create_application(user_agent="Test/1.0", endpoint_id="e", culture="en-US")
        with pytest.raises(InvalidArgument, match="PhotoLink; give a link that has `get` and `put`"):
            client.update(made.embedded.me.links.photo, change)
        meeting: Any = client.send(made.embedded.online_meetings.links.my_online_meetings.post(subject="Plans"))
        with pytest.raises(InvalidArgument, match="`change` returned None; return the changes by name"):
            client.update(meeting.links.self, change)
