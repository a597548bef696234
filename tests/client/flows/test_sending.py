"""From a call to its result: the headers sent, redirects, and conflicts. No network."""

from __future__ import annotations

from typing import Literal

import pytest
from tests.client.playing import Play, json, script

from ucwa2 import Call, Link, Response, decode
from ucwa2._runtime.calls.bodies import Input
from ucwa2._runtime.calls.results import Representation
from ucwa2._runtime.client.flows.recovery import send
from ucwa2._runtime.values.kinds import guess
from ucwa2.errors import LinkRefused, PreconditionFailed, TransportError
from ucwa2.resources.group import Group
from ucwa2.resources.group2 import Group2Link

POOL = "https://pool.contoso.com"
VERSION = "X-MS-RequiresMinResourceVersion"
BODIES = {
    "json": '{{"rel": "group", "name": "{}", "_links": {{"self": {{"href": "/g", "revision": 2}}}}}}',
    "xml": '<resource rel="group" href="/g" xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">'
    '<property name="name">{}</property></resource>',
}


def group(format: str, name: str) -> bytes:
    return BODIES[format].format(name).encode()


@pytest.mark.parametrize("format", ["json", "xml"])
def test_a_conflict_tells_what_is_there_though_the_put_gives_nothing_back(format: Literal["json", "xml"]) -> None:
    """The state keeps its class, and the request names the revision."""
    mine = decode(group(format, "mine"), f"application/{format}", base=f"{POOL}/g")
    assert isinstance(mine, Group)
    there = Response(200, {"Content-Type": f"application/{format}", "ETag": '"2"'}, group(format, "theirs"))
    play = Play(script(Response(412), there))
    call = Group2Link(f"{POOL}/g").put(mine, name="new")
    with pytest.raises(PreconditionFailed) as raised:
        play.run(send(play.core(trusted=[POOL], format=format), call))
    base, current = raised.value.base, raised.value.current
    assert base is mine
    assert isinstance(current, Group)
    assert (current.name, current.etag) == ("theirs", '"2"')
    put, get = play.asked
    assert get.method == "GET"
    assert get.headers[VERSION] == put.headers[VERSION] == "2"
    assert {name.lower() for name in get.headers} == {VERSION.lower(), "accept"}


@pytest.mark.parametrize("tag", ["state", "text"])
def test_a_conflict_of_a_patch_tells_both_versions_too(tag: str) -> None:
    mine = decode(b'{"rel": "group", "name": "mine", "etag": "1"}', "application/json", base=f"{POOL}/g")
    assert isinstance(mine, Group)
    there = Response(200, {"Content-Type": "application/json", "ETag": '"2"'}, group("json", "theirs"))
    play = Play(script(Response(412), there))
    body, known = Input({"name": (guess("new"), "new")}), mine if tag == "state" else None
    call = Call(
        "PATCH", f"{POOL}/g", Representation("group.Group"), body=body, headers={"If-Match": '"1"'}, known=known
    )
    with pytest.raises(PreconditionFailed) as raised:
        play.run(send(play.core(trusted=[POOL]), call))
    assert raised.value.base is known
    assert isinstance(raised.value.current, Group)
    assert raised.value.current.name == "theirs"
    assert [request.method for request in play.asked] == ["PATCH", "GET"]


@pytest.mark.parametrize("there", [Response(404), Response(200), json("[]"), json("{"), TransportError("broken")])
def test_a_conflict_is_told_though_what_is_there_cannot_be_read(there: Response | TransportError) -> None:
    mine = decode(group("json", "mine"), "application/json", base=f"{POOL}/g")
    assert isinstance(mine, Group)
    play = Play(script(Response(412), there))
    with pytest.raises(PreconditionFailed) as raised:
        play.run(send(play.core(trusted=[POOL]), Group2Link(f"{POOL}/g").put(mine, name="new")))
    assert raised.value.current is None


GOING = ["Host", "CONTENT-LENGTH", "Transfer-Encoding", "Connection", "Upgrade", "TE", "Proxy-Authorization", "Expect"]


@pytest.mark.parametrize("name", [*GOING, "Authorization"])
def test_no_call_says_who_sends_it_where_it_goes_or_where_it_ends(name: str) -> None:
    play = Play(script(json("{}")))
    call = Link(f"{POOL}/x").call("POST", body={"a": 1}, headers={name: "1", "X-Own": "2"})
    play.run(send(play.core(trusted=[POOL]), call))
    (asked,) = play.asked
    assert asked.headers == {"Accept": "application/json", "Content-Type": "application/json", "X-Own": "2"}


@pytest.mark.parametrize(
    "location", ["/a b", "https://evil.example/", "http://[", "mailto:x", "https://pool.contoso.com:x/"]
)
def test_a_redirect_that_leads_nowhere_is_refused_and_no_fault_of_the_call(location: str) -> None:
    play = Play(script(Response(302, {"Location": location})))
    with pytest.raises(LinkRefused) as raised:
        play.run(send(play.core(trusted=[POOL]), Link(f"{POOL}/x").call("GET")))
    assert raised.value.href == location
    assert len(play.asked) == 1


def test_what_is_said_of_a_refused_link_fits_on_a_line() -> None:
    location = f"https://evil.example/{'x' * 5000}\u2028"
    play = Play(lambda request: Response(302, {"Location": location}))
    with pytest.raises(LinkRefused) as raised:
        play.run(send(play.core(trusted=[POOL]), Link(f"{POOL}/x").call("GET")))
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 300


def test_call_without_parentheses_is_named() -> None:
    play = Play(script())

    with pytest.raises(TypeError, match="and got `get` without its parentheses"):
        play.run(send(play.core(trusted=[POOL]), Group2Link(f"{POOL}/g").get))  # type: ignore[arg-type]


def test_link_without_its_method_is_no_call() -> None:
    play = Play(script())

    with pytest.raises(TypeError, match=r"expected a call, such as `link.get\(\)`, and got Group2Link"):
        play.run(send(play.core(trusted=[POOL]), Group2Link(f"{POOL}/g")))  # type: ignore[arg-type]
