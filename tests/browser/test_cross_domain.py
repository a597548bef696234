"""A page of another origin in Chromium: through the cross-domain frame, and directly by CORS."""

from __future__ import annotations

from contextlib import suppress

import pytest
from tests.browser import chromium

MISSING = chromium.missing()
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}"),
    pytest.mark.xdist_group("browser"),
]
BEGIN = "async ([server, way]) => { window.me = await Person.at(server, way); return me.user; }"
JSON, FORM = "application/json", "application/x-www-form-urlencoded; charset=UTF-8"
REASON = "Service does not allow a cross domain request from this origin."
HEARD = "() => new Promise((done) => addEventListener('message', () => done(true)))"
ASK = """async ([server, request]) => {
    window.frame_ = window.frame_ || await Frame.at(`${server}/xframe`);
    return frame_.post(request);
}"""


@pytest.fixture(params=["localhost", "127.0.0.1"])
def page(request, opened, pages_port):
    """An application of another origin: of another host, or of another port only."""
    return opened(f"http://{request.param}:{pages_port}/")


@pytest.fixture
def foreign(opened, pages_port):
    """An application of an origin that is not allowed; the browser is told to find its host here."""
    return opened(f"http://app.localhost:{pages_port}/")


def ask(page, sandbox, **request):
    """What the frame answers to a message."""
    return page.evaluate(ASK, [sandbox.url, request])


@pytest.mark.parametrize("way", ["frame", "direct"])
def test_two_pages_talk(opened, pages_port, sandbox, way):
    ann, bob = (opened(f"http://localhost:{pages_port}/") for _ in range(2))
    for person, name in ((ann, "ann"), (bob, "bob")):
        assert person.evaluate(BEGIN, [sandbox.url, way]).startswith(sandbox.url)
        found = person.evaluate("name => me.signIn(`${name}@contoso.com`, 'secret')", name)
        assert found == {"refused": 401, "name": {"ann": "Ann Adams", "bob": "Bob Berg"}[name]}

    ann.evaluate("me.invite('sip:bob@contoso.com')")
    assert bob.evaluate("me.accept()") == "Plans"
    assert (ann.evaluate("me.connected()"), bob.evaluate("me.connected()")) == ("Connected", "Connected")
    assert ann.evaluate("me.say('Hi Bob, 100% <b>&</b> ü')") == 201
    assert bob.evaluate("me.hear()") == "Hi Bob, 100% <b>&</b> ü"
    assert bob.evaluate("me.say('And back')") == 201
    assert ann.evaluate("me.hear()") == "And back"
    assert ann.evaluate("me.batch()") == [[200, "Ann Adams"], [404, ""]]

    asked = [request for request in sandbox.backend.requests if request.path.endswith("/applications")]
    origins = [(request.headers.get("x-ms-origin"), request.headers.get("origin")) for request in asked]
    own = f"http://localhost:{pages_port}"
    assert {*origins} == ({(own, sandbox.url)} if way == "frame" else {(None, own)})


def test_frame_answers_as_the_guide_says(page, sandbox):
    found = ask(
        page, sandbox, type="get", url=f"{sandbox.url}/", accepts="application/json", messageId={"id": 1, "x": 2}
    )

    assert found.keys() == {"status", "statusText", "responseText", "headers", "messageId"}
    assert (found["status"], found["statusText"], found["messageId"]) == (200, "OK", {"id": 1, "x": 2})
    assert '"xframe"' in found["responseText"]
    assert "Content-Type: application/json\r\n" in found["headers"]


def test_headers_are_named_as_iis_writes_them(page, sandbox):
    url = f"{sandbox.url}/autodiscover/autodiscoverservice.svc/root/oauth/user"

    found = ask(page, sandbox, type="GET", url=url)

    names = {line.partition(":")[0] for line in found["headers"].splitlines()}
    assert {"WWW-Authenticate", "Content-Type", "Content-Length", "Date"} <= names
    assert "MsRtcOAuth href=" in found["headers"]


@pytest.mark.parametrize(
    ("request_", "target", "headers", "content"),
    [
        ({"type": "get", "headers": {"X-Own": "1"}}, "/w", {"x-own": "1", "x-requested-with": "XMLHttpRequest"}, b""),
        ({"type": "POST", "data": "a=1&b=%20"}, "/w", {"content-type": FORM},
         b"a=1&b=%20"),
        ({"type": "PUT", "data": "{}", "contentType": JSON}, "/w", {"content-type": JSON}, b"{}"),
        ({"type": "POST", "data": {"a": "1 2"}}, "/w", {}, b"a=1+2"),
        ({"type": "POST", "data": {"a": 1}, "processData": False, "contentType": JSON}, "/w", {}, b'{"a":1}'),
        ({"type": "GET", "data": "a=1"}, "/w?a=1", {}, b""),
        ({"type": "DELETE", "accepts": "application/xml"}, "/w", {"accept": "application/xml"}, b""),
        ({"type": "DELETE", "accepts": "a/b", "headers": {"accept": "c/d"}}, "/w", {"accept": "c/d"}, b""),
        ({"type": "GET", "xhrFields": {"withCredentials": True, "onload": 5}}, "/w", {}, b""),
        ({}, "/w", {}, b""),
    ],
)  # fmt: skip
def test_frame_sends_what_the_page_asks_for(opened, pages_port, sandbox, request_, target, headers, content):
    page = opened(f"http://localhost:{pages_port}/")

    assert ask(page, sandbox, url=f"{sandbox.url}/w", **request_)["status"] == 401

    sent = sandbox.backend.requests[-1]
    assert (sent.target, sent.content) == (target, content)
    assert sent.method == request_.get("type", "GET").upper()
    assert {name: sent.headers.get(name) for name in headers} == headers
    assert sent.headers["x-ms-origin"] == f"http://localhost:{pages_port}"


def test_frame_takes_the_message_of_the_guide_as_it_stands(opened, pages_port, sandbox):
    """There the request stands inside of an object with the one member `request`."""
    page = opened(f"http://localhost:{pages_port}/")

    found = ask(page, sandbox, request={"type": "get", "url": f"{sandbox.url}/", "messageId": {"id": 1}})

    assert found["status"] == 200


@pytest.mark.parametrize("name", ["X-Ms-Origin", "x-ms-origin", "X-MS-ORIGIN"])
def test_page_cannot_say_that_it_is_another(foreign, sandbox, name):
    found = ask(foreign, sandbox, type="GET", url=f"{sandbox.url}/", headers={name: "http://localhost"})

    assert found["status"] == 403
    assert f'reason="{REASON}"' in found["headers"].partition("X-Ms-diagnostics: ")[2]


def test_origin_that_is_not_allowed_is_told_so_through_the_frame(foreign, sandbox):
    with pytest.raises(Exception, match=f"403 28070;.*{REASON}"):
        foreign.evaluate(BEGIN, [sandbox.url, "frame"])

    sandbox.backend.settings.allowed_origins = [foreign.evaluate("location.origin")]
    foreign.reload()
    assert foreign.evaluate(BEGIN, [sandbox.url, "frame"]).startswith(sandbox.url)


def test_origin_that_is_not_allowed_reads_nothing_by_cors(foreign, sandbox):
    with pytest.raises(Exception, match="Failed to fetch"):
        foreign.evaluate(BEGIN, [sandbox.url, "direct"])

    sandbox.backend.settings.allowed_origins = [foreign.evaluate("location.origin")]
    assert foreign.evaluate(BEGIN, [sandbox.url, "direct"]).startswith(sandbox.url)


@pytest.mark.parametrize("text", ["{", "5", "null", '"x"', "[]", '{"url": 5}', "{}"])
def test_frame_passes_over_what_is_no_request(opened, pages_port, sandbox, text):
    page = opened(f"http://localhost:{pages_port}/")
    assert ask(page, sandbox, url=f"{sandbox.url}/")["status"] == 200
    before = len(sandbox.backend.requests)

    page.evaluate("text => frame_.frame.contentWindow.postMessage(text, '*')", text)
    assert ask(page, sandbox, url=f"{sandbox.url}/")["status"] == 200

    assert len(sandbox.backend.requests) == before + 1


def test_request_that_cannot_be_sent_is_answered(page, sandbox):
    for wrong in ({"url": "http://["}, {"url": "/", "type": "TRACE"}, {"url": "/", "headers": {"a b": "c"}}):
        found = ask(page, sandbox, **wrong)
        assert (found["status"], found["responseText"]) == (0, "")


@pytest.mark.parametrize(("mark", "is_sent"), [("", True), ('sandbox="allow-scripts"', False)])
def test_page_without_an_origin_sends_nothing(opened, pages_port, sandbox, mark, is_sent):
    """A frame within a sandboxed one: there is no origin to name to the server."""
    page = opened(f"http://localhost:{pages_port}/")
    inner = f"""<iframe id=f src={sandbox.url}/xframe></iframe><script>
        f.onload = () => f.contentWindow.postMessage(JSON.stringify({{url: "/asked"}}), "*");
        onmessage = () => parent.postMessage("answered", "*");
    </script>"""
    page.evaluate("inner => document.body.innerHTML = inner", f"<iframe {mark} srcdoc='{inner}'></iframe>")
    with suppress(Exception):
        page.wait_for_function(HEARD, timeout=10_000 if is_sent else 1_500)

    assert ("/asked" in [request.path for request in sandbox.backend.requests]) is is_sent


@pytest.mark.parametrize("host", ["localhost", "app.localhost"])
def test_no_page_of_another_origin_reaches_the_control_address(opened, pages_port, sandbox, host):
    """Not even one whose origin the settings allow for the API."""
    page = opened(f"http://{host}:{pages_port}/")

    answers = page.evaluate(
        """async (server) => {
            const fault = { method: "POST", body: '{"kind": "status", "times": null}' };
            const asked = [
                fetch(`${server}/sandbox/settings`), fetch(`${server}/sandbox/page/`),
                fetch(`${server}/sandbox/faults`, { ...fault, headers: { "Content-Type": "application/json" } }),
                fetch(`${server}/sandbox/faults`, { ...fault, mode: "no-cors" }),
                fetch(`${server}/sandbox/log`, { mode: "no-cors" }),
            ];
            const image = new Promise((done) => {
                const frame = document.createElement("iframe");
                frame.addEventListener("load", () => done("framed"));
                frame.src = `${server}/sandbox/page/`;
                document.body.append(frame);
            });
            const watched = new Promise((done) => {
                const source = new EventSource(`${server}/sandbox/watch`);
                source.onerror = () => done(source.readyState);
            });
            const found = await Promise.allSettled(asked);
            await image;
            return [found.map((one) => one.value ? one.value.type : "refused"), await watched, frames[0].length];
        }""",
        sandbox.url,
    )

    assert answers[:2] == [["refused", "refused", "refused", "opaque", "opaque"], 2]
    assert sandbox.backend.faults.faults == []
    assert page.frames[-1].url != f"{sandbox.url}/sandbox/page/" or page.frames[-1].locator("main").count() == 0
