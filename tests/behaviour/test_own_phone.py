"""The user's own phone is a step of its own: it rings first, is answered or not, and then the call goes on."""

from __future__ import annotations

import pytest
from tests.behaviour.persons import Person
from tests.behaviour.ringing import ended, first
from tests.protocol.ways import BOB

from ucwa2._runtime.values.data_link import DataLink

BOBS = "sip:bob@contoso.com"
OWN = "tel:+14255550199"
OFFER = {"media_offer": DataLink("data:application/sdp,v=0"), "session_context": "s"}
BUSY = {"state": "Failed", "code": "LocalFailure", "subcode": "Busy"}
DECLINED = {"state": "Declined", "code": "LocalFailure", "subcode": "Declined"}


def dial(ann, **said):
    """Call Bob with Ann's own phone."""
    made = ann.ask("POST", "/communication/startPhoneAudio", {"to": BOBS, "operationId": "op", **said})
    assert made.status == 201, made
    return made.headers["location"]


def test_called_user_is_rung_when_the_own_phone_has_answered(ann, bob, backend, clock):
    backend.settings.call_states[OWN] = {"state": "Connected", "after": 5}
    bob.events()
    path = dial(ann, phoneNumber=OWN)
    started = ann.events()
    phone = next(event for event in started if event.rel == "phoneAudio")
    clock.now += 4
    assert (phone.body["state"], ann.ask("GET", path).body["state"]) == ("Connecting", "Connecting")
    assert (ann.told(), bob.told()) == ([], [])
    clock.now += 2
    assert ann.told() == ["phoneAudioInvitation updated"]
    assert bob.one("phoneAudioInvitation", "started").body["state"] == "Connecting"
    assert ann.ask("GET", path).body["state"] == "Connecting"


def test_number_of_the_application_is_the_default(bob, backend, clock):
    ann = Person(backend, "ann", available=False)
    ann.ask("POST", "/communication/makeMeAvailable", {"phoneNumber": "4255552211"})
    backend.settings.call_states["tel:4255552211"] = BUSY
    ann.events()
    bob.events()
    dial(ann)
    clock.now += 1
    assert ann.one("phoneAudioInvitation", "completed").reason == ("LocalFailure", "Busy")
    assert bob.told() == []


@pytest.mark.parametrize("wanted", [BUSY, DECLINED], ids=["busy", "declined"])
def test_own_phone_that_is_not_answered_ends_the_call(ann, bob, backend, clock, wanted):
    backend.settings.call_states[OWN] = wanted
    bob.events()
    ann.events()
    dial(ann, phoneNumber=OWN)
    clock.now += 1
    done = ann.one("phoneAudioInvitation", "completed")
    assert (done.reason, done.body["state"]) == ((wanted["code"], wanted["subcode"]), wanted["state"])
    assert bob.told() == []


def test_call_is_called_off_while_the_own_phone_rings(ann, bob, backend, clock):
    backend.settings.call_states[OWN] = {"state": "Connected", "after": 5}
    bob.events()
    path = dial(ann, phoneNumber=OWN)
    ann.events()
    assert ann.ask("POST", ann.ask("GET", path).href("cancel")).status == 204
    clock.now += 6
    assert ann.one("phoneAudioInvitation", "completed").reason == ("LocalFailure", "Canceled")
    assert bob.told() == []


def test_own_phone_answers_then_a_number_is_called(ann, backend, clock):
    backend.settings.call_states["tel:+1"] = {"state": "Failed", "code": "RemoteFailure", "subcode": "Busy"}
    dial(ann, to="tel:+1", phoneNumber=OWN)
    ann.events()
    clock.now += 1
    assert ann.told() == ["phoneAudioInvitation updated"]
    clock.now += 1
    assert ann.one("phoneAudioInvitation", "completed").reason == ("RemoteFailure", "Busy")


@pytest.mark.anyio
async def test_call_is_accepted_with_the_own_phone(way, sandbox):
    sandbox.backend.settings.call_seconds = 0.3
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        events = bob.events()
        async with ann.start(app.embedded.communication.links.start_audio.post(to=BOBS, **OFFER)) as calling:
            incoming = (await first(events, "audioVideoInvitation", "started")).state
            await bob.send(incoming.links.accept_with_phone_audio.post())
            assert (await first(events, "phoneAudio", "updated")).state.state == "Connecting"
            assert (await bob.send(incoming.links.self.get())).state == "Connecting"
            assert (await calling.result(timeout=10)).state == "Connected"
        assert (await first(events, "audioVideoInvitation", "completed")).status == "Success"
        assert (await first(events, "phoneAudio", "updated")).state.state == "Connected"
        conversation = await bob.send(incoming.links.conversation.get())
        assert [*conversation.active_modalities] == ["PhoneAudio"]
        assert (await bob.send(conversation.links.audio_video.get())).state == "Disconnected"
        phone = await bob.send(conversation.links.phone_audio.get())
        ended_at_ann = ann.events()
        await bob.send(phone.links.stop_phone_audio.post())
        assert (await first(ended_at_ann, "conversation", "deleted")).link.href


@pytest.mark.anyio
@pytest.mark.parametrize("wanted", [BUSY, DECLINED], ids=["busy", "declined"])
async def test_call_fails_when_the_own_phone_that_should_take_it_is_not_answered(way, sandbox, wanted):
    sandbox.backend.settings.call_states = {OWN: wanted}
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB, available=False) as (bob, other):
        await bob.send(other.embedded.me.links.make_me_available.post(phone_number=OWN))
        events = bob.events()
        async with ann.start(app.embedded.communication.links.start_audio.post(to=BOBS, **OFFER)) as calling:
            incoming = (await first(events, "audioVideoInvitation", "started")).state
            await bob.send(incoming.links.accept_with_phone_audio.post())
            assert await ended(calling) == ("RemoteFailure", wanted["subcode"])
        assert (await first(events, "audioVideoInvitation", "completed")).reason.subcode == wanted["subcode"]


@pytest.mark.anyio
async def test_call_that_is_called_off_while_the_own_phone_rings_is_over(way, sandbox):
    sandbox.backend.settings.call_seconds = 0.5
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        events = bob.events()
        async with ann.start(app.embedded.communication.links.start_audio.post(to=BOBS, **OFFER)) as calling:
            started = await calling.next(timeout=10)
            incoming = (await first(events, "audioVideoInvitation", "started")).state
            await bob.send(incoming.links.accept_with_phone_audio.post())
            await ann.send(started.state.links.cancel.post())
            assert await ended(calling) == ("LocalFailure", "Canceled")
        assert (await first(events, "audioVideoInvitation", "completed")).reason.subcode == "Canceled"
        await first(events, "conversation", "deleted")
