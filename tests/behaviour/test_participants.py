"""A third user is invited to a conversation of two: the invitation rings there and is accepted, declined or missed."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest
from tests.behaviour.ringing import CEM, CEMS, ended, first
from tests.protocol.ways import BOB

from ucwa2.errors import Conflict
from ucwa2.sandbox import SandboxBackend, SandboxUser, running

pytestmark = pytest.mark.anyio

BOBS = "sip:bob@contoso.com"
INCOMING = "onlineMeetingInvitation"
"""Its rel at the invited user: an incoming participantInvitation does not exist."""


@pytest.fixture
def three():
    """A sandbox of three users."""
    people = [SandboxUser(f"{name}@contoso.com", "secret", name.title()) for name in ("ann", "bob", "cem")]
    with running(SandboxBackend(people)) as found:
        yield found


@asynccontextmanager
async def talking(way, sandbox):
    """Ann and Bob in a conversation with messages: two clients, Bob's events, Ann's and Bob's conversation."""
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        events = bob.events()
        async with ann.start(app.embedded.communication.links.start_messaging.post(to=BOBS)) as calling:
            event = await first(events, "messagingInvitation", "started")
            await bob.send(event.state.links.accept.post())
            invitation = await calling.result(timeout=10)
        own = await ann.send(invitation.links.conversation.get())
        yield ann, bob, events, own, event.state.links.conversation


async def test_invited_user_is_rung_and_joins(way, three):
    async with (
        talking(way, three) as (ann, bob, of_bob, conversation, at_bob),
        way.application(three, CEM) as (cem, _),
    ):
        of_cem = cem.events()
        async with ann.start(conversation.links.add_participant.post(to=CEMS)) as inviting:
            event = await first(of_cem, INCOMING, "started")
            assert (event.state.direction, event.state.state) == ("Incoming", "Connecting")
            assert event.state.embedded.from_.uri == "sip:ann@contoso.com"
            await cem.send(event.state.links.accept.post())
            invitation = await inviting.result(timeout=10)
        assert (invitation.rel, invitation.state) == ("participantInvitation", "Connected")
        assert invitation.embedded.accepted_by_participant[0].uri == CEMS
        assert (await first(of_cem, INCOMING, "completed")).status == "Success"
        while (joined := await first(of_bob, "participant", "added")).state.uri != CEMS:
            pass
        for client, link in ((ann, conversation.links.self), (bob, at_bob), (cem, event.state.links.conversation)):
            found = await client.send(link.get())
            assert (found.state, found.participant_count) == ("Conferenced", 3)
        assert joined.state.name == "Cem"


async def test_message_reaches_all_three(way, three):
    async with (
        talking(way, three) as (ann, _, of_bob, conversation, _),
        way.application(three, CEM) as (cem, _),
    ):
        of_cem = cem.events()
        async with ann.start(conversation.links.add_participant.post(to=CEMS)) as inviting:
            event = await first(of_cem, INCOMING, "started")
            await cem.send(event.state.links.accept.post())
            await inviting.result(timeout=10)
        messaging = await cem.send((await cem.send(event.state.links.conversation.get())).links.messaging.get())
        await cem.send(messaging.links.send_message.post("Hello", content_type="text/plain"))
        said = await first(of_bob, "message", "completed")
        assert said.state.plain_message.text == "Hello"


async def test_invited_user_declines(way, three):
    async with (
        talking(way, three) as (ann, _, _, conversation, _),
        way.application(three, CEM) as (cem, _),
    ):
        of_cem = cem.events()
        async with ann.start(conversation.links.add_participant.post(to=CEMS)) as inviting:
            event = await first(of_cem, INCOMING, "started")
            await cem.send(event.state.links.decline.post())
            assert await ended(inviting) == ("RemoteFailure", "Declined")
        assert (await first(of_cem, INCOMING, "completed")).reason.subcode == "Declined"
        found = await ann.send(conversation.links.self.get())
        assert (found.participant_count, [*found.active_modalities]) == (2, ["Messaging"])


async def test_invited_user_does_not_answer(way, three, monkeypatch):
    monkeypatch.setattr("ucwa2.sandbox.behaviour.answering.PATIENCE", 0.3)
    async with (
        talking(way, three) as (ann, _, _, conversation, _),
        way.application(three, CEM) as (cem, _),
    ):
        of_cem = cem.events()
        async with ann.start(conversation.links.add_participant.post(to=CEMS)) as inviting:
            assert await ended(inviting) == ("RemoteFailure", "Timeout")
        assert (await first(of_cem, INCOMING, "completed")).reason.subcode == "Missed"


async def test_invitation_is_called_off(way, three):
    async with (
        talking(way, three) as (ann, _, _, conversation, _),
        way.application(three, CEM) as (cem, _),
    ):
        of_cem = cem.events()
        async with ann.start(conversation.links.add_participant.post(to=CEMS)) as inviting:
            started = await inviting.next(timeout=10)
            await first(of_cem, INCOMING, "started")
            await ann.send(started.state.links.cancel.post())
            assert await ended(inviting) == ("LocalFailure", "Canceled")
        assert (await first(of_cem, INCOMING, "completed")).reason.subcode == "Canceled"


async def test_user_without_an_application_is_out_of_reach(way, three):
    async with talking(way, three) as (ann, _, _, conversation, _):
        async with ann.start(conversation.links.add_participant.post(to=CEMS)) as inviting:
            assert await ended(inviting) == ("RemoteFailure", "Unreachable")
        found = await ann.send(conversation.links.self.get())
        assert found.state == "Conferenced"


async def test_user_who_takes_part_is_not_invited_again(way, three):
    async with talking(way, three) as (ann, _, _, conversation, _):
        with pytest.raises(Conflict) as raised:
            await ann.send(conversation.links.add_participant.post(to=BOBS))
        assert raised.value.subcode == "AlreadyExists"


async def test_one_of_three_leaves_and_the_others_go_on(way, three):
    async with (
        talking(way, three) as (ann, bob, of_bob, conversation, at_bob),
        way.application(three, CEM) as (cem, _),
    ):
        of_cem = cem.events()
        async with ann.start(conversation.links.add_participant.post(to=CEMS)) as inviting:
            event = await first(of_cem, INCOMING, "started")
            await cem.send(event.state.links.accept.post())
            await inviting.result(timeout=10)
        await ann.send(conversation.links.self.delete())
        left = await first(of_bob, "participant", "deleted")
        assert left.link.href.endswith("ann@contoso.com")
        assert (await bob.send(at_bob.get())).participant_count == 2


async def test_meeting_goes_on_without_a_lost_application(way, three):
    """An invitation that the lost application had sent ends."""
    async with (
        talking(way, three) as (ann, bob, of_bob, conversation, at_bob),
        way.application(three, CEM) as (cem, _),
    ):
        of_cem = cem.events()
        await ann.send(conversation.links.add_participant.post(to=CEMS))
        await first(of_cem, INCOMING, "started")
        with three.backend.lock:
            three.backend.lose(next(iter(three.backend.applications_of(three.backend.user("ann@contoso.com")))))
        assert (await first(of_cem, INCOMING, "completed")).reason.subcode == "CallTerminated"
        assert (await first(of_bob, "participant", "deleted")).link.href.endswith("ann@contoso.com")
        assert (await bob.send(at_bob.get())).participant_count == 1
