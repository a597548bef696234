"""What the sandbox refuses; no request makes it fail."""

from __future__ import annotations

import pytest
from tests.sandbox.asking import ABOUT, APPLICATIONS, ROOT, V2

from ucwa2._runtime.base.registry import index
from ucwa2.sandbox.server.asgi import LARGEST

pytestmark = pytest.mark.anyio

JSON = {"Content-Type": "application/json"}
MEETINGS = "~/onlineMeetings/myOnlineMeetings"
RANDOM = "please pass this in a PUT request"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("Application/JSON", "application/json"),
        ("APPLICATION/XML", "application/xml"),
        ("application/json, application/xml;q=0.5", "application/json"),
        ("application/json;q=0.5, application/xml", "application/xml"),
        ("application/xml;q=0, */*", "application/json"),
        ("application/vnd.microsoft.com.ucwa+xml;q=0.9, text/html", "application/xml"),
    ],
)
async def test_format_that_is_wanted(ann, accept, kind):
    found = await ann.ask("GET", "~/me", headers={"Accept": accept})

    assert (found.status_code, found.headers["content-type"]) == (200, kind)


@pytest.mark.parametrize(
    "accept", ["text/html", "image/png", "application/xhtml+xml", "application/json;q=0", "text/*"]
)
@pytest.mark.parametrize(
    ("method", "address"),
    [("GET", "~/me"), ("GET", "~/events"), ("POST", APPLICATIONS), ("GET", ROOT), ("GET", f"{ROOT}/user")],
)
async def test_unknown_format(ann, method, address, accept):
    found = await ann.ask(method, address, ABOUT if method == "POST" else None, headers={"Accept": accept})

    assert found.status_code == 406


async def test_photo_is_a_picture_in_every_format(ann):
    assert (await ann.ask("GET", "~/photo")).headers["content-type"] == "image/jpeg"
    assert (await ann.ask("GET", "~/photo", headers={"Accept": "image/jpeg"})).headers["content-type"] == "image/jpeg"


@pytest.mark.parametrize("xml", [False, True])
@pytest.mark.parametrize(
    ("address", "body", "wrong"),
    [
        ("~/me/presence", {"availability": "Bogus"}, "availability"),
        (MEETINGS, {"subject": "x", "accessLevel": "Bogus"}, "accessLevel"),
        (APPLICATIONS, {**ABOUT, "userAgent": "x" * 101}, "userAgent"),
        ("~/presenceSubscriptions", {"duration": 5000, "uris": ["sip:bob@contoso.com"]}, "duration"),
        ("~/presenceSubscriptions", {"duration": 10}, "uris"),
        ("~/presenceSubscriptions", {"duration": 10, "uris": []}, "uris"),
        ("~/presenceSubscriptions", {"duration": 10, "uris": ["sip:bob@contoso.com", "bob"]}, "`bob` is no URI"),
        ("~/communication/startMessaging", {"to": "bob@contoso.com"}, "`bob@contoso.com` is no URI"),
        ("~/communication/makeMeAvailable", {"supportedModalities": ["Nope"]}, "supportedModalities"),
        ("~/me/note", {"message": 5}, "message"),
    ],
)
async def test_value_that_is_not_documented(ann, address, body, wrong, xml):
    found = await ann.ask("POST", address, body, xml=xml)

    assert found.status_code == 400
    assert "ParameterValidationFailure" in found.text
    assert wrong in found.text


@pytest.mark.parametrize(
    "content",
    [
        b'{"message"', b"[]", b'{"message": "\\ud800"}', b'{"message": "\\u0000"}', b'{"message": "\xff"}',
        b'{"message":' + b"[" * 100_000 + b"]" * 100_000 + b"}", b'{"a": {"b": ["\\u0001"]}}', b'{"message": NaN}',
        b'{"message":' + b"9" * 5000 + b"}",
    ],
)  # fmt: skip
async def test_body_that_cannot_be_read(ann, content):
    found = await ann.ask("POST", "~/me/note", headers=JSON, content=content)

    assert (found.status_code, found.json()["subcode"]) == (400, "DeserializationFailure")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("json", '{"to": "sip:bob@contoso.com", "_links": {"customContent": {}}}'),
        ("json", '{"to": "sip:bob@contoso.com", "_links": {"customContent": [{"href": 1}]}}'),
        ("json", '{"to": "sip:bob@contoso.com", "_links": []}'),
        (
            "xml",
            '<input xmlns="{}"><property name="to">sip:bob@contoso.com</property><link rel="message"/></input>',
        ),
    ],
)
async def test_link_without_an_address_is_refused(ann, kind, content):
    content = content.replace("{}", index().namespace) if kind == "xml" else content
    headers = {"Content-Type": f"application/{kind}"}

    found = await ann.ask("POST", "~/communication/startMessaging", headers=headers, content=content.encode())

    assert (found.status_code, found.json()["subcode"]) == (400, "DeserializationFailure")


async def test_content_that_is_no_data_link_is_refused(ann):
    body = {"to": "sip:bob@contoso.com", "_links": {"message": {"href": "https://contoso.com/message"}}}

    found = await ann.ask("POST", "~/communication/startMessaging", body)

    assert (found.status_code, found.json()["parameters"][0]["name"]) == (400, "message")


async def test_content_that_is_due_is_not_left_out(ann):
    found = await ann.ask("POST", "~/communication/conversations/137/messaging/sendMessage?operationId=1")

    assert (found.status_code, found.json()["subcode"]) == (400, "DeserializationFailure")


async def test_application_of_a_later_revision_has_few_settings(ann):
    found = [await ann.ask("POST", APPLICATIONS, {"endpointId": "few"}, headers=V2) for _ in range(2)]

    assert [one.status_code for one in found] == [201, 200]


@pytest.mark.parametrize(
    "content", [b"<input", b"<foo/>", b'<!DOCTYPE a [<!ENTITY b "x">]><input/>', b"<a>" * 5000, b"\x00"]
)
async def test_xml_that_cannot_be_read(ann, content):
    headers = {"Content-Type": "application/xml"}

    assert (await ann.ask("POST", "~/me/note", headers=headers, content=content, xml=True)).status_code == 400


@pytest.mark.parametrize("address", ["~/search?query=%00", "//[", "~/%00", "~/a?%ff=%ff", "~/me?a=b&a"])
async def test_address_of_any_form_is_answered(ann, address):
    assert (await ann.ask("GET", address.replace("~", ann.path), headers=V2)).status_code < 500


@pytest.mark.parametrize("host", ["[", "a b", "x\xff", "[::1", "a:b:c", ""])
async def test_host_of_any_form_is_answered(ann, host):
    assert (await ann.ask("GET", "/", headers={"Host": host.encode("latin-1")})).status_code == 200


@pytest.mark.parametrize("xml", [False, True])
async def test_body_that_is_too_large_is_told_so(ann, xml):
    found = await ann.ask("POST", "~/me/note", headers=JSON, content=b" " * (LARGEST + 1), xml=xml)

    assert found.status_code == 413
    assert "EntityTooLarge" in found.text


@pytest.mark.parametrize("xml", [False, True])
async def test_bug_of_the_sandbox_is_an_error_of_the_api(ann, monkeypatch, caplog, xml):
    monkeypatch.setattr("ucwa2.sandbox.server.asgi.handle", lambda *_: 1 // 0)

    found = await ann.ask("GET", "~/me", xml=xml)

    assert (found.status_code, found.headers["content-type"]) == (500, f"application/{'xml' if xml else 'json'}")
    assert "ServiceFailure" in found.text
    assert "ZeroDivisionError" in caplog.text


async def meeting(ann) -> tuple[str, dict[str, object], dict[str, str]]:
    """Address, body and condition of a new meeting."""
    made = await ann.ask("POST", MEETINGS, {"subject": "Plans", "description": "What comes next"})
    return made.headers["location"], made.json(), {"If-Match": made.headers["etag"]}


async def test_put_keeps_what_cannot_be_written(ann):
    address, body, known = await meeting(ann)
    kept = {name: value for name, value in body.items() if name == "subject" or value == RANDOM}

    found = (await ann.ask("PUT", address, {**kept, "joinUrl": "https://evil.example/"}, headers=known)).json()

    assert (found["joinUrl"], found["onlineMeetingId"]) == (body["joinUrl"], body["onlineMeetingId"])
    assert "description" not in found


async def test_put_can_be_done_again(ann):
    address, body, known = await meeting(ann)
    first = await ann.ask("PUT", address, {**body, "subject": "More"}, headers=known)

    again = await ann.ask(
        "PUT", address, {**first.json(), "subject": "Most"}, headers={"If-Match": first.headers["etag"]}
    )

    assert again.json()["subject"] == "Most"
    assert RANDOM in again.json().values()


@pytest.mark.parametrize("value", ["wrong", None, ""])
async def test_put_with_another_random_property_is_refused(ann, value):
    address, body, known = await meeting(ann)
    sent = {name: value if found == RANDOM else found for name, found in body.items()}

    assert (await ann.ask("PUT", address, sent, headers=known)).json()["subcode"] == "ParameterValidationFailure"


async def test_put_of_a_value_that_is_not_documented_is_refused(ann):
    address, body, known = await meeting(ann)

    assert (await ann.ask("PUT", address, {**body, "accessLevel": "Bogus"}, headers=known)).status_code == 400


@pytest.mark.parametrize(
    ("tag", "status"), [("{0}", 304), ("W/{0}", 304), ('"a", {0}', 304), ("*", 304), ('"a"', 200), ("", 200)]
)
async def test_entity_tags_that_the_client_knows(ann, tag, status):
    known = (await ann.ask("GET", "~/me")).headers["etag"]

    found = await ann.ask("GET", "~/me", headers={"If-None-Match": tag.format(known)})

    assert found.status_code == status


@pytest.mark.parametrize(("tag", "status"), [('"a", {0}', 200), ("*", 200), ("W/{0}", 412), ('"a"', 412)])
async def test_entity_tags_that_a_change_is_for(ann, tag, status):
    address, body, known = await meeting(ann)

    found = await ann.ask("PUT", address, body, headers={"If-Match": tag.format(known["If-Match"])})

    assert found.status_code == status


def parts(*targets: str, headers: str = "") -> bytes:
    """The body of a batch."""
    each = (
        f"--b\r\nContent-Type: application/http\r\n\r\nGET {target} HTTP/1.1\r\n{headers}\r\n" for target in targets
    )
    return ("".join(f"{part}\r\n" for part in each) + "--b--\r\n").encode()


BATCH = {"Content-Type": "multipart/batching; boundary=b", "Accept": "multipart/batching"}


@pytest.mark.parametrize("target", ["http://evil.example/me", "http://[::1", "me", "https://sandbox/me", "é"])
async def test_part_for_another_host_is_refused(ann, target):
    found = await ann.ask("POST", "~/batch", headers=BATCH, content=parts(target))

    assert found.status_code == 400


async def test_part_for_nothing_at_all_is_not_found(ann):
    assert b"HTTP/1.1 404" in (await ann.ask("POST", "~/batch", headers=BATCH, content=parts("//["))).content


async def test_part_may_name_this_host(ann):
    found = await ann.ask("POST", "~/batch", headers=BATCH, content=parts(f"http://sandbox{ann.path}/me"))

    assert b"HTTP/1.1 200" in found.content


@pytest.mark.parametrize(
    ("method", "where"),
    [
        ("GET", "people/bob@contoso.com/contactPhoto"),
        ("GET", "photo"),
        ("GET", "events?ack=1"),
        ("GET", "EVENTS/?ack=1"),
        ("POST", "batch"),
    ],
)
async def test_part_that_no_batch_may_hold(ann, method, where):
    content = parts(f"{ann.path}/{where}").replace(b"GET", method.encode())

    found = await ann.ask("POST", "~/batch", headers=BATCH, content=content)

    assert b"HTTP/1.1 400" in found.content


async def test_part_without_sign_in_has_whole_headers(ann):
    found = await ann.ask(
        "POST", "~/batch", headers=BATCH, content=parts(f"{ann.path}/me", headers="Authorization: x\r\n")
    )

    head = found.content.partition(b"HTTP/1.1 401")[2].partition(b"\r\n\r\n")[0]
    assert head.count(b"WWW-Authenticate: ") == 2
    assert b"\n" not in head.replace(b"\r\n", b"")
