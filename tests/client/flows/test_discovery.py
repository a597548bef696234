"""From a domain to the applications: any answers of servers lead to an address or a documented error."""

from __future__ import annotations

import json as jsons
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.client.playing import Play, Server, json, script

from ucwa2 import Request, Response
from ucwa2._runtime.client.flows.discovery import TIMEOUT, discover, start
from ucwa2.errors import DecodeError, InvalidArgument, LinkRefused, TransportError, UcwaError

INTERNAL, EXTERNAL = "https://lyncdiscoverinternal.contoso.com", "https://lyncdiscover.contoso.com"
ROOT = {"_links": {"user": {"href": "/user"}}}
USER = {"rel": "user", "_links": {"applications": {"href": "/applications"}}}
OUT_OF_REACH = TransportError("there is no such host", sent=False)
BROKEN = TransportError("broken", sent=True)
Answer = Response | TransportError


def told(body: Any, **headers: str) -> Response:
    return json(jsons.dumps(body), **headers)


def contoso(**places: Callable[[], Answer]) -> Server:
    """A network in which discovery works, except for hosts with other answers, by the first label of their names."""

    def answer(request: Request) -> Answer:
        parts = urlsplit(request.url)
        host = str(parts.hostname).partition(".")[0]
        other = places.get(f"{host}_user" if parts.path == "/user" else host)
        return other() if other else told(USER if parts.path == "/user" else ROOT)

    return answer


def found(server: Server, domain: str = "contoso.com", **options: Any) -> tuple[Play, str]:
    play = Play(server)
    url: str = play.run(discover(play.core(), domain, **options))
    return play, url


def asked(play: Play) -> list[str]:
    return [request.url for request in play.asked]


@pytest.mark.parametrize(
    "internal",
    [
        OUT_OF_REACH,
        Response(404),
        json("<html>hi</html>", content_type="text/html"),
        told({"code": "NotFound"}),
        told({"_links": {"user": {"href": "http://lyncdiscoverinternal.contoso.com/user"}}}),
        told({"_links": {"user": {"href": "/us er"}}}),
        told({"_links": {"user": []}}),
        told({"_links": {"redirect": {"href": "https://portal.example/"}}}),
        told({"_links": {"redirect": {"href": "/a b"}}}),
        Response(302, {"Location": "https://portal.example/login"}),
        Response(302, {"Location": "http://www.contoso.com/"}),
        Response(302, {"Location": "/a b"}),
        Response(302, {"Location": "https://[::1/"}),
        Response(302),
    ],
)
def test_an_internal_host_that_is_another_does_not_end_the_search(internal: Answer) -> None:
    play, url = found(contoso(lyncdiscoverinternal=lambda: internal))
    assert url == f"{EXTERNAL}/applications"
    assert asked(play) == [f"{INTERNAL}/", f"{EXTERNAL}/", f"{EXTERNAL}/user"]


def test_where_no_host_serves_the_faults_of_all_are_told() -> None:
    away = Response(302, {"Location": "https://portal.example/login"})
    with pytest.raises(LinkRefused) as refused:
        found(contoso(lyncdiscoverinternal=lambda: away, lyncdiscover=lambda: OUT_OF_REACH))
    for words in (INTERNAL, "portal.example", EXTERNAL, "no such host"):
        assert words in str(refused.value)
    assert refused.value.href == "https://portal.example/login"
    with pytest.raises(TransportError, match=rf"{INTERNAL}.*404.*{EXTERNAL}.*503"):
        found(contoso(lyncdiscoverinternal=lambda: Response(404), lyncdiscover=lambda: Response(503)))


@pytest.mark.parametrize(
    "answer", [json("<html>hi</html>", content_type="text/html"), json("{"), told({"_links": {"user": {"href": 5}}})]
)
def test_fault_of_an_answer_says_which_host_gave_it(answer: Response) -> None:
    play = Play(lambda request: answer)
    with pytest.raises(DecodeError, match=rf"in the answer 200 to GET {EXTERNAL}/") as raised:
        play.run(start(play.core(), f"{EXTERNAL}/"))
    assert (raised.value.status, raised.value.request) == (200, f"GET {EXTERNAL}/")


@pytest.mark.parametrize("first", [Response(503, {"Retry-After": "1"}), Response(429, {"Retry-After": "1"}), BROKEN])
@pytest.mark.parametrize("place", ["lyncdiscoverinternal", "lyncdiscoverinternal_user"])
def test_a_host_that_was_reached_is_asked_again(first: Answer, place: str) -> None:
    answers = script(first, told(USER if place.endswith("user") else ROOT))
    play, url = found(contoso(**{place: lambda: answers(Request("GET", "/", {}, b""))}))
    assert url == f"{INTERNAL}/applications"
    assert len(play.asked) == 3
    assert len(play.slept) == 1


def test_an_unreachable_host_delays_no_caller() -> None:
    play, _ = found(contoso(lyncdiscoverinternal=lambda: OUT_OF_REACH))
    assert play.slept == []
    assert len(play.asked) == 3


@pytest.mark.parametrize("internal", [BROKEN, Response(429), Response(503, {"Retry-After": "4"})])
def test_a_host_that_stays_in_trouble_does_not_hold_up_the_next_for_long(internal: Answer) -> None:
    play, url = found(contoso(lyncdiscoverinternal=lambda: internal))
    assert url == f"{EXTERNAL}/applications"
    assert 1 < len(play.asked) - 2 <= 4
    assert play.now - 1000 <= TIMEOUT


@pytest.mark.parametrize("links", [[{"href": "/user"}], [{"href": "/user"}, {"href": "/other"}]])
def test_of_several_links_the_first_counts(links: list[dict[str, str]]) -> None:
    assert found(contoso(lyncdiscoverinternal=lambda: told({"_links": {"user": links}})))[1]
    away = [{"href": f"{EXTERNAL}/"}, {"href": "https://evil.example/"}]
    _, url = found(contoso(lyncdiscoverinternal=lambda: told({"_links": {"redirect": away}})))
    assert url == f"{EXTERNAL}/applications"


@pytest.mark.parametrize("user", [Response(200), Response(204), json(""), json("[]"), json("3"), told({"sender": []})])
def test_a_user_resource_that_is_none_is_an_error(user: Response) -> None:
    with pytest.raises(UcwaError):
        found(contoso(lyncdiscoverinternal_user=lambda: user))


def test_a_redirect_of_the_user_to_another_pool_is_followed() -> None:
    elsewhere = told({"rel": "user", "_links": {"redirect": [{"href": "https://pool.contoso.com/"}]}})
    play, url = found(contoso(lyncdiscoverinternal_user=lambda: elsewhere))
    assert url == "https://pool.contoso.com/applications"
    assert play.asked[2].url == "https://pool.contoso.com/"


@pytest.mark.parametrize("domain", ["bücher.example", "BÜCHER.example.", " xn--bcher-kva.example "])
def test_a_domain_is_asked_for_in_its_one_spelling(domain: str) -> None:
    _, url = found(contoso(), domain)
    assert url == "https://lyncdiscoverinternal.xn--bcher-kva.example/applications"


@pytest.mark.parametrize(
    "domain",
    ["", " ", ".", "a b", "ann@contoso.com", "straße.example", "a..b", "x\ny", "[::1", "a:1", "a/b", "https://a.b"],
)
def test_a_domain_that_is_none_is_an_argument_of_the_wrong_kind(domain: str) -> None:
    with pytest.raises(InvalidArgument, match="domain") as raised:
        found(contoso(), domain)
    assert raised.value.parameter == "domain"


LINK = st.one_of(
    st.none(),
    st.integers(),
    st.text(max_size=5),
    st.fixed_dictionaries(
        {"href": st.sampled_from(["", "/user", "/a b", "//", "https://x.contoso.com/", "http://[", 5, None])}
    ),
)
LINKS = st.dictionaries(
    st.sampled_from(["user", "redirect", "applications", "self", "x"]), st.one_of(LINK, st.lists(LINK, max_size=3))
)
BODY = st.one_of(
    st.fixed_dictionaries(
        {"_links": st.one_of(LINKS, LINK)}, optional={"rel": st.sampled_from(["user", "\n" * 900, 5])}
    ),
    st.recursive(
        st.none() | st.integers() | st.text(max_size=3), lambda inner: st.lists(inner, max_size=3), max_leaves=4
    ),
)
RESPONSE = st.one_of(
    st.just(BROKEN),
    st.builds(told, BODY),
    st.builds(
        lambda status, location, kind, body: Response(status, {"Location": location, "Content-Type": kind}, body),
        st.sampled_from([200, 201, 204, 301, 302, 304, 307, 400, 401, 403, 404, 408, 429, 500, 503]),
        st.sampled_from(["", "/", "/a b", "//", "http://[", "https://x.contoso.com/", "\u0662"]),
        st.sampled_from(["", "application/json", "application/xml", "text/html; charset=idna"]),
        st.sampled_from([b"", b"{}", b"<resource/>", b"<a>", b"{", b"\xff\xfe"]),
    ),
)


@given(st.lists(RESPONSE, min_size=1, max_size=4))
@example([told({"_links": {"user": [{"href": "/user"}]}}), Response(204)])
def test_whatever_servers_answer_there_is_an_address_or_an_error_of_ours(answers: list[Answer]) -> None:
    for begin in (lambda core: discover(core, "contoso.com"), lambda core: start(core, f"{INTERNAL}/")):
        play = Play(script(*answers))
        url, words = outcome(play, begin(play.core()))
        assert url is None or str(urlsplit(url).hostname).endswith("contoso.com")
        assert words.isprintable()
        assert len(words) < 1200
        assert len(play.asked) < 100


def outcome(play: Play, flow: Any) -> tuple[str | None, str]:
    """The address, or the message of the error."""
    try:
        return play.run(flow), ""
    except UcwaError as fault:
        return None, str(fault)
