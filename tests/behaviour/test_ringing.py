"""Two users call each other through two clients over sockets: calls ring, are accepted, declined, missed, passed on."""

from __future__ import annotations

import pytest
from tests.behaviour.ringing import CEM, CEMS, ended, first
from tests.protocol.ways import BOB

from ucwa2._runtime.values.data_link import DataLink
from ucwa2.enums import ModalityType
from ucwa2.errors import Forbidden
from ucwa2.sandbox import SandboxBackend, SandboxUser, running

pytestmark = pytest.mark.anyio

OFFER = {"media_offer": DataLink("data:application/sdp,v=0"), "session_context": "s"}
BOBS = "sip:bob@contoso.com"
CALLS = ["start_audio", "start_audio_video", "start_video"]


def call(app, operation: str = "start_audio", to: str = BOBS, **said):
    """The call that begins an invitation."""
    offer = {} if "phone" in operation else OFFER
    return getattr(app.embedded.communication.links, operation).post(to=to, **offer, **said)


@pytest.mark.parametrize("operation", CALLS)
async def test_call_rings_and_is_accepted(way, sandbox, operation):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        async with ann.start(call(app, operation, subject="Plans")) as calling:
            event = await first(incoming, "audioVideoInvitation", "started")
            assert (event.state.direction, event.state.state) == ("Incoming", "Connecting")
            assert event.state.embedded.from_.uri == "sip:ann@contoso.com"
            await bob.send(event.state.links.accept_with_answer.post(b"v=0", session_context="s"))
            invitation = await calling.result(timeout=10)
        assert invitation.embedded.accepted_by_participant[0].uri == BOBS
        for client, found in ((ann, invitation), (bob, event.state)):
            conversation = await client.send(found.links.conversation.get())
            expected = [kind for kind in ("Audio", "Video") if kind.lower() in operation]
            assert (conversation.state, [*conversation.active_modalities]) == ("Connected", expected)


async def test_both_users_call_each_other(way, sandbox):
    async with way.application(sandbox) as (ann, of_ann), way.application(sandbox, BOB) as (bob, of_bob):
        to_ann, to_bob = ann.events(), bob.events()
        for caller, app, callee, incoming, to in (
            (ann, of_ann, bob, to_bob, BOBS),
            (bob, of_bob, ann, to_ann, "sip:ann@contoso.com"),
        ):
            async with caller.start(call(app, to=to)) as calling:
                while (event := await first(incoming, "audioVideoInvitation", "started")).state.direction != "Incoming":
                    pass
                await callee.send(event.state.links.accept_with_answer.post(b"v=0", session_context="s"))
                assert (await calling.result(timeout=10)).state == "Connected"


async def test_phone_audio_rings_and_is_accepted(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        async with ann.start(call(app, "start_phone_audio", phone_number="tel:+14255550199")) as calling:
            event = await first(incoming, "phoneAudioInvitation", "started")
            await bob.send(event.state.links.accept.post())
            assert (await calling.result(timeout=10)).state == "Connected"
        conversation = await bob.send(event.state.links.conversation.get())
        assert [*conversation.active_modalities] == ["PhoneAudio"]


async def test_own_phone_that_does_not_answer_ends_the_call(way, sandbox):
    own = {"state": "Failed", "code": "LocalFailure", "subcode": "PstnCallFailed"}
    sandbox.backend.settings.call_states = {"tel:+14255550199": own}
    async with way.application(sandbox) as (ann, app):
        dial = call(app, "start_phone_audio", phone_number="tel:+14255550199")
        async with ann.start(dial) as calling:
            assert await ended(calling) == ("LocalFailure", "PstnCallFailed")


async def test_call_is_declined(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        async with ann.start(call(app)) as calling:
            event = await first(incoming, "audioVideoInvitation", "started")
            await bob.send(event.state.links.decline.post())
            assert await ended(calling) == ("RemoteFailure", "Declined")
        assert (await first(incoming, "audioVideoInvitation", "completed")).reason.subcode == "Declined"


async def test_call_is_called_off_while_it_rings(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        async with ann.start(call(app)) as calling:
            started = await calling.next(timeout=10)
            await first(incoming, "audioVideoInvitation", "started")
            await ann.send(started.state.links.cancel.post())
            assert await ended(calling) == ("LocalFailure", "Canceled")
        assert (await first(incoming, "audioVideoInvitation", "completed")).reason.subcode == "Canceled"


async def test_call_without_an_answer_is_missed(way, sandbox, monkeypatch):
    monkeypatch.setattr("ucwa2.sandbox.behaviour.answering.PATIENCE", 0.3)
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        async with ann.start(call(app)) as calling:
            assert await ended(calling) == ("RemoteFailure", "Timeout")
        assert (await first(incoming, "audioVideoInvitation", "completed")).reason.subcode == "Missed"


async def test_user_who_takes_messages_only_is_not_rung(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB, available=False) as (bob, other):
        said = [ModalityType.MESSAGING]
        await bob.send(other.embedded.me.links.make_me_available.post(supported_modalities=said))
        async with ann.start(call(app)) as calling:
            assert await ended(calling) == ("RemoteFailure", "Unreachable")


async def test_audio_is_added_to_a_conversation_of_messages(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        async with ann.start(app.embedded.communication.links.start_messaging.post(to=BOBS)) as calling:
            event = await first(incoming, "messagingInvitation", "started")
            await bob.send(event.state.links.accept.post())
            invitation = await calling.result(timeout=10)
        conversation = await ann.send(invitation.links.conversation.get())
        audio_video = await ann.send(conversation.links.audio_video.get())
        assert audio_video.state == "Disconnected"
        async with ann.start(audio_video.links.add_audio.post(to=BOBS, **OFFER)) as adding:
            event = await first(incoming, "audioVideoInvitation", "started")
            await bob.send(event.state.links.accept_with_answer.post(b"v=0", session_context="s"))
            await adding.result(timeout=10)
        conversation = await ann.send(invitation.links.conversation.get())
        assert {*conversation.active_modalities} == {"Messaging", "Audio"}


async def test_typing_is_seen_by_the_other_side(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        async with ann.start(app.embedded.communication.links.start_messaging.post(to=BOBS)) as calling:
            event = await first(incoming, "messagingInvitation", "started")
            await bob.send(event.state.links.accept.post())
            invitation = await calling.result(timeout=10)
        messaging = await ann.send(invitation.links.messaging.get())
        await ann.send(messaging.links.set_is_typing.post())
        while (event := await first(incoming, "participant", "added")).in_ is None:
            pass
        assert event.in_.rel == "typingParticipants"


@pytest.fixture
def three():
    """A sandbox of three users, in which Bob is Cem's delegate and has a telephone."""
    ann, bob, cem = (SandboxUser(f"{name}@contoso.com", "secret", name.title()) for name in ("ann", "bob", "cem"))
    cem.delegates = ["ann@contoso.com"]
    bob.details = {"workPhoneNumber": "tel:+14255550111"}
    with running(SandboxBackend([ann, bob, cem])) as found:
        yield found


@pytest.mark.parametrize(("state", "link"), [("Forwarded", "forwarded_by"), ("Transferred", "transferred_by")])
async def test_call_is_passed_on_to_another_user(way, three, state, link):
    three.backend.settings.call_states = {BOBS: {"state": state, "to": CEMS}}
    async with way.application(three) as (ann, app), way.application(three, CEM) as (cem, _):
        incoming = cem.events()
        async with ann.start(call(app)) as calling:
            event = await first(incoming, "audioVideoInvitation", "started")
            by = await cem.send(getattr(event.state.links, link).get())
            assert by.uri == BOBS
            await cem.send(event.state.links.accept_with_answer.post(b"v=0", session_context="s"))
            invitation = await calling.result(timeout=10)
        assert invitation.embedded.accepted_by_participant[0].uri == CEMS


@pytest.mark.parametrize(
    ("operation", "rel"),
    [
        ("start_audio_on_behalf_of_delegator", "audioVideoInvitation"),
        ("start_phone_audio_on_behalf_of_delegator", "phoneAudioInvitation"),
    ],
)
async def test_delegate_calls_on_behalf_of_another(way, three, operation, rel):
    async with way.application(three) as (ann, app), way.application(three, BOB) as (bob, _):
        incoming = bob.events()
        async with ann.start(call(app, operation, delegator=CEMS)) as calling:
            event = await first(incoming, rel, "started")
            assert (await bob.send(event.state.links.on_behalf_of.get())).uri == CEMS
            assert (await bob.send(event.state.links.delegator.get())).uri == CEMS
            accept = "accept" if "phone" in operation else "accept_with_answer"
            said = {} if "phone" in operation else {"content": b"v=0", "session_context": "s"}
            await bob.send(getattr(event.state.links, accept).post(**said))
            assert (await calling.result(timeout=10)).state == "Connected"


async def test_user_who_is_no_delegate_may_not_call_for_another(way, three):
    async with way.application(three, BOB) as (bob, app):
        with pytest.raises(Forbidden):
            await bob.send(call(app, "start_audio_on_behalf_of_delegator", to="sip:ann@contoso.com", delegator=CEMS))


async def test_telephone_number_of_a_user_rings_that_user(way, three):
    async with way.application(three) as (ann, app), way.application(three, BOB) as (bob, _):
        incoming = bob.events()
        async with ann.start(call(app, "start_phone_audio", to="tel:+14255550111")) as calling:
            event = await first(incoming, "phoneAudioInvitation", "started")
            await bob.send(event.state.links.accept.post())
            assert (await calling.result(timeout=10)).state == "Connected"
