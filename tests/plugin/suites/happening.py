"""Faults, messages, presence and events that a test asks for."""

from __future__ import annotations

import pytest

from ucwa2.errors import ApiError


@pytest.fixture
def available(ucwa_client):
    """The client of a user who takes messages."""
    me = ucwa_client.application.embedded.me
    ucwa_client.send(me.links.make_me_available.post(supported_modalities=["Messaging"]))
    return ucwa_client


def test_fault_hits_once(ucwa_client, ucwa_faults):
    link = ucwa_client.application.embedded.me.links.self
    ucwa_faults.add(status=500, path="/me$")

    with pytest.raises(ApiError) as raised:
        ucwa_client.send(link.get())

    assert raised.value.response.status_code == 500
    assert ucwa_client.send(link.get()).name == "Ann Adams"
    assert [(kind, method) for kind, method, _ in ucwa_faults.hits] == [("status", "GET")]
    assert ucwa_faults.pending == []


def test_fault_that_the_client_bears(ucwa_client, ucwa_faults):
    ucwa_faults.add(status=503, path="/me$", retry_after="0", times=2)

    assert ucwa_client.send(ucwa_client.application.embedded.me.links.self.get()).name == "Ann Adams"
    assert len(ucwa_faults.hits) == 2


def test_fault_is_taken_back(ucwa_client, ucwa_faults):
    ucwa_faults.add("reset", path="/me$", times=None)
    ucwa_faults.clear()

    assert ucwa_client.send(ucwa_client.application.embedded.me.links.self.get()).name == "Ann Adams"


def test_message_comes_in(ucwa_sandbox, available):
    with available.events() as events:
        said = ucwa_sandbox.act("bob@contoso.com", "send_message", to="ann@contoso.com", text="Hello")
        invitation = next(event for event in events if event.rel == "messagingInvitation")

    assert said == "Bob Berg invited Ann Adams with this message."
    assert invitation.type == "started"


def test_event_of_a_test(ucwa_sandbox, available):
    with available.events() as events:
        raised = ucwa_sandbox.raise_event(
            "updated", "contact", "~/people/bob@contoso.com", sender="~/people", user="ann@contoso.com",
            in_=("group", "~/people/groups/1"),
        )  # fmt: skip
        found = next(event for event in events if event.rel == "contact")

    assert (raised, found.type) == (1, "updated")
    assert found.link.url.startswith(f"{ucwa_sandbox.url}/ucwa/v1/applications/")
    assert found.link.url.endswith("/people/bob@contoso.com")


def test_presence_of_another_user(ucwa_sandbox, available):
    people = available.send(available.application.embedded.people.links.self.get())
    call = people.links.presence_subscriptions.post(uris=["sip:bob@contoso.com"], duration=11)
    with available.events() as events:
        available.send(call)
        ucwa_sandbox.act("bob@contoso.com", "set_presence", availability="DoNotDisturb")
        heard = next(event for event in events if event.rel == "contactPresence")

    assert available.send(heard.link.get()).availability == "DoNotDisturb"
