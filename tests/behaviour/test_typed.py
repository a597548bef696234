"""The state of the sandbox, as clients of all four kinds read it over a socket."""

from __future__ import annotations

import anyio
import pytest
from tests.protocol.ways import BOB

from ucwa2._runtime.values.data_link import DataLink
from ucwa2.errors import Canceled, NotFound, OperationFailed

pytestmark = pytest.mark.anyio


async def first(events, rel, kind):
    """The next event of a kind that embeds a state."""
    while True:
        event = await events.next(timeout=10)
        if (event.rel, event.type) == (rel, kind):
            return event


async def test_message_is_followed_until_it_was_fetched(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        invite = app.embedded.communication.links.start_messaging.post(to="sip:bob@contoso.com", subject="Plans")
        async with ann.start(invite) as operation:
            event = await first(incoming, "messagingInvitation", "started")
            assert event.state.embedded.from_.uri == "sip:ann@contoso.com"
            assert "cancel" not in event.state.links
            await bob.send(event.state.links.accept.post())
            invitation = await operation.result(timeout=10)
        assert invitation.embedded.accepted_by_participant[0].uri == "sip:bob@contoso.com"
        conversation = await ann.send(invitation.links.conversation.get())
        assert (conversation.state, conversation.subject) == ("Connected", "Plans")
        messaging = await ann.send(conversation.links.messaging.get())
        heard = []

        async def hear() -> None:
            heard.append(await first(incoming, "message", "completed"))

        async with ann.start(messaging.links.send_message.post("Hello", content_type="text/plain")) as sending:
            assert (await sending.next(timeout=10)).type == "started"
            async with anyio.create_task_group() as group:
                group.start_soon(hear)
                assert (await sending.result(timeout=10)).status == "Succeeded"
        message = heard[0]
        assert message.state.plain_message.text == "Hello"
        listed = await bob.send((await bob.send(message.state.links.messaging.get())).links.conversation.get())
        assert listed.state == "Connected"
        await ann.send(conversation.links.self.delete())
        assert (await first(incoming, "conversation", "deleted")).status is None
        with pytest.raises(NotFound):
            await ann.send(conversation.links.self.get())


async def test_first_words_come_with_the_invitation(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        words = DataLink("data:text/plain,Hi+Bob")
        await ann.send(app.embedded.communication.links.start_messaging.post(to="sip:bob@contoso.com", message=words))
        event = await first(incoming, "messagingInvitation", "started")
        assert event.state.message.text == "Hi Bob"
        await bob.send(event.state.links.accept.post())
        assert (await first(incoming, "message", "completed")).state.plain_message.text == "Hi Bob"


async def test_call_may_be_called_off(way, sandbox):
    sandbox.backend.settings.call_states["tel:+1"] = {"state": "Connected", "after": 60}
    async with way.application(sandbox) as (ann, app):
        dial = app.embedded.communication.links.start_phone_audio.post(to="tel:+1")
        async with ann.start(dial) as operation:
            started = await operation.next(timeout=10)
            await ann.send(started.state.links.cancel.post())
            with pytest.raises(Canceled) as raised:
                await operation.result(timeout=10)
        assert isinstance(raised.value, OperationFailed)
        assert (raised.value.reason.code, raised.value.reason.subcode) == ("LocalFailure", "Canceled")


async def test_groups_contacts_and_subscriptions_are_typed(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, other):
        people = await ann.send(app.embedded.people.links.self.get())
        groups = await ann.send(people.links.my_groups.get())
        default = await ann.send(groups.links.default_group.get())
        contacts = await ann.send(default.links.group_contacts.get())
        assert [one.uri for one in contacts.embedded.contact] == ["sip:bob@contoso.com"]

        made = people.links.presence_subscriptions.post(duration=10, uris=["sip:bob@contoso.com"])
        events = ann.events()
        subscription = await ann.send(made)
        await ann.send(subscription.links.memberships.get())
        me = await bob.send(other.embedded.me.links.self.get())
        with anyio.fail_after(10):
            await first(events, "contactNote", "updated")
            await bob.send(me.links.note.post(message="Back at two"))
            event = await first(events, "contactNote", "updated")
        assert (await ann.send(event.link.get())).message == "Back at two"
        await ann.send(subscription.links.self.delete())
        with pytest.raises(NotFound):
            await ann.send(subscription.links.self.get())
