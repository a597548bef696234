"""The site in Chromium: what a reader sees of it, at two widths and in the dark, without the network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.browser import chromium
from tests.browser.test_page import CONTRAST

MISSING = chromium.missing()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")
NARROW, WIDE = {"width": 375, "height": 800}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.launched() as found:
        yield found


@pytest.fixture
def opened(browser: Any, site: Any) -> Iterator[Any]:
    """Opens a page of the site; nothing may complain on its console, or come from elsewhere."""
    complaints: list[str] = []
    with chromium.serving(site.folder) as port:
        origin = f"http://127.0.0.1:{port}/"
        sessions = []

        def open_(place: str, **options: Any) -> Any:
            session = browser.new_context(**{"viewport": WIDE, **options})
            sessions.append(session)
            page = session.new_page()
            page.set_default_timeout(20_000)
            page.on("pageerror", lambda fault: complaints.append(str(fault)))
            page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
            page.on(
                "request",
                lambda asked: asked.url.startswith((origin, "data:", "blob:")) or complaints.append(asked.url),
            )
            page.goto(f"{origin}{place}")
            return page

        yield open_
        for session in sessions:
            session.close()
    assert complaints == []


def test_home_leads_to_each_section(opened):
    page = opened("index.html")

    assert page.title() == "Home - ucwagen"
    tabs = page.locator(".md-tabs__link").all_inner_texts()
    assert [tab.strip() for tab in tabs] == [
        "Home", "Tutorials", "Use the package", "Talk to servers", "Generate", "Reference", "Project",
    ]  # fmt: skip
    page.get_by_role("link", name="The client").first.click()
    page.wait_for_url("**/client.html")
    assert page.locator("h1").inner_text().startswith("The client")
    assert page.locator(".highlight pre").count() > 10


def test_page_of_a_resource_is_all_there(opened):
    page = opened("reference/resources/startPhoneAudio.html")

    assert page.title() == "startPhoneAudio - ucwagen"
    assert page.locator("h2").all_inner_texts()[:3] == ["Reached from¶", "Leads to¶", "POST¶"]
    assert page.locator("svg[role=img]").get_attribute("viewBox") == "0 0 680 46"
    request, response = page.locator(".tabbed-set").all()
    assert request.locator("label").all_inner_texts() == ["JSON", "XML"]
    assert "<property" not in request.inner_text()
    request.get_by_text("XML", exact=True).click()
    assert '<property name="phoneNumber">tel:+14255551234</property>' in request.inner_text()
    assert "201 Created" in response.inner_text()
    page.locator("svg[role=img] a").first.click()
    page.wait_for_url("**/resources/communication.html")


def test_search_finds_a_resource(opened):
    page = opened("index.html")
    page.locator(".md-search__button").first.click()
    page.locator("input:visible").last.fill("startPhoneAudio")
    found = page.locator("a[href*='resources/startPhoneAudio.html']").first
    assert found.inner_text().startswith("startPhoneAudio\nReference\nResources\n")
    assert "shows the user's work identity" in found.inner_text()
    found.click()

    page.wait_for_url("**/reference/resources/startPhoneAudio.html*")


@pytest.mark.parametrize("place", ["index.html", "tutorials/messages.html", "reference/resources/startPhoneAudio.html"])
def test_phone_scrolls_downwards_only(opened, place):
    page = opened(place, viewport=NARROW)

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    size = page.locator("article p").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert size >= 14


@pytest.mark.parametrize("place", ["tutorials/presence.html", "reference/resources/phoneAudioInvitation.html"])
def test_dark_is_dark_and_readable(opened, place):
    light, dark = (
        opened(place, color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    )
    assert light != dark

    faint = [one for one in opened(place, color_scheme="dark").evaluate(CONTRAST) if one[2] < 3]
    assert [one for one in faint if "headerlink" not in one[0]] == []
