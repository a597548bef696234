"""Finding the server: which addresses are requested, and which answers are followed or refused."""

from __future__ import annotations

import pytest
from tests.protocol.hosts import Listener, Names

from ucwa2.errors import AuthenticationError, LinkRefused, TransportError

pytestmark = pytest.mark.anyio
ROOT = "/autodiscover/autodiscoverservice.svc/root"


async def asked(way, names: Names, **options) -> list[str]:
    """The origins that receive requests while a client signs in."""
    async with names.client(way.kind) as http, way.discover("contoso.com", http=http, **options):
        return names.asked


async def test_internal_address_is_asked_before_the_external_one(way, sandbox):
    names = Names({"https://lyncdiscover.contoso.com": sandbox.url})

    assert (await asked(way, names))[:2] == [
        "https://lyncdiscoverinternal.contoso.com",
        "https://lyncdiscover.contoso.com",
    ]
    assert not [origin for origin in names.asked if origin.startswith("http:")]


async def test_addresses_without_tls_are_asked_only_on_demand(way, sandbox):
    names = Names({"http://lyncdiscover.contoso.com": sandbox.url})

    with pytest.raises((TransportError, AuthenticationError)):
        await asked(way, names)
    assert "http://lyncdiscover.contoso.com" not in names.asked


async def test_no_server_at_all_names_the_addresses(way):
    with pytest.raises((TransportError, AuthenticationError), match=r"lyncdiscover"):
        await asked(way, Names({}))


async def test_redirect_to_another_host_of_the_domain_is_followed(way, sandbox):
    names = Names({"https://lyncdiscover.contoso.com": sandbox.url, "https://pool.contoso.com": sandbox.url})
    sandbox.backend.settings.redirect = f"https://pool.contoso.com{ROOT}"

    assert (await asked(way, names))[-1] == "https://pool.contoso.com"


async def test_redirect_to_another_domain_is_refused_unless_allowed(way, sandbox):
    names = Names({"https://lyncdiscover.contoso.com": sandbox.url, "https://pool.fabrikam.com": sandbox.url})
    sandbox.backend.settings.redirect = f"https://pool.fabrikam.com{ROOT}"

    with pytest.raises(LinkRefused, match=r"pool\.fabrikam\.com"):
        await asked(way, names)
    assert "https://pool.fabrikam.com" not in names.asked
    assert (await asked(way, names, allow_other_domains=["fabrikam.com"]))[-1] == "https://pool.fabrikam.com"


async def test_redirect_to_an_address_without_tls_is_refused(way, sandbox):
    names = Names({"https://lyncdiscover.contoso.com": sandbox.url, "http://pool.contoso.com": sandbox.url})
    sandbox.backend.settings.redirect = f"http://pool.contoso.com{ROOT}"

    with pytest.raises(LinkRefused, match=r"pool\.contoso\.com"):
        await asked(way, names)
    assert "http://pool.contoso.com" not in names.asked


async def test_internal_host_that_leads_astray_does_not_end_the_search(way, sandbox):
    with Listener(lambda method, target: (302, {"Location": "https://portal.example/login"}, b"")) as portal:
        names = Names(
            {"https://lyncdiscoverinternal.contoso.com": portal.url, "https://lyncdiscover.contoso.com": sandbox.url}
        )

        assert await asked(way, names) == [
            "https://lyncdiscoverinternal.contoso.com",
            "https://lyncdiscover.contoso.com",
        ]
        assert len(portal.heard) == 1


@pytest.mark.parametrize("fault", [{"kind": "status", "status": 503, "retry_after": "0"}, {"kind": "reset"}])
@pytest.mark.parametrize("path", ["^/$", "user$"])
async def test_host_that_was_reached_is_asked_again(way, sandbox, fault, path):
    sandbox.backend.faults.add([{**fault, "path": path}])
    async with way.client(f"{sandbox.url}/"):
        assert len(sandbox.backend.faults.hits) == 1


async def test_name_with_other_letters_than_ascii_is_found(way, sandbox):
    names = Names({"https://lyncdiscover.bücher.example": sandbox.url})
    async with names.client(way.kind) as http, way.discover("bücher.example", http=http):
        assert names.asked[-1] == "https://lyncdiscover.bücher.example"


@pytest.mark.parametrize("leads", ["in a circle", "ever on"])
async def test_redirects_end(way, leads):
    def reply(method: str, target: str) -> tuple[int, dict[str, str], bytes]:
        number = 0 if leads == "in a circle" else len(server.heard)
        body = f'{{"_links": {{"redirect": {{"href": "https://lyncdiscover.contoso.com/{number}"}}}}}}'
        return 200, {"Content-Type": "application/json"}, body.encode()

    with Listener(reply) as server:
        with pytest.raises((LinkRefused, TransportError, AuthenticationError)):
            await asked(way, Names({"https://lyncdiscover.contoso.com": server.url}))
        assert len(server.heard) < 20
