"""Secrets are sent only to their own origin: which addresses have the same origin, another one, or none."""

from __future__ import annotations

import httpx2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ucwa2 import Client, PasswordGrant
from ucwa2._runtime.client.session.origin import Origin, origin
from ucwa2._runtime.client.session.session import ClientSession
from ucwa2.errors import InvalidArgument, LinkRefused
from ucwa2.resources.note import NoteLink
from ucwa2.sandbox import running

HOME = "https://pool.contoso.com/ucwa"
SAME = [
    "https://pool.contoso.com/",
    "https://pool.contoso.com",
    "https://pool.contoso.com:443/ucwa",
    "https://pool.contoso.com:/ucwa",
    "https://pool.contoso.com:00443/ucwa",
    "HTTPS://POOL.CONTOSO.COM/ucwa",
    "https://Pool.Contoso.Com./ucwa",
    "https://pool.contoso.com?to=https://evil.example/",
    "https://pool.contoso.com#@evil.example/",
    "https://pool.contoso.com/@evil.example/",
]
OTHER = [
    "http://pool.contoso.com/",
    "http://pool.contoso.com:443/",
    "https://pool.contoso.com:80/",
    "https://pool.contoso.com:4443/",
    "https://pool.contoso.com.evil.example/",
    "https://evilpool.contoso.com/",
    "https://pool.contoso.com-evil.example/",
    "https://pool-contoso.com/",
    "https://contoso.com/",
    "https://p00l.contoso.com/",
    "https://pooI.contoso.com.evil.example/",
    "https://xn--pol-9qa.contoso.com/",
    "https://evil.example/https://pool.contoso.com/",
    "https://evil.example?https://pool.contoso.com/",
    "https://evil.example#https://pool.contoso.com/",
]
REFUSED = [
    "https://pool.contoso.com@evil.example/",
    "https://pool.contoso.com:443@evil.example/",
    "https://@pool.contoso.com/",
    "https://pool.contoso.com%40evil.example/",
    "https://pool.contoso.com%2eevil.example/",
    "https://pool.contoso.com%00.evil.example/",
    "https://pool.contoso.com\\@evil.example/",
    "https://evil.example\\@pool.contoso.com/",
    "https:\\\\pool.contoso.com/",
    "https:/pool.contoso.com/",
    "https:pool.contoso.com/",
    "///pool.contoso.com/",
    "//pool.contoso.com/",
    "/ucwa",
    "",
    "https://",
    "https://:443/",
    "https://pool.contoso.com:port/",
    "https://pool.contoso.com:-443/",
    "https://pool.contoso.com:65979/",
    "https://pool.contoso.com:443:80/",
    "https://pool.contoso.com:٤٤٣/",
    "https://pool..contoso.com/",
    "https://pool.contoso.com../",
    "https://.pool.contoso.com/",
    "https://./",
    "https://pool.contoso.com,evil.example/",
    "https://pool.contoso.com;evil.example/",
    "https://pool.contoso.com&evil.example/",
    "https://pool.contoso.com\t.evil.example/",
    "https://pool.contoso.com\r\nHost: evil.example/",
    "https://pool.contoso.com\0.evil.example/",
    "https://pool.contoso.com\x7f/",
    "https://pool.contoso.com\u00a0/",
    "https://pool.contoso.com\u200b/",
    "https://pool.contoso.com\u202e/",
    " https://pool.contoso.com/",
    "https://pool.contoso.com /",
    "https://pool.contoso。com/",
    "https://pool.contoso．com/",
    "https://ｐool.contoso.com/",
    "https://pool.contoso.com／evil.example/",
    "https://pool.contoso.com：443/",
    "https://contoßo.com/",
    "https://po\u00adol.contoso.com/",
    "https://\u212aontoso.com/",
    "https://[v1.contoso.com]/",
    "https://[pool.contoso.com]/",
    "https://[::1]evil.example/",
    "https://[::1/",
    "https://[fe80::1%25eth0]/",
    "https://[::ffff:127.0.0.1%251]/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0X7F.1/",
    "https://017700000001/",
    "https://127.1/",
    "https://127.0.0.01/",
    "https://0177.0.0.1/",
    "https://127.0.0.0x1/",
    "https://256.0.0.1/",
    "https://1.2.3.4.5/",
    "ftp://pool.contoso.com/",
    "file:///etc/passwd",
    "javascript://pool.contoso.com/%0aalert(1)",
    "data:text/plain,x",
    "wss://pool.contoso.com/",
]
RELATIVE = ["https:/pool.contoso.com/", "https:pool.contoso.com/", "///pool.contoso.com/", "/ucwa", "", "https://"]
"""Hrefs that lead, or may lead, to the server that sent them; all others name a server."""
ABSOLUTE = [href for href in REFUSED if href not in RELATIVE]


@pytest.mark.parametrize("href", SAME)
def test_other_spellings_are_the_same_origin(href: str) -> None:
    assert origin(href) == origin(HOME)


@pytest.mark.parametrize("href", OTHER)
def test_look_alikes_are_other_origins(href: str) -> None:
    assert origin(href) != origin(HOME)


@pytest.mark.parametrize("href", REFUSED)
def test_what_two_readers_understand_in_two_ways_is_refused_by_name(href: str) -> None:
    with pytest.raises(LinkRefused) as caught:
        origin(href)
    assert caught.value.href == href
    assert str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://127.0.0.1/", "https://[::ffff:127.0.0.1]/"),
        ("https://[::1]/", "https://[0:0:0:0:0:0:0:1]:443/"),
        ("https://[2001:DB8::1]/", "https://[2001:db8:0::1]/"),
        ("https://127.0.0.1/", "https://127.0.0.1.:443/"),
        ("https://bücher.example/", "https://XN--BCHER-KVA.example/"),
        ("https://bücher.example/", "https://BÜCHER.example./"),
    ],
)
def test_a_host_has_one_spelling(one: str, other: str) -> None:
    assert origin(one) == origin(other)


def test_a_domain_ends_at_a_dot() -> None:
    assert origin("https://pool.contoso.com/").is_below("contoso.com")
    assert origin("https://contoso.com/").is_below("contoso.com")
    assert not origin("https://evilcontoso.com/").is_below("contoso.com")
    assert not origin("https://contoso.com.evil.example/").is_below("contoso.com")


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "127.0.0.1", "127.9.9.9", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_known(host: str) -> None:
    assert origin(f"http://{host}:8080/").is_loopback


@pytest.mark.parametrize("host", ["localhost.evil.example", "evillocalhost", "127.0.0.1.evil.example", "[::2]"])
def test_nothing_else_is_this_machine(host: str) -> None:
    assert not origin(f"http://{host}:8080/").is_loopback


HOSTS = st.sampled_from([href.partition("://")[2].rstrip("/") for href in SAME + OTHER + REFUSED])
PIECES = st.sampled_from([*"/\\@:?#%.[]-_~", ":443", "contoso.com", "127.0.0.1", "::1", "%2e", "ß", "ß.de", "。", "é"])
ADDRESSES = st.builds(
    lambda scheme, host, more: f"{scheme}{host}{''.join(more)}",
    st.sampled_from(["https://", "http://", "HTTPS://", "https:/", "https:"]),
    st.one_of(HOSTS, st.text(max_size=12)),
    st.lists(st.one_of(PIECES, st.characters()), max_size=5),
)


@given(ADDRESSES)
@example("https://fuß.de/")
@example("https://[v1.contoso.com]/")
def test_what_is_checked_is_what_httpx_connects_to(href: str) -> None:
    """The rule would be useless if httpx2 parsed the same address differently."""
    try:
        checked = origin(href)
        sent = httpx2.URL(href)
    except (LinkRefused, httpx2.InvalidURL):
        return
    port = sent.port or {"http": 80, "https": 443}[sent.scheme]
    host = sent.raw_host.decode().removesuffix(".").lower()
    assert origin(f"{sent.scheme}://{f'[{host}]' if ':' in host else host}:{port}/") == checked


@pytest.mark.parametrize("query", ["?ack=1", "?@i/", "?https://i:1/", "?#@i"])
def test_a_query_is_no_part_of_an_origin(query: str) -> None:
    assert origin(f"https://h{query}") == origin(f"https://h/a{query}") == Origin("https", "h", 443)


@given(ADDRESSES)
def test_an_origin_is_the_origin_of_its_own_address(href: str) -> None:
    try:
        found = origin(href)
    except LinkRefused:
        return
    assert origin(found.url) == found
    assert found.url.isascii()


def test_only_trusted_origins_receive_requests() -> None:
    core = ClientSession(trusted=[HOME])
    core.check_trusted(origin("https://POOL.contoso.com.:443/x"), "x")
    for href in OTHER:
        with pytest.raises(LinkRefused) as caught:
            core.check_trusted(origin(href), href)
        assert caught.value.href == href


def test_an_origin_is_spelt_without_its_default_port() -> None:
    assert Origin("https", "contoso.com", 443).url == "https://contoso.com"
    assert Origin("https", "::1", 8443).url == "https://[::1]:8443"


@pytest.mark.parametrize("format", ["json", "xml"])
def test_no_hostile_link_gets_a_single_byte(format: str) -> None:
    """Sends to every address of the tables, from a client with a token, while another server listens."""
    with running() as sandbox, running() as elsewhere:
        port = elsewhere.url.rpartition(":")[2]
        near = [f"{elsewhere.url}/", f"http://localhost:{port}/", f"http://127.0.0.1:{port}/ucwa/v1/applications"]
        elsewhere.backend.faults.add([{"kind": "latency", "seconds": 0, "times": None}])
        with Client(sandbox.url + "/", PasswordGrant("ann@contoso.com", "secret"), format=format) as client:
            known = set(client._session.trusted)
            for href in [*near, *OTHER, *ABSOLUTE]:
                with pytest.raises((LinkRefused, InvalidArgument)) as caught:
                    client.send(NoteLink(href, base=f"{sandbox.url}/").get())
                assert str(caught.value)
            assert client._session.trusted == known
        assert elsewhere.backend.faults.hits == []


def test_trusted_addresses_that_are_no_texts_are_refused() -> None:
    with pytest.raises(InvalidArgument, match="`trusted` is a value of type `list`; give each address as a text"):
        Client(f"{HOME}/", trusted=[[HOME]])  # type: ignore[list-item]
