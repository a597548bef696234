"""The page of the sandbox in Chromium: what it shows and does, at two widths, by keyboard, in the dark."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest
from tests.browser import chromium
from tests.sandbox.other_apis import build

from ucwa2 import Client, PasswordGrant
from ucwa2.sandbox import SandboxBackend, SandboxUser, running

MISSING = chromium.missing()
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}"),
    pytest.mark.xdist_group("browser"),
]
ANN, BOB = "ann@contoso.com", "bob@contoso.com"
MARKUP = '<img src=x onerror="document.title=1"><b>bold</b>'
WIDTHS = {"narrow": {"width": 375, "height": 800}, "wide": {"width": 1440, "height": 900}}

CONTRAST = """() => {
    const parsed = (text) => {
        const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
        return [r, g, b, a];
    };
    const light = ([r, g, b]) => [r, g, b].map((one) => one / 255)
        .map((one) => one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
        .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const found = parsed(getComputedStyle(at).backgroundColor);
            if (found[3] === 1) return found;
        }
        return [255, 255, 255, 1];
    };
    const worst = [];
    for (const element of document.querySelectorAll("body *")) {
        const own = [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
        if (!own || !element.checkVisibility({ opacityProperty: true })) continue;
        const [a, b] = [light(parsed(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < 4.5) worst.push([element.className || element.tagName, element.textContent.slice(0, 20), ratio]);
    }
    return worst;
}"""


@pytest.fixture
def complaints():
    return []


@pytest.fixture
def shown(opened, sandbox, complaints):
    """Opens the page as a person does; nothing may complain on its console, or come from elsewhere."""

    def open_(url: str = sandbox.url, **options: Any) -> Any:
        page = opened("about:blank", **options)
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("request", lambda asked: asked.url.startswith(url) or complaints.append(asked.url))
        page.goto(f"{url}/")
        page.wait_for_selector('#connection[data-state="live"]')
        return page

    yield open_
    assert complaints == []


def act(sandbox, user, action, **values):
    found = httpx2.post(f"{sandbox.url}/sandbox/act", json={"user": user, "action": action, "values": values})
    assert found.status_code == 200, found.text


def follow(page, *rels):
    """Follow links in the tree, each in the one before."""
    inside = page.locator("#tree-list")
    for rel in rels:
        branch = inside.locator(f'> li > button[data-rel="{rel}"]').first
        branch.click()
        page.wait_for_function("rel => document.querySelector('[aria-current]')?.dataset.rel === rel", arg=rel)
        page.wait_for_selector("button[aria-current]:not([aria-busy])")
        inside = branch.locator("xpath=../ul")


def text_of(page, selector):
    return page.locator(selector).evaluate("found => found.textContent")


def test_users_with_presence_and_note_as_they_change(shown, sandbox):
    page = shown()
    assert page.locator(".user .name").all_inner_texts() == ["Ann Adams", "Bob Berg"]
    assert page.locator(".user .status").all_inner_texts() == ["Offline · 0 applications"] * 2

    act(sandbox, BOB, "set_presence", availability="DoNotDisturb")
    act(sandbox, BOB, "set_note", message=MARKUP)

    bob = page.locator(f'.user[data-name="{BOB}"]')
    bob.locator(".note").wait_for()
    assert bob.locator(".note").inner_text() == MARKUP
    assert bob.locator(".status").inner_text() == "DoNotDisturb · 1 application"
    assert page.locator("img, b:not(#fault-due b)").count() == 0
    assert page.title() == "ucwa2 sandbox"


def test_tree_is_followed_in_both_formats_and_its_lines_run(shown, sandbox):
    act(sandbox, ANN, "set_note", message="Back at two")
    page, lines = shown(), []
    for at in range(3):
        follow(page, *["application", "me", "note"][: at + 1])
        lines.append(text_of(page, "#python"))

    note = json.loads(text_of(page, "#as-json"))
    assert (note["message"], note["rel"]) == ("Back at two", "note")
    assert '<property name="message">Back at two</property>' in text_of(page, "#as-xml")
    assert page.locator("#document-title").inner_text().split()[:2] == ["note", "200"]
    assert lines[1:] == [
        "me = client.send(application.embedded.me.links.self.get())",
        "note = client.send(me.links.note.get())",
    ]
    with Client(f"{sandbox.url}/", PasswordGrant(ANN, "secret")) as client:
        names: dict[str, Any] = {"client": client}
        for line in lines:
            exec(line, names)
    assert (names["me"].name, names["note"].message) == ("Ann Adams", "Back at two")


def test_a_request_is_sent_from_the_tree(shown, sandbox):
    act(sandbox, ANN, "set_note", message="before")
    page = shown()
    follow(page, "application", "me", "note")

    page.fill('.request [name="message"]', "after")
    page.click('.request button[type="submit"]')

    page.wait_for_function("() => JSON.parse(document.querySelector('#as-json').textContent).message === 'after'")
    page.locator(".user .note", has_text="after").wait_for()


def test_resource_that_takes_requests_only(shown, sandbox):
    act(sandbox, ANN, "set_note", message="x")
    page = shown()
    follow(page, "application", "me", "reportMyActivity")

    page.click('.request button[type="submit"]')

    page.wait_for_selector("#answer #python")
    assert text_of(page, "#python") == "client.send(me.links.report_my_activity.post())"
    assert "204" in page.locator("#document-title").inner_text()


@pytest.mark.parametrize(
    ("kind", "effect"), [("status", 503), ("html", 503), ("reset", "ReadError"), ("expire-token", 401)]
)
def test_fault_button_lets_the_next_request_go_wrong(shown, sandbox, kind, effect):
    page = shown()
    page.fill('[name="path"]', "/me")
    page.click(f'.kind[data-kind="{kind}"]')
    page.wait_for_selector("#fault-due b")
    assert page.locator("#fault-due li").first.inner_text().startswith(kind)

    act(sandbox, ANN, "set_note", message="x")
    form = {"grant_type": "password", "username": ANN, "password": "secret"}
    token = httpx2.post(f"{sandbox.url}/webticket/oauthtoken", data=form).json()["access_token"]
    try:
        address = f"{sandbox.url}/ucwa/v1/applications/101/me"
        found: Any = httpx2.get(address, headers={"Authorization": f"Bearer {token}"}).status_code
    except httpx2.TransportError as fault:
        found = type(fault).__name__

    assert found in (effect, "RemoteProtocolError")
    page.locator(".entry .fault", has_text=f"fault: {kind}").wait_for()
    page.wait_for_function("() => document.querySelectorAll('#fault-due li').length === 0")


def test_each_fault_has_a_button_that_adds_it(shown, sandbox):
    page = shown()
    buttons = page.locator(".kind")
    for at in range(buttons.count()):
        buttons.nth(at).click()
        page.wait_for_function("count => document.querySelectorAll('#fault-due b').length === count", arg=at + 1)
    due = [fault.kind for fault in sandbox.backend.faults.faults]
    assert due == buttons.evaluate_all("found => found.map((one) => one.dataset.kind)")
    assert len(due) >= 16

    page.get_by_role("button", name="Remove all").click()
    page.wait_for_function("() => document.querySelectorAll('#fault-due li').length === 0")
    assert sandbox.backend.faults.faults == []


def test_message_that_is_sent_appears_live_as_text(shown, sandbox):
    page = shown()
    page.fill('[data-action="send_message"] [name="text"]', MARKUP)
    page.click('[data-action="send_message"] button[type="submit"]')

    page.locator(".entry q", has_text="onerror").first.wait_for()
    assert page.locator(".entry q").first.inner_text() == MARKUP
    page.locator(".entry .what", has_text="/startMessaging").wait_for()
    page.wait_for_function(
        "() => [...document.querySelectorAll('.entry .what')].some((one) => one.textContent === 'message')"
    )
    assert page.locator("img, .entry b").count() == 0
    assert page.title() == "ucwa2 sandbox"


def test_a_call_as_the_other_user(shown, sandbox):
    page = shown()
    page.click(f'.user[data-name="{BOB}"]')
    page.click('summary:has-text("Call")')
    assert page.locator('[data-action="call"] select[name="to"] option').all_inner_texts() == ["Ann Adams"]
    page.click('[data-action="call"] button[type="submit"]')

    page.locator(".entry .what", has_text="audioVideoInvitation").first.wait_for()
    assert page.locator("#said").inner_text() == "Bob Berg calls Ann Adams."


def test_requests_and_events_of_other_programs_appear_and_can_be_hidden(shown, sandbox):
    page = shown()
    with Client(f"{sandbox.url}/", PasswordGrant(ANN, "secret")) as client:
        made = client.create_application(user_agent="Program/1.0", culture="en-US")
        client.send(made.embedded.me.links.make_me_available.post())
    page.locator(".entry .what", has_text="/makeMeAvailable").wait_for()
    page.locator('.entry[data-kind="event"]').first.wait_for()

    page.get_by_role("button", name="Events").click()
    assert not page.locator('.entry[data-kind="event"]').first.is_visible()
    page.get_by_role("button", name="Clear").click()
    assert page.locator(".entry").count() == 0


def test_the_stream_begins_again_after_a_break(shown, sandbox):
    page = shown()
    page.context.set_offline(True)
    page.evaluate("new Promise((done) => setTimeout(done, 50))")
    page.context.set_offline(False)

    httpx2.get(f"{sandbox.url}/after-the-break")

    page.locator(".entry .what", has_text="/after-the-break").wait_for()
    assert page.locator(".entry .what", has_text="/after-the-break").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_page_fits_and_is_readable(shown, sandbox, width, scheme):
    act(sandbox, ANN, "set_note", message="A note without an end " + "x" * 200)
    act(sandbox, ANN, "send_message", to=BOB, text="y" * 300)
    sandbox.backend.faults.add([{"kind": "status", "path": "z" * 100}])
    httpx2.get(f"{sandbox.url}/{'long' * 60}")
    page = shown(viewport=WIDTHS[width], color_scheme=scheme)
    follow(page, "application", "me", "note")

    for selector in ("html", "main", *(f"#{name}" for name in ("users", "document", "actions", "faults", "live"))):
        wide = page.locator(selector).first.evaluate("found => found.scrollWidth - found.clientWidth")
        assert (selector, wide) == (selector, 0)
    is_dark = page.evaluate("parseInt(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]) < 80")
    assert is_dark is (scheme == "dark")
    page.wait_for_timeout(200)
    assert page.evaluate(CONTRAST) == []
    if width == "narrow":
        low = "found => found.filter((one) => one.offsetHeight > 0 && one.offsetHeight < 36).length"
        assert page.locator("button").evaluate_all(low) == 0


def focused(page):
    return page.evaluate("""() => {
        const found = document.activeElement;
        return found.dataset.name || found.dataset.rel || found.name || found.id || found.textContent.trim();
    }""")


def test_all_of_it_works_by_keyboard(shown, sandbox):
    act(sandbox, ANN, "set_note", message="x")
    page, stops = shown(viewport=WIDTHS["wide"]), []
    for _ in range(5):
        page.keyboard.press("Tab")
        stops.append(focused(page))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", stops
    assert stops[:3] == ["Skip to the document", ANN, BOB]
    assert stops[3:] == ["entry", "Send a message"]

    page.keyboard.press("Shift+Tab")
    for key in ("ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
    page.wait_for_selector("#as-json")
    page.wait_for_selector('[aria-current][aria-expanded="true"]')
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    assert focused(page) in ("onlineMeetings", "me", "communication", "people")
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "application"
    page.keyboard.press("ArrowLeft")
    assert page.locator('[data-rel="application"]').get_attribute("aria-expanded") == "false"

    page.locator('[data-action="send_message"] [name="text"]').focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("By keyboard")
    page.keyboard.press("Enter")
    page.locator(".entry q", has_text="By keyboard").first.wait_for()


def test_focus_stays_where_it_is_while_things_happen(shown, sandbox):
    page = shown()
    page.locator(f'.user[data-name="{BOB}"]').focus()
    act(sandbox, ANN, "set_note", message="x")
    page.locator(".user .note").wait_for()

    assert focused(page) == BOB


def test_names_are_text(shown):
    users = [SandboxUser("eve@contoso.com", "secret", MARKUP), SandboxUser("x@contoso.com", "secret", "</script><b>")]
    with running(SandboxBackend(users)) as other:
        page = shown(other.url)
        assert page.locator(".user .name").all_inner_texts() == [MARKUP, "</script><b>"]
        assert page.locator("main img, main b").count() == 0
        page.close()


def test_it_serves_an_api_of_another_kind(shown, tmp_path):
    library = build(tmp_path, "paged_library")
    with library.running() as other:
        page = shown(other.url)
        page.locator(".branch", has_text="entry").click()
        page.wait_for_selector("#as-json")
        assert page.title() == "paged_library sandbox"
        assert page.locator("#as-xml").count() == 0
        assert page.locator("#action-list").inner_text().startswith("This API has no actions")
        assert page.locator(".kind").count() >= 12
        page.close()
