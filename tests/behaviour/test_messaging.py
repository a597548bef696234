"""Conversations between two users: which operations are allowed when, and which events each user receives."""

from __future__ import annotations

import pytest
from tests.behaviour.persons import Person

BOB = "sip:bob@contoso.com"


def invite(ann, bob, **said):
    """Ann invites Bob; returns the invitation as each of them sees it."""
    bob.events()
    path = ann.ask("POST", "/communication/startMessaging", {"to": BOB, "operationId": "op", **said}).headers[
        "location"
    ]
    incoming = bob.one("messagingInvitation", "started").href
    return path, incoming


def connect(ann, bob, **said):
    """A conversation, as each of them sees it."""
    path, incoming = invite(ann, bob, **said)
    assert bob.ask("POST", f"{incoming}/accept").status == 204
    return ann.ask("GET", path).href("conversation"), bob.ask("GET", incoming).href("conversation")


def send(person, conversation, text=b"hello", **headers):
    return person.ask("POST", f"{conversation}/messaging/sendMessage?operationId=m1", text, **headers)


def test_both_sides_receive_each_step(ann, bob):
    ann.events()
    _path, incoming = invite(ann, bob, subject="Plans")

    started = ["messagingInvitation started", "conversation added", "localParticipant added", "messaging updated"]
    assert ann.told() == started
    bob.ask("POST", f"{incoming}/accept")
    expected = [
        "conversation updated",
        "participant added",
        "participantMessaging added in participant",
        "participantMessaging added in localParticipant",
        "messaging updated",
        "messagingInvitation completed",
    ]
    events = ann.events()
    assert [event.short for event in events] == expected
    assert [event.sender for event in events] == ["communication", *["conversation"] * 4, "communication"]
    completed = events[-1].body
    assert (events[-1].status, completed["state"], completed["subject"]) == ("Success", "Connected", "Plans")
    assert completed["_embedded"]["acceptedByParticipant"][0]["uri"] == BOB
    assert bob.told() == [
        "messaging updated",
        "conversation updated",
        "participantMessaging added in localParticipant",
        "participantMessaging added in participant",
        "participant updated",
        "messagingInvitation completed",
    ]


def test_links_say_what_each_side_may_do(ann, bob):
    path, incoming = invite(ann, bob)
    out, into = ann.ask("GET", path).body, bob.ask("GET", incoming).body

    assert {"cancel", "accept", "decline"} & out["_links"].keys() == {"cancel"}
    assert {"cancel", "accept", "decline"} & into["_links"].keys() == {"accept", "decline"}
    assert (out["direction"], into["direction"]) == ("Outgoing", "Incoming")
    assert out["threadId"] == into["threadId"]
    assert "operationId" not in into
    bob.ask("POST", f"{incoming}/accept")
    assert not {"cancel", "accept", "decline"} & bob.ask("GET", incoming).body["_links"].keys()


def test_each_conversation_has_a_thread_of_its_own(ann, bob):
    threads = {ann.ask("GET", connect(ann, bob)[0]).body["threadId"] for _ in range(3)}

    assert len(threads) == 3
    again = ann.ask("GET", connect(ann, bob, threadId=threads.copy().pop())[0]).body["threadId"]
    assert again in threads


@pytest.mark.parametrize("what", ["accept", "decline"])
def test_only_the_invited_side_answers_and_once(ann, bob, what):
    path, incoming = invite(ann, bob)

    assert ann.ask("POST", f"{path}/{what}").code == ("Conflict", None)
    assert bob.ask("POST", f"{incoming}/cancel").code == ("Conflict", None)
    assert bob.ask("POST", f"{incoming}/{what}").status == 204
    assert bob.ask("POST", f"{incoming}/accept").code == ("Conflict", None)
    assert bob.ask("POST", f"{incoming}/decline").code == ("Conflict", None)


def test_invitation_that_is_nowhere_cannot_be_answered(ann):
    assert ann.ask("POST", "/communication/invitations/4711/accept").status == 404
    assert ann.ask("GET", "/communication/invitations/4711").status == 404


def test_declined(ann, bob):
    _path, incoming = invite(ann, bob)
    ann.events()
    bob.ask("POST", f"{incoming}/decline")

    theirs, own = bob.one("messagingInvitation", "completed"), ann.one("messagingInvitation", "completed")
    assert (own.status, own.reason, own.body["state"]) == ("Failure", ("RemoteFailure", "Declined"), "Declined")
    assert (theirs.status, theirs.reason) == ("Failure", ("LocalFailure", "Declined"))
    for person in (ann, bob):
        assert person.ask("GET", "/communication/conversations").body["_links"]["conversation"] == []


def test_called_off(ann, bob):
    path, incoming = invite(ann, bob)
    ann.events()
    assert ann.ask("POST", f"{path}/cancel").status == 204

    assert ann.one("messagingInvitation", "completed").reason == ("LocalFailure", "Canceled")
    assert bob.one("messagingInvitation", "completed").reason == ("RemoteFailure", "Canceled")
    assert bob.ask("POST", f"{incoming}/accept").code == ("Conflict", None)


def test_missed_after_half_a_minute(ann, bob, clock):
    path, incoming = invite(ann, bob)
    ann.events()
    clock.now += 29
    assert ann.told() == []
    clock.now += 2

    assert ann.one("messagingInvitation", "completed").reason == ("RemoteFailure", "Timeout")
    assert bob.one("messagingInvitation", "completed").reason == ("LocalFailure", "Missed")
    assert bob.ask("POST", f"{incoming}/accept").code == ("Conflict", None)
    assert ann.ask("GET", path).body["state"] == "Failed"


@pytest.mark.parametrize(
    ("to", "reason"),
    [("sip:zed@contoso.com", ("NotFound", "DestinationNotFound")), (BOB, ("RemoteFailure", "Unreachable"))],
)
def test_invitation_without_a_listener_fails(ann, to, reason):
    ann.events()
    ann.ask("POST", "/communication/startMessaging", {"to": to})

    completed = [event for event in ann.events() if event.type == "completed"]
    assert [event.reason for event in completed] == [reason]


def test_fails_as_told(ann, bob, backend):
    backend.settings.call_states[BOB] = {
        "state": "Failed",
        "code": "RemoteFailure",
        "subcode": "DoNotDisturb",
        "after": 0,
    }
    ann.events()
    bob.events()
    ann.ask("POST", "/communication/startMessaging", {"to": BOB})

    assert ann.one("messagingInvitation", "completed").reason == ("RemoteFailure", "DoNotDisturb")
    assert bob.told() == []


def test_all_applications_ring_and_one_accepts(ann, bob, backend):
    other = Person(backend, "bob")
    other.events()
    path, incoming = invite(ann, bob)
    elsewhere = other.one("messagingInvitation", "started").href
    assert bob.ask("POST", f"{incoming}/accept").status == 204

    assert other.one("messagingInvitation", "completed").reason == ("LocalFailure", "ConnectedElsewhere")
    assert other.ask("POST", f"{elsewhere}/accept").code == ("Conflict", None)
    assert ann.ask("GET", path).body["state"] == "Connected"


def test_declined_here_may_be_accepted_there(ann, bob, backend):
    other = Person(backend, "bob")
    other.events()
    path, incoming = invite(ann, bob)
    elsewhere = other.one("messagingInvitation", "started").href

    bob.ask("POST", f"{incoming}/decline", {"reason": "Local"})
    assert ann.ask("GET", path).body["state"] == "Connecting"
    assert other.ask("POST", f"{elsewhere}/accept").status == 204
    assert ann.ask("GET", path).body["state"] == "Connected"


def test_first_message_comes_with_the_invitation(ann, bob):
    invite_text = {"message": {"href": "data:text/plain,Hi+Bob"}}
    _, incoming = invite(ann, bob, _links=invite_text)
    assert bob.ask("GET", incoming).href("message") == "data:text/plain,Hi+Bob"
    bob.ask("POST", f"{incoming}/accept")

    assert bob.one("message", "completed").body["_links"]["plainMessage"]["href"] == "data:text/plain,Hi+Bob"


def test_messages_only_while_messaging_is_connected(ann, bob):
    path, incoming = invite(ann, bob)
    conversation = ann.ask("GET", path).href("conversation")

    assert send(ann, conversation).code == ("Conflict", None)
    bob.ask("POST", f"{incoming}/accept")
    assert send(ann, conversation).status == 201
    ann.ask("POST", f"{conversation}/messaging/stopMessaging")
    assert send(ann, conversation).code == ("NotFound", None)
    assert send(ann, "/communication/conversations/4711").code == ("NotFound", None)


@pytest.mark.parametrize(("kind", "link"), [("text/plain", "plainMessage"), ("text/html", "htmlMessage")])
def test_message_in_each_format(ann, bob, kind, link):
    for person in (ann, bob):
        person.application.bodies[f"{person.path}/communication"]["supportedMessageFormats"] = ["Plain", "Html"]
    here, there = connect(ann, bob)
    bob.events()
    send(ann, here, b"<b>1 & 2</b>", content_type=f"{kind}; charset=utf-8")

    links = bob.one("message", "completed").body["_links"]
    assert links[link]["href"] == f"data:{kind};charset=utf-8,%3cb%3e1+%26+2%3c%2fb%3e"
    assert bob.ask("GET", links["self"]["href"]).href(link) == links[link]["href"]
    assert bob.ask("GET", f"{there}/messaging/messages").body["_links"]["message"] == [links["self"]]


@pytest.mark.parametrize("kind", ["application/json", "image/png", ""])
def test_message_in_no_format(ann, bob, kind):
    here, _ = connect(ann, bob)

    assert send(ann, here, content_type=kind).status == 415


def test_sender_hears_once_the_message_was_fetched(ann, bob):
    here, _ = connect(ann, bob)
    ann.events()
    bob.events()
    path = send(ann, here).headers["location"]

    assert ann.told() == ["message started"]
    assert ann.ask("GET", path).body["status"] == "Pending"
    assert bob.told() == ["message completed"]
    (done,) = ann.events()
    assert (done.short, done.status, done.sender) == ("message completed", "Success", "conversation")
    assert (done.body["operationId"], done.body["status"]) == ("m1", "Succeeded")


def test_message_that_is_not_fetched_in_time_is_lost(ann, bob, clock):
    here, there = connect(ann, bob)
    ann.events()
    bob.events()
    send(ann, here)
    clock.now += 31

    lost = ann.one("message", "completed")
    assert (lost.status, lost.reason, lost.body["status"]) == ("Failure", ("RemoteFailure", "Timeout"), "Failed")
    assert lost.body["_links"]["failedDeliveryParticipant"][0]["href"] == f"{here}/participants/bob@contoso.com"
    assert "message completed" not in bob.told()
    assert bob.ask("GET", f"{there}/messaging/messages").body["_links"]["message"] == []


def test_typing_is_seen_for_a_while(ann, bob, clock):
    here, _ = connect(ann, bob)
    bob.events()
    for _ in range(2):
        assert ann.ask("POST", f"{here}/messaging/setIsTyping").status == 204
        clock.now += 3
    assert bob.told() == ["participant added in typingParticipants"]
    clock.now += 3
    assert bob.told() == ["participant deleted in typingParticipants"]
    ann.ask("POST", f"{here}/messaging/setIsTyping")
    send(ann, here)
    kinds = [event.short for event in bob.events() if event.rel == "participant"]
    assert kinds == ["participant added in typingParticipants", "participant deleted in typingParticipants"]


@pytest.mark.parametrize("how", ["DELETE", "stopMessaging"])
def test_conversation_ends_on_both_sides(ann, bob, how):
    here, there = connect(ann, bob)
    ann.events()
    bob.events()
    done = ann.ask("DELETE", here) if how == "DELETE" else ann.ask("POST", f"{here}/messaging/stopMessaging")

    assert done.status == 204
    for person, path in ((ann, here), (bob, there)):
        kinds = person.told()
        assert {"messaging updated", "participant deleted", "localParticipant deleted"} <= {*kinds}
        assert kinds[-1] == "conversation deleted"
        assert person.ask("GET", path).code == ("NotFound", None)
        assert person.ask("GET", "/communication/conversations").body["_links"]["conversation"] == []
    assert ann.ask("DELETE", here).code == ("NotFound", None)
    assert ann.ask("POST", f"{here}/messaging/addMessaging", {}).code == ("NotFound", None)


def test_people_of_a_conversation_are_read(ann, bob):
    here, _ = connect(ann, bob)
    conversation = ann.ask("GET", here)

    assert (conversation.body["state"], conversation.body["activeModalities"]) == ("Connected", ["Messaging"])
    assert ann.ask("GET", conversation.href("localParticipant")).body["uri"] == "sip:ann@contoso.com"
    assert ann.ask("GET", f"{here}/participants/bob@contoso.com").body["uri"] == BOB
    assert ann.ask("GET", f"{here}/participants/cem@contoso.com").status == 404
    assert ann.ask("GET", f"{here}/messaging").body["state"] == "Connected"


@pytest.mark.parametrize("how", ["deleted", "lost", "resumed"])
def test_other_side_hears_that_an_application_has_gone(ann, bob, backend, how):
    here, there = connect(ann, bob)
    bob.events()
    if how == "deleted":
        assert ann.ask("DELETE", ann.path).status == 204
    elif how == "lost":
        backend.lose(ann.application)
    else:
        ann.application.channel.lose()

    assert bob.told()[-1] == "conversation deleted"
    assert send(bob, there).code == ("NotFound", None)
    if how == "resumed":
        assert ann.told() == []
        assert ann.ask("GET", here).status == 404


def test_invitation_ends_when_either_side_has_gone(ann, bob, backend):
    invite(ann, bob)
    ann.application.channel.lose()
    assert [event.reason for event in bob.events() if event.type == "completed"] == [
        ("RemoteFailure", "CallTerminated")
    ]

    invite(ann, bob)
    ann.events()
    backend.lose(bob.application)
    assert ann.one("messagingInvitation", "completed").reason == ("RemoteFailure", "Unreachable")
