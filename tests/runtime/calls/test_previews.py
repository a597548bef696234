"""Previews of calls, which show no secret."""

from __future__ import annotations

import pytest
from call_samples import START
from sample.resources.accept import AcceptLink
from sample.resources.contact import ContactLink
from sample.resources.send_message import SendMessageLink
from sample.resources.values import Values, ValuesLink
from wire_samples import SPACE


def test_fragment_is_not_sent():
    call = ContactLink("/people/ann#access_token=s3cret", base="https://h/").get()

    assert (call.url, call.request().url) == ("https://h/people/ann", "https://h/people/ann")
    assert "s3cret" not in call.preview() + repr(call) + repr(ContactLink("/a#access_token=s3cret"))


SECRETS = {
    "password": "hunter2",
    "tokens": ["hunter2"],
    "o": {"apiKey": {"a": "hunter2"}, "list": [{"pwd": "hunter2"}]},
}


@pytest.mark.parametrize("form", ["json", "xml"])
def test_preview_hides_secrets_in_bodies(form):
    call = ContactLink("/c").call("POST", body={"name": "Ann", **SECRETS})

    assert "Ann" in call.preview(form)
    assert call.preview("json").count("…") == 4
    assert "hunter2" not in call.preview("json")
    assert '<property name="password">…</property>' in call.preview("xml")
    assert '<propertyList name="tokens">…</propertyList>' in call.preview("xml")


@pytest.mark.parametrize("form", ["json", "xml"])
def test_preview_hides_secrets_in_links(form):
    text = '{"_links": {"x": {"href": "https://ann:s3cret@h/a?token=s3cret&b=1"}, "content": {"href": "data:,Hi"}}}'
    call = ValuesLink("/v").put(Values.from_json(text))

    shown = call.preview(form)

    assert "s3cret" not in shown
    assert "https://h/a?token=…&" in shown
    assert "data:,Hi" in shown


def test_preview_hides_secrets_in_raw_bodies():
    call = ContactLink("/c").call("POST")

    for kind, body in (
        ("application/json", b'[{"a": {"Password": "hunter2"}}]'),
        ("application/xml", b'<a password="hunter2"><b><c:secret xmlns:c="urn:c"><d>hunter2</d></c:secret></b></a>'),
        ("application/x-www-form-urlencoded", b"user=ann&password=hunter2"),
    ):
        shown = call.with_(body=body, headers={"content-type": kind}).preview()
        assert "hunter2" not in shown
        assert "…" in shown


@pytest.mark.parametrize(
    ("kind", "body", "shown"),
    [
        ("application/json", b'{"a"', '{"a"'),
        ("application/xml", b"<a", "<a"),
        ("application/xml", b"<!DOCTYPE a><a/>", "<!DOCTYPE a><a/>"),
        ("application/json", b"\xff", "(1 bytes)"),
        ("application/json; charset=utf-16", '{"a": 1}'.encode("utf-16"), '{\n  "a": 1\n}'),
    ],
)
def test_preview_of_a_body_as_it_is(kind, body, shown):
    call = ContactLink("/c").call("POST", body=body, headers={"Content-Type": kind})

    assert call.preview().endswith(f"\n\n{shown}\n")


def test_preview():
    call = START.post(to="sip:a", operation_id="7").with_(
        headers={"Authorization": "Bearer s3cret"}, query={"token": "s3cret", "a": "b"}
    )

    assert call.preview() == (
        "POST /ucwa/v1/startPhoneAudio?token=…&a=b HTTP/1.1\nHost: fe1.contoso.com:443\nAccept: application/json\n"
        'Content-Type: application/json\nAuthorization: …\n\n{\n  "operationId": "7",\n  "to": "sip:a"\n}\n'
    )
    assert call.preview("xml").endswith(
        f'\n\n<?xml version="1.0" encoding="utf-8"?>\n<input {SPACE}>\n  <property name="operationId">7</property>\n'
        '  <property name="to">sip:a</property>\n</input>\n'
    )
    assert AcceptLink("/accept").post().preview() == "POST /accept HTTP/1.1\nAccept: application/json\n"
    assert SendMessageLink("/m").post("Hi", operation_id="7").preview().endswith("\n\nHi\n")
