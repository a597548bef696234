"""Which secret is sent to which origin, and who decides it: the rows of the table in the guide."""

from __future__ import annotations

from contextlib import asynccontextmanager

import anyio
import httpx2
import pytest
from tests.protocol.hosts import Names

from ucwa2 import PassiveGrant, PasswordGrant, SignInRequired, TokenGrant
from ucwa2.errors import AuthenticationError, LinkRefused

pytestmark = pytest.mark.anyio
START, POOL, APPS = "https://lyncdiscover.contoso.com", "https://pool.contoso.com", "https://apps.contoso.com"
ROOT = "/autodiscover/autodiscoverservice.svc/root"
ANN = PasswordGrant("ann@contoso.com", "c4n4ry-of-ann")
FORM = {"grant_type": "password", "username": "ann@contoso.com", "password": "secret"}


def issued(sandbox) -> str:
    """A token that was obtained elsewhere."""
    found: str = httpx2.post(f"{sandbox.url}/WebTicket/oauthtoken", data=FORM).json()["access_token"]
    return found


class Issuer:
    """A source of tokens by origin, which records what it was asked for."""

    def __init__(self, sandbox) -> None:
        self.sandbox = sandbox
        self.given: dict[str, list[str]] = {}

    def __call__(self, origin: str) -> str:
        self.given.setdefault(origin, []).append(issued(self.sandbox))
        return self.given[origin][-1]


def of_two_hosts(sandbox, apps=APPS) -> Names:
    """The user resource is on one host, and the applications on another one."""
    sandbox.backend.settings.redirect = f"{POOL}{ROOT}"
    there = f"{apps}/ucwa/v1/applications"
    sandbox.backend.faults.add([{"kind": "link", "rel": "applications", "link": there, "path": "user$", "times": None}])
    return Names({START: sandbox.url, POOL: sandbox.url, apps: sandbox.url})


@asynccontextmanager
async def discovered(way, names, grant, **options):
    async with names.client(way.kind) as http, way.discover("contoso.com", grant, http=http, **options) as client:
        yield client


async def created(client):
    return await client.create_application(user_agent="Tests/1.0", culture="en-US")


def used(sandbox) -> dict[str, set[str]]:
    """The tokens that each origin received."""
    found: dict[str, set[str]] = {}
    for asked in sandbox.backend.requests:
        if "authorization" in asked.headers:
            found.setdefault(asked.base, set()).add(asked.headers["authorization"].removeprefix("Bearer "))
    return found


async def test_function_is_asked_for_a_token_of_each_origin(way, sandbox):
    issuer = Issuer(sandbox)
    async with discovered(way, of_two_hosts(sandbox), TokenGrant(issuer)) as client:
        await created(client)

    assert {origin: len(tokens) for origin, tokens in issuer.given.items()} == {POOL: 1, APPS: 1}
    assert used(sandbox) == {origin: set(tokens) for origin, tokens in issuer.given.items()}


async def test_origin_that_refuses_a_token_asks_the_function_again_once_for_all(way, sandbox):
    issuer = Issuer(sandbox)
    async with discovered(way, of_two_hosts(sandbox), TokenGrant(issuer)) as client:
        app = await created(client)
        sandbox.backend.tokens[issuer.given[APPS][0]].until = 0.0
        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(client.send, app.links.self.get())

    assert {origin: len(tokens) for origin, tokens in issuer.given.items()} == {POOL: 1, APPS: 2}


@pytest.mark.parametrize("kind", ["text", "function", "coroutine function", "default"])
async def test_token_for_all_origins_serves_each(way, sandbox, kind):
    token = issued(sandbox)

    async def source():
        return token

    coroutine = source if way.kind == "async" else lambda: token
    grants = {"text": token, "function": lambda: token, "coroutine function": coroutine, "default": lambda x=token: x}
    async with discovered(way, of_two_hosts(sandbox), TokenGrant(grants[kind])) as client:
        await created(client)

    assert used(sandbox) == {POOL: {token}, APPS: {token}}


@pytest.mark.parametrize("by_name", [True, False])
async def test_function_may_have_the_origin_by_name_or_by_place(way, sandbox, by_name):
    asked: list[str] = []

    def named(*, origin: str = "") -> str:
        asked.append(origin)
        return issued(sandbox)

    async def awaited(*, origin: str = "") -> str:
        return named(origin=origin)

    function = awaited if way.kind == "async" else named
    async with discovered(
        way, of_two_hosts(sandbox), TokenGrant(function if by_name else lambda where: function(origin=where))
    ) as client:
        await created(client)

    assert asked == [POOL, APPS]


OTHER = "https://pool.fabrikam.com"


def of_two_domains(sandbox) -> Names:
    """Discovery leads to another domain, whose server names a token service of its own."""
    sandbox.backend.settings.redirect = f"{OTHER}{ROOT}"
    return Names({START: sandbox.url, OTHER: sandbox.url})


def secrets_at(sandbox, base: str) -> list[str]:
    """What an origin received that may hold a secret."""
    return [
        f"{asked.headers.get('authorization', '')} {asked.content!r}"
        for asked in sandbox.backend.requests
        if asked.base == base and ("authorization" in asked.headers or asked.content)
    ]


GRANTS = {"password": ANN, "text": TokenGrant("c4n4ry"), "function": TokenGrant(lambda origin: "c4n4ry")}


@pytest.mark.parametrize("kind", GRANTS)
async def test_other_domain_that_is_allowed_but_not_named_gets_no_secret(way, sandbox, kind):
    names = of_two_domains(sandbox)
    with pytest.raises((LinkRefused, AuthenticationError), match=r"pool\.fabrikam\.com.*trusted"):
        async with discovered(way, names, GRANTS[kind], allow_other_domains=True):
            pass

    assert OTHER in names.asked
    assert secrets_at(sandbox, OTHER) == []


async def test_applications_in_another_domain_that_is_not_named_get_no_secret(way, sandbox):
    names = of_two_hosts(sandbox, apps=OTHER)
    with pytest.raises((LinkRefused, AuthenticationError), match=r"pool\.fabrikam\.com.*trusted"):
        async with discovered(way, names, TokenGrant(Issuer(sandbox)), allow_other_domains=True) as client:
            await created(client)

    assert OTHER in names.asked
    assert not [text for text in secrets_at(sandbox, OTHER) if "Bearer" in text]


@pytest.mark.parametrize(
    "options",
    [
        {"allow_other_domains": ["fabrikam.com"]},
        {"allow_other_domains": "fabrikam.com"},
        {"allow_other_domains": True, "trusted": [OTHER]},
        {"trusted": [OTHER]},
    ],
    ids=str,
)
@pytest.mark.parametrize("kind", ["password", "function"])
async def test_other_domain_that_is_named_gets_the_secret(way, sandbox, options, kind):
    grant = PasswordGrant("ann@contoso.com", "secret") if kind == "password" else TokenGrant(Issuer(sandbox))
    async with discovered(way, of_two_domains(sandbox), grant, **options) as client:
        await created(client)

    assert set(used(sandbox)) == {OTHER}


async def test_other_domain_than_those_that_are_named_is_refused(way, sandbox):
    names = of_two_domains(sandbox)
    with pytest.raises(LinkRefused, match=r"leaves the domain contoso\.com"):
        async with discovered(way, names, ANN, allow_other_domains=["example.org"]):
            pass

    assert OTHER not in names.asked


async def test_refused_token_service_is_not_remembered(way, sandbox, stranger):
    names = Names({START: sandbox.url, "https://evil.invalid": stranger.url})
    async with discovered(way, names, PasswordGrant("ann@contoso.com", "secret")) as client:
        app = await created(client)
        for challenge in ('href="https://evil.invalid/token",grant_type="password"', 'href="/token",grant_type="x"'):
            sandbox.backend.settings.challenge = f"MsRtcOAuth {challenge}"
            for known in sandbox.backend.tokens.values():
                known.until = 0.0
            await client.send(app.links.self.get())

        sandbox.backend.settings.challenge = "Negotiate"
        for known in sandbox.backend.tokens.values():
            known.until = 0.0
        assert (await client.send(app.links.self.get())).rel == "application"
    assert stranger.heard == []


async def test_first_token_service_that_is_refused_is_not_remembered(way, sandbox, stranger):
    """Later challenges without a token service do not lead back to it."""
    names = Names({START: sandbox.url, "https://evil.invalid": stranger.url})
    async with names.client(way.kind) as http:
        client = way.discover("contoso.com", PasswordGrant("ann@contoso.com", "secret"), http=http)
        sandbox.backend.settings.challenge = 'MsRtcOAuth href="https://evil.invalid/token",grant_type="password"'
        with pytest.raises(AuthenticationError, match=r"evil\.invalid"):
            await client.open()
        sandbox.backend.settings.challenge = "Negotiate"
        with pytest.raises(AuthenticationError) as raised:
            await client.open()
        await client.close()

    assert "evil" not in str(raised.value)
    assert stranger.heard == []


async def test_token_of_a_page_goes_to_the_origin_that_asked_for_it(way, sandbox):
    names = of_two_hosts(sandbox)
    async with names.client(way.kind) as http:
        client = way.discover("contoso.com", PassiveGrant(), http=http)
        tokens = []
        for step in (client.open, client.open, lambda: created(client), lambda: created(client)):
            try:
                await step()
            except SignInRequired:
                tokens.append(issued(sandbox))
                client.accept_token(tokens[-1])
        await client.close()

    assert used(sandbox) == {POOL: {tokens[0]}, APPS: {tokens[1]}}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https", "x\n"])
async def test_page_for_sign_in_has_an_address_of_the_web(way, stranger, address):
    from json import dumps

    said = {"error": "invalid_grant", "ms_rtc_passiveauthuri": address}
    challenge = {"WWW-Authenticate": 'MsRtcOAuth href="/token",grant_type="urn:microsoft.rtc:passive"'}
    answers = {
        "/": (200, {"Content-Type": "application/json"}, b'{"_links": {"user": {"href": "/user"}}}'),
        "/user": (401, challenge, b""),
        "/token": (400, {}, dumps(said).encode()),
    }
    stranger.reply = lambda method, target: answers[target]
    with pytest.raises(AuthenticationError) as raised:
        async with way.client(f"{stranger.url}/", PassiveGrant()):
            pass

    assert not isinstance(raised.value, SignInRequired)
