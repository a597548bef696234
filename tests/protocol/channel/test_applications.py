"""The lifecycle of an application: created, lost and created again, kept active, deleted."""

from __future__ import annotations

import anyio
import pytest
from tests.protocol.watching import paths, until

from ucwa2 import Reset
from ucwa2.errors import ApiError, MakeMeAvailableRequired
from ucwa2.sandbox import SandboxBackend, running
from ucwa2.sandbox.behaviour.discovery import ROOT

pytestmark = pytest.mark.anyio


async def test_application_holds_its_four_parts(way, sandbox):
    async with way.application(sandbox) as (_, app):
        embedded = app.embedded

        assert embedded.me.name == "Ann Adams"
        assert (embedded.people.rel, embedded.online_meetings.rel, embedded.communication.rel) == (
            "people",
            "onlineMeetings",
            "communication",
        )


async def test_lost_application_is_made_again_and_reported_once(way, sandbox):
    async with way.application(sandbox) as (client, app):
        events, others = client.events(), client.events()
        (old,) = sandbox.backend.applications.values()
        sandbox.backend.lose(old)

        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(client.send, app.links.self.get())
        for heard in (events, others):
            first = await heard.next(timeout=10)
            assert isinstance(first, Reset)
            assert (first.cause, first.application.rel) == ("application", "application")

        (new,) = sandbox.backend.applications.values()
        assert paths(sandbox, "POST").count("/ucwa/v1/applications") == 2
        new.channel.add(("me", f"{new.path}/me"), {"link": {"rel": "me", "href": f"{new.path}/me"}, "type": "updated"})
        sandbox.backend.notify()
        assert not isinstance(await events.next(timeout=10), Reset)


async def test_channel_alone_finds_out_that_the_application_is_lost(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        events = client.events()
        sandbox.backend.lose(next(iter(sandbox.backend.applications.values())))

        assert (await events.next(timeout=10)).cause == "application"


async def test_communication_needs_the_user_to_be_available(way, sandbox):
    async with way.application(sandbox, available=False) as (client, app):
        me = app.embedded.me
        assert "presence" not in me.links
        with pytest.raises(MakeMeAvailableRequired):
            await client.send(type(me.links.make_me_available)(f"{app.href}/reportMyActivity").post())

        await client.send(me.links.make_me_available.post())

        assert "presence" in (await client.send(me.links.self.get())).links


async def test_activity_is_reported_at_an_interval(way, sandbox):
    async with way.application(sandbox) as (client, app):
        path = f"{app.href}/reportMyActivity"
        if way.kind == "sync":
            with client.stay_active(every=0.05):
                await until(lambda: paths(sandbox, "POST").count(path) >= 3)
        else:
            async with client.stay_active(every=0.05):
                await until(lambda: paths(sandbox, "POST").count(path) >= 3)
        reported = paths(sandbox, "POST").count(path)
        await anyio.sleep(0.3)

        assert paths(sandbox, "POST").count(path) <= reported + 1


@pytest.mark.parametrize("asked", [False, True])
async def test_application_is_deleted_only_if_that_is_asked_for(way, sandbox, asked):
    async with way.application(sandbox, delete_on_close=asked):
        pass

    assert bool(sandbox.backend.applications) is not asked


async def test_application_that_is_gone_is_no_fault_on_closing(way, sandbox):
    async with way.application(sandbox, delete_on_close=True):
        sandbox.backend.lose(next(iter(sandbox.backend.applications.values())))


async def test_application_of_another_user_is_not_found(way, sandbox):
    async with way.application(sandbox) as (client, app):
        address = app.href.rsplit("/", 1)[0] + "/999"
        with pytest.raises(ApiError) as raised:
            await client.send(type(app.links.self)(address).get())

        assert (raised.value.status, raised.value.subcode) == (404, "ApplicationNotFound")


async def test_links_of_any_time_lead_to_the_application_as_it_is(way, sandbox):
    """Links of the first application survive a second loss, and a batch is sent where a call would be."""
    async with way.application(sandbox) as (client, app):
        for _ in range(2):
            sandbox.backend.lose(next(iter(sandbox.backend.applications.values())))
            outcomes = await client.batch(first := app.links.self.get(), second := app.embedded.me.links.self.get())
            assert (outcomes[first].value.rel, outcomes[second].value.rel) == ("application", "me")

        sandbox.backend.lose(next(iter(sandbox.backend.applications.values())))
        assert (await client.send(app.embedded.me.links.self.get())).name == "Ann Adams"
        assert len(sandbox.backend.applications) == 1


async def test_application_that_was_taken_up_is_made_again_like_it_was(way, sandbox):
    async with way.application(sandbox) as (_, app), way.client(f"{sandbox.url}/") as other:
        url = f"{sandbox.url}{app.links.self.href}"
        taken = await other.attach(url)
        sandbox.backend.lose(next(iter(sandbox.backend.applications.values())))

        assert (await other.send(taken.links.self.get())).user_agent == app.user_agent


async def test_operation_that_made_the_application_again_is_followed(way, sandbox):
    async with way.application(sandbox) as (client, app):
        dial = app.embedded.communication.links.start_phone_audio.post(to="tel:+14255550100")
        sandbox.backend.lose(next(iter(sandbox.backend.applications.values())))

        async with client.start(dial) as operation:
            assert (await operation.result(timeout=10)).rel == "phoneAudioInvitation"


async def test_host_that_took_over_is_found_by_listeners(way):
    """Discovery runs again, a token of the other host is fetched, and the application is created there."""
    backend = SandboxBackend()
    backend.settings.channel_timeout = 0.2
    with running(backend) as first, running(backend) as second:
        trusted = [first.url, second.url]
        async with way.application(first, trusted=trusted, channel=None) as (client, app):
            events = client.events()
            failing = {"kind": "failover", "path": "/events", "link": f"{second.url}{ROOT}"}
            slow = {"kind": "status", "status": 500, "method": "POST", "path": "applications$"}
            backend.faults.add([failing, slow])
            found = await events.next(timeout=30)

            assert (found.cause, found.application.links.self.url.startswith(second.url)) == ("application", True)
            assert (await client.send(app.embedded.me.links.self.get())).name == "Ann Adams"
            (outcome,) = await client.batch(app.links.self.get())
            assert outcome.value.rel == "application"


async def test_host_that_comes_back_is_still_the_home(way):
    """The other host refuses applications: the attempt there leaves no state behind."""
    backend = SandboxBackend()
    backend.settings.channel_timeout = 0.2
    with running(backend) as first, running(backend) as second:
        async with way.application(first, trusted=[first.url, second.url]) as (client, app):
            events = client.events()
            failing = {"kind": "failover", "path": "/events", "link": f"{second.url}{ROOT}"}
            never = {"kind": "status", "status": 403, "method": "POST", "path": "applications$", "times": None}
            backend.faults.add([failing, never])
            with pytest.raises(TimeoutError):
                await events.next(timeout=5)
            assert backend.faults.hits[-1][0] == "status"
            backend.settings.failover.clear()
            next(iter(backend.tokens.values())).until = 0.0

            assert (await client.send(app.links.self.get())).rel == "application"
