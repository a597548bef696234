"""Messages come as in the transcripts of ReceiveAnIM.md (steps 8 to 16) and SendAnIM.md (steps 9 to 12)."""

from __future__ import annotations

import pytest
from tests.sandbox.foreign.bare import Line, link, ready

TEXT = {"Content-Type": "text/plain"}


def connected(ann_line: Line, bob_line: Line) -> tuple[str, str]:
    """A conversation that Ann began and Bob accepted, as each of them sees its messaging."""
    ann_line.send("POST ~/communication/startMessaging", '{"Operationid":"1","To":"sip:bob@contoso.com","Subject":"x"}')
    invited, *_ = bob_line.events("messagingInvitation")
    accepted = bob_line.send(f"POST {link(invited['_embedded']['messagingInvitation'], 'accept')}")
    assert accepted.status == 204
    found = []
    for line in (ann_line, bob_line):
        last = line.events("messaging")[-1]["_embedded"]["messaging"]
        assert last["state"] == "Connected"
        found.append(last)
    return link(found[0], "sendMessage"), link(found[1], "sendMessage")


def test_incoming_message_is_one_event_with_its_body(ann_line, bob_line):
    _, send = connected(ann_line, bob_line)
    bob_line.send(f"POST {send}?OperationContext=6b6c", "Hi Tosh\r\n", TEXT)

    (event,) = ann_line.events("message")
    body = event["_embedded"]["message"]
    assert (event["type"], event["status"], body["direction"]) == ("completed", "Success", "Incoming")
    assert body["timeStamp"].startswith("/Date(")
    assert link(body, "plainMessage") == "data:text/plain;charset=utf-8,Hi+Tosh%0d%0a"
    assert {"self", "contact", "participant", "messaging"} < body["_links"].keys()
    assert body["_links"]["participant"]["title"] == "Bob Berg"


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("What's up?", "What%27s+up%3f"),
        ("1 + 1", "1+%2b+1"),
        ("Grüße", "Gr%c3%bc%c3%9fe"),
        ("a-b_c.d!e*f(g)~", "a-b_c.d!e*f(g)%7e"),
        ("https://a/b?c=d&e", "https%3a%2f%2fa%2fb%3fc%3dd%26e"),
    ],
)
def test_text_is_encoded_as_on_the_wire(ann_line, bob_line, text, wire):
    send, _ = connected(ann_line, bob_line)
    ann_line.send(f"POST {send}", text, TEXT)

    (event,) = bob_line.events("message")
    assert link(event["_embedded"]["message"], "plainMessage") == f"data:text/plain;charset=utf-8,{wire}"


def test_html_is_encoded_in_the_same_way(sandbox):
    both = '{"SupportedModalities":["Messaging"],"SupportedMessageFormats":["Plain","Html"]}'
    ann, bob = ready(sandbox.url, "ann@contoso.com", both), ready(sandbox.url, "bob@contoso.com", both)
    send, _ = connected(ann, bob)
    ann.send(f"POST {send}", "<b>1 & 2</b>", {"Content-Type": "text/html"})

    (event,) = bob.events("message")
    href = link(event["_embedded"]["message"], "htmlMessage")
    assert href == "data:text/html;charset=utf-8,%3cb%3e1+%26+2%3c%2fb%3e"


def test_text_of_the_invitation_is_the_first_message(ann_line, bob_line):
    said = '{"operationId":"1","to":"sip:bob@contoso.com","_links":{"message":{"href":"data:text/plain,Hi+Bob%0d%0a"}}}'
    ann_line.send("POST ~/communication/startMessaging", said)
    invited, *_ = bob_line.events("messagingInvitation")
    body = invited["_embedded"]["messagingInvitation"]
    assert link(body, "message") == "data:text/plain,Hi+Bob%0d%0a"
    bob_line.send(f"POST {link(body, 'accept')}")

    (event,) = bob_line.events("message")
    assert (event["type"], link(event["_embedded"]["message"], "plainMessage")) == (
        "completed",
        "data:text/plain,Hi+Bob%0d%0a",
    )


def test_message_that_was_sent_is_completed(ann_line, bob_line):
    send, _ = connected(ann_line, bob_line)
    made = ann_line.send(f"POST {send}?OperationContext=6b6c", "What's up?", TEXT)
    bob_line.events()

    assert (made.status, made.content) == (201, b"")
    completed = ann_line.events("message")[-1]
    assert (completed["type"], completed["status"]) == ("completed", "Success")
    assert completed["link"]["href"] == made["Location"]
    assert completed["_embedded"]["message"]["direction"] == "Outgoing"


def test_program_that_reads_the_first_message_event_finds_its_text(ann_line, bob_line):
    _, send = connected(ann_line, bob_line)
    bob_line.send(f"POST {send}", "hello", TEXT)

    first = next(event for event in ann_line.events() if event["link"]["rel"] == "message")
    assert link(first["_embedded"]["message"], "plainMessage").endswith(",hello")
