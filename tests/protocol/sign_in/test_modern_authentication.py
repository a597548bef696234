"""The recipe of the guide: tokens by msal for each origin, from an imitation of a provider on this machine."""

from __future__ import annotations

import importlib
import json
import re
import ssl
import sys
import threading
import webbrowser
from urllib.parse import unquote

import httpx2
import pytest
from tests.protocol.sign_in.provider import CLIENT_ID, Provider
from tests.protocol.sign_in.test_origins import APPS, POOL, created, discovered, issued, of_two_hosts, used

from support import ROOT as PROJECT
from ucwa2 import PassiveGrant, SignInRequired, TokenGrant

pytestmark = pytest.mark.anyio
PAGE = PROJECT / "docs" / "modern-authentication.md"
FILES = ("modern_tokens", "modern_authority")


@pytest.fixture
def recipe(tmp_path, monkeypatch):
    """The modules of the guide, as it has them."""
    for name, text in re.findall(r"```python\n# (\w+)\.py\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL):
        (tmp_path / f"{name}.py").write_text(text, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield [importlib.import_module(name) for name in FILES]
    for name in FILES:
        del sys.modules[name]


@pytest.fixture
def provider(sandbox, tmp_path, monkeypatch):
    """A provider whose tokens the sandbox takes; ``given`` are they by audience."""
    for variable in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(variable, raising=False)  # in requests they come before the certificates of a session
    given: dict[str, list[str]] = {}

    def issue(audience: str) -> str:
        given.setdefault(audience, []).append(issued(sandbox))
        return given[audience][-1]

    with Provider(tmp_path, issue) as found:
        found.given = given
        sandbox.backend.settings.challenge = f'Bearer authorization_uri="{found.url}/oauth2/authorize"'
        yield found


def source(recipe, provider, tmp_path, **options):
    tokens = recipe[0]
    certificates = str(provider.certificates)
    return tokens.Tokens(
        CLIENT_ID, provider.url, tmp_path / "cache.json", verify=certificates, instance_discovery=False, **options
    )


class Browser(webbrowser.BaseBrowser):
    """A browser whose user signs in at once."""

    def __init__(self, certificates) -> None:
        super().__init__("test")
        self.context = ssl.create_default_context(cafile=str(certificates))

    def open(self, url, new=0, autoraise=True):
        threading.Thread(target=self._visit, args=(url,), daemon=True).start()
        return True

    def _visit(self, url: str) -> None:
        page = httpx2.get(url, verify=self.context).text
        (action,) = re.findall(r'action="(.*?)"', page)
        httpx2.post(action, data=dict(re.findall(r'name="(.*?)" value="(.*?)"', page)))


@pytest.mark.parametrize("interactive", [False, True])
async def test_user_signs_in_once_and_each_origin_gets_a_token_of_its_own(
    way, sandbox, recipe, provider, tmp_path, interactive, monkeypatch
):
    monkeypatch.setattr(webbrowser, "_tryorder", [])
    monkeypatch.setattr(webbrowser, "_browsers", {})
    webbrowser.register("test", None, Browser(provider.certificates), preferred=True)
    tokens = source(recipe, provider, tmp_path, interactive=interactive)
    async with discovered(way, of_two_hosts(sandbox), TokenGrant(tokens)) as client:
        await created(client)

    kinds = [form["grant_type"].rpartition(":")[2] for form in provider.forms]
    assert kinds == ["authorization_code" if interactive else "device_code", "refresh_token"]
    assert used(sandbox) == {POOL: set(provider.given[POOL]), APPS: set(provider.given[APPS])}


async def test_refused_token_is_replaced_and_the_cache_serves_the_next_program(
    way, sandbox, recipe, provider, tmp_path
):
    async with discovered(way, of_two_hosts(sandbox), TokenGrant(source(recipe, provider, tmp_path))) as client:
        app = await created(client)
        sandbox.backend.tokens[provider.given[APPS][0]].until = 0.0
        await client.send(app.links.self.get())
    asked = len(provider.forms)
    async with discovered(way, of_two_hosts(sandbox), TokenGrant(source(recipe, provider, tmp_path))) as client:
        await created(client)

    assert {origin: len(tokens) for origin, tokens in provider.given.items()} == {POOL: 1, APPS: 2}
    assert len(provider.forms) == asked == 3
    assert (tmp_path / "cache.json").stat().st_mode & 0o077 == 0


def test_authority_is_that_of_the_challenge(sandbox, recipe, provider):
    from ucwa2 import Client

    assert recipe[1].authority(Client(f"{sandbox.url}/")) == provider.url


PASSIVE = "urn:microsoft.rtc:passive"
FORM = {"Content-Type": "application/json"}


def passive(server):
    """A server whose page sets a cookie, and whose token service gives a token for the cookie and the passive grant."""
    page = {"error": "invalid_grant", "ms_rtc_passiveauthuri": f"{server.url}/page"}
    challenge = {"WWW-Authenticate": f'MsRtcOAuth href="/token",grant_type="{PASSIVE}"'}

    links = json.dumps({"rel": "user", "_links": {"applications": {"href": "/applications"}}}).encode()

    def reply(method, target):
        _, _, headers, content = server.heard[-1]
        is_signed_in = headers.get("Authorization") == "Bearer cwt=t"
        has_cookie = headers.get("Cookie") == "signed-in=ann" and PASSIVE in unquote(content.decode())
        given = 200, FORM, b'{"access_token": "cwt=t", "expires_in": 60}'
        answers = {
            "/": (200, FORM, b'{"_links": {"user": {"href": "/user"}}}'),
            "/user": (200, FORM, links) if is_signed_in else (401, challenge, b""),
            "/page": (200, {"Set-Cookie": "signed-in=ann; Path=/"}, b""),
            "/token": given if has_cookie else (400, FORM, json.dumps(page).encode()),
        }
        return answers[target]

    return reply


async def test_token_of_a_browser_with_the_cookies_of_the_page_is_taken(way, stranger):
    """As far as is known: the page sets cookies, and the browser posts the same grant again with them."""
    stranger.reply = passive(stranger)
    client = way.client(f"{stranger.url}/", PassiveGrant())
    with pytest.raises(SignInRequired) as raised:
        await client.open()
    assert (raised.value.code, raised.value.grants) == ("invalid_grant", (PASSIVE,))

    with httpx2.Client() as browser:
        browser.get(raised.value.address)
        answer = browser.post(f"{stranger.url}/token", data={"grant_type": PASSIVE}).json()
    client.accept_token(answer["access_token"], answer["expires_in"])
    await client.open()
    await client.close()

    assert stranger.heard[-1][:2] == ("GET", "/user")
    assert stranger.heard[-1][2]["Authorization"] == "Bearer cwt=t"
