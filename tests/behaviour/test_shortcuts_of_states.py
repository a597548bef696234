"""The shortcuts of states, each sent to a sandbox over sockets: by both clients, in both formats."""

from __future__ import annotations

import re
from pathlib import Path

import anyio
import pytest
from tests.behaviour.ringing import CEM, CEMS, ended, first
from tests.golden.corpus import model, spoken
from tests.protocol.ways import BOB

from ucwa2._runtime.values.data_link import DataLink
from ucwa2.enums import ModalityType
from ucwa2.errors import ApiError, InvalidArgument, LinkNotAvailable, NotFoundApplicationNotFound, TransportError
from ucwa2.resources.my_groups2 import MyGroups2Link
from ucwa2.sandbox import SandboxBackend, SandboxUser, running
from ucwa2.sandbox.behaviour.profile import profile

pytestmark = pytest.mark.anyio

BOBS, PHONE = "sip:bob@contoso.com", "tel:+14255550100"


async def test_user_is_available_with_presence_and_note(way, sandbox):
    async with way.application(sandbox, available=False) as (client, app):
        await client.send(app.make_available(supported_modalities=[ModalityType.MESSAGING]))
        await client.send(app.set_presence("Busy"))
        await client.send(app.set_note("Back at two"))
        await client.send(app.report_activity())
        user = profile(sandbox.backend.user("ann@contoso.com"))
        assert (user.presence["availability"], user.note["message"]) == ("Busy", "Back at two")

        me = await client.send(app.embedded.me.links.self.get())
        for call in (me.set_presence("Away"), me.set_note("Gone"), me.report_activity()):
            await client.send(call)
        assert (user.presence["availability"], user.note["message"]) == ("Away", "Gone")

        await client.send(app.sign_out())
        assert not sandbox.backend.applications


async def drained(events):
    while True:
        await events.next(timeout=10)


async def ends(events):
    with pytest.raises(NotFoundApplicationNotFound):
        await drained(events)


async def sent(client, call):
    await client.send(call)


async def sent_in_batch(client, call):
    outcomes = await client.batch(client.application.embedded.me.links.self.get(), call)
    assert outcomes[call].value is None


SENDING = pytest.mark.parametrize("send", [sent, sent_in_batch])


@SENDING
async def test_user_who_signed_out_stays_signed_out(way, sandbox, send):
    made = []
    async with way.application(sandbox, on_application=made.append) as (client, app):
        async with client.events() as events, anyio.create_task_group() as group:
            group.start_soon(ends, events)
            await anyio.sleep(0.1)  # the request for events is under way
            await send(client, app.sign_out())
        with pytest.raises(NotFoundApplicationNotFound):
            await client.send(app.search("bob"))
        assert (len(made), len(sandbox.backend.applications)) == (1, 0)

        again = await client.create_application(user_agent="Tests/1.0", culture="en-US")
        assert (await client.send(again.embedded.me.links.self.get())).uri == "sip:ann@contoso.com"


@SENDING
async def test_signing_out_of_a_lost_application_creates_none(way, sandbox, send):
    made = []
    async with way.application(sandbox, on_application=made.append) as (client, app):
        sandbox.backend.faults.add([{"kind": "lose-application", "method": "DELETE"}])
        await send(client, app.sign_out())
        assert (len(made), len(sandbox.backend.applications)) == (1, 0)


async def test_shortcut_that_starts_no_operation_is_named_when_started(way, sandbox):
    async with way.application(sandbox) as (client, app):
        with pytest.raises(
            InvalidArgument, match=r"<Call GET .*/search.*> starts no operation that has events; use `send`"
        ):
            async with client.start(app.search("bob")):
                pass


async def test_person_is_found_and_watched(way, sandbox):
    async with way.application(sandbox) as (client, app):
        found = await client.send(app.search("bob", limit=5))
        presence = await client.send(found.embedded.contact[0].read_presence())
        assert (found.embedded.contact[0].uri, presence.availability) == (BOBS, "Offline")

        subscription = await client.send(app.watch_presence([BOBS]))
        again = await client.send(subscription.extend(duration=10))
        assert again.id == subscription.id
        await client.send(subscription.stop())
        with pytest.raises(ApiError):
            await client.send(subscription.links.self.get())


async def test_group_is_watched_by_its_own_id(way, sandbox):
    async with way.application(sandbox) as (client, app):
        groups = app.embedded.people.links.my_groups
        await client.send(groups.at_least(MyGroups2Link).post(display_name="Team"))
        (group,) = (await client.send(groups.get())).embedded.group
        subscription = await client.send(group.watch_presence())

        assert subscription.id
        assert f"groupId={group.id}" in sandbox.backend.requests[-1].target
        assert "duration=30" in sandbox.backend.requests[-1].target or b"30" in sandbox.backend.requests[-1].content


async def conversation(ann, app, bob):
    """A conversation of Ann with Bob, and the messages that Bob gets."""
    incoming = bob.events()
    async with ann.start(app.start_conversation(BOBS, subject="Plans")) as operation:
        invitation = (await first(incoming, "messagingInvitation", "started")).state
        await bob.send(invitation.accept())
        accepted = await operation.result(timeout=10)
    return await ann.send(accepted.links.conversation.get()), incoming


async def received(events):
    """The next message that comes in."""
    while True:
        message = (await first(events, "message", "completed")).state
        if message.direction == "Incoming":
            return message


async def test_messages_are_sent_and_answered(way, sandbox):
    async with (
        way.application(sandbox, available=False) as (ann, app),
        way.application(sandbox, BOB, available=False) as (bob, of_bob),
    ):
        for client, own in ((ann, app), (bob, of_bob)):
            await client.send(own.make_available(supported_message_formats=["Plain", "Html"]))
        answers = ann.events()
        talk, incoming = await conversation(ann, await ann.send(app.links.self.get()), bob)
        await ann.send(talk.start_typing())
        sent = await ann.send(talk.send("Hello, Bob"))
        assert sent.rel == "message"
        message = await received(incoming)
        assert message.plain_message.text.strip() == "Hello, Bob"

        await bob.send(message.reply("Hello, Ann"))
        await bob.send(message.reply_html("<b>Bye</b>"))
        assert "Hello, Ann" in (await received(answers)).plain_message.text
        assert "<b>Bye</b>" in (await received(answers)).html_message.text

        messaging = await ann.send(talk.links.messaging.get())
        await ann.send(messaging.start_typing())
        await ann.send(messaging.send("One more"))
        assert (await received(incoming)).plain_message.text.strip() == "One more"


@pytest.fixture
def three():
    """A sandbox of three users."""
    people = [SandboxUser(f"{name}@contoso.com", "secret", name.title()) for name in ("ann", "bob", "cem")]
    with running(SandboxBackend(people)) as found:
        yield found


async def test_third_person_is_invited_and_the_first_leaves(way, three):
    async with (
        way.application(three) as (ann, app),
        way.application(three, BOB) as (bob, _),
        way.application(three, CEM) as (cem, of_cem),
    ):
        rings = cem.events()
        talk, _ = await conversation(ann, app, bob)
        await ann.send(talk.invite(CEMS))
        await cem.send((await first(rings, "onlineMeetingInvitation", "started")).state.decline())
        async with ann.start(talk.invite(CEMS)) as operation:
            await cem.send((await first(rings, "onlineMeetingInvitation", "started")).state.accept())
            assert (await operation.result(timeout=10)).state == "Connected"
        await ann.send(talk.leave())
        with pytest.raises(ApiError):
            await ann.send(talk.links.self.get())

        meetings = await cem.send(of_cem.embedded.online_meetings.links.my_online_meetings.get())
        made = await cem.send(meetings.links.self.post(subject="Later"))
        async with ann.start(app.join_meeting(made.online_meeting_uri)) as operation:
            assert (await operation.result(timeout=10)).state == "Connected"


async def test_invitation_is_declined(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        async with ann.start(app.start_conversation(BOBS)) as operation:
            await bob.send((await first(incoming, "messagingInvitation", "started")).state.decline())
            assert (await ended(operation))[1] == "Declined"


async def test_telephone_rings_and_is_hung_up(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        async with ann.start(app.call(PHONE, phone_number="tel:+14255550199")) as operation:
            answered = await operation.result(timeout=10)
        talk = await ann.send(answered.links.conversation.get())
        await ann.send(talk.hang_up())
        with pytest.raises(ApiError):
            await ann.send(talk.hang_up())

        incoming = bob.events()
        async with ann.start(app.embedded.communication.call(BOBS)) as operation:
            await bob.send((await first(incoming, "phoneAudioInvitation", "started")).state.decline())
            assert (await ended(operation))[1] == "Declined"
        events = ann.events()
        async with ann.start(app.call(BOBS)) as operation:
            await ann.send((await first(events, "phoneAudioInvitation", "started")).state.hang_up())
            assert await ended(operation)


async def test_call_is_answered_by_telephone_or_declined(way, sandbox):
    offer = {"media_offer": DataLink("data:application/sdp,v=0"), "session_context": "s"}
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB, available=False) as (bob, of_bob):
        await bob.send(of_bob.make_available(phone_number="tel:+14255550199"))
        incoming = bob.events()
        start = app.embedded.communication.links.start_audio
        async with ann.start(start.post(to=BOBS, **offer)) as operation:
            await bob.send((await first(incoming, "audioVideoInvitation", "started")).state.decline())
            assert (await ended(operation))[1] == "Declined"
        async with ann.start(start.post(to=BOBS, **offer)):
            answered = await bob.send(
                (await first(incoming, "audioVideoInvitation", "started")).state.accept_by_phone()
            )
            assert answered is None


async def test_link_that_is_missing_is_the_usual_error(way, sandbox):
    """At once where the state lacks it, and when it is sent where a state lacks it that a chain reads."""
    async with way.application(sandbox, available=False) as (client, app):
        with pytest.raises(LinkNotAvailable, match="`me` has no link `presence` now"):
            app.embedded.me.set_presence("Busy")
        chain = app.set_presence("Busy")
        with pytest.raises(LinkNotAvailable, match="`me` has no link `presence` now"):
            await client.send(chain)
        assert sandbox.backend.requests[-1].method == "GET"
        with pytest.raises(InvalidArgument, match="is a chain"):
            await client.batch(chain)
        with pytest.raises(ValueError, match="`duration` is 31"):
            app.watch_presence([BOBS], duration=31)
        await client.send(app.make_available())
        result, response = await client.send(chain, raw=True)
        assert (result, response.status_code) == (None, 204)


async def test_reads_of_a_chain_start_no_operation(way, sandbox):
    """After a read that fails, the operation can be started again; it is sent once."""
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        talk, _ = await conversation(ann, app, bob)
        sandbox.backend.faults.add([{"kind": "status", "status": 500, "path": "/messaging$", "method": "GET"}])
        operation = ann.start(talk.send("Hello"))
        with pytest.raises(ApiError):
            await operation.next(timeout=10)
        assert (await operation.next(timeout=10)).rel == "message"
        sent = [one for one in sandbox.backend.requests if one.content == b"Hello"]
        assert len(sent) == 1


async def test_chain_has_one_timeout(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "latency", "seconds": 5, "path": "/me$", "method": "GET"}])
        with pytest.raises(TransportError):
            await client.send(app.set_note("Late"), timeout=0.3)
        assert profile(sandbox.backend.user("ann@contoso.com")).note["message"] == ""


def test_every_shortcut_is_sent_here():
    text = Path(__file__).read_text("utf-8")
    style = spoken().styles.snake
    names = {style(row.name) for resource in model().resources for row in resource.shortcuts}

    assert {name for name in names if not re.search(rf"\.{name}\(", text)} == set()
