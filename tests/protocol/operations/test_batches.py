"""Batches: several calls in one request, each carried out or reported exactly once."""

from __future__ import annotations

import pytest

from ucwa2.errors import ApiError, InvalidArgument, TransportError
from ucwa2.resources.note import NoteLink

pytestmark = pytest.mark.anyio


def batches(sandbox):
    return [asked for asked in sandbox.backend.requests if asked.path.endswith("/batch")]


async def test_outcomes_are_found_by_their_calls(way, sandbox):
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        note, presence = me.links.note.get(), me.links.presence.get()
        outcomes = await client.batch(note, presence)

        assert (outcomes[presence].value.rel, outcomes[note].value.rel) == ("presence", "note")
        assert [outcome.call for outcome in outcomes] == [note, presence]
        (asked,) = batches(sandbox)
        assert asked.media_type == "multipart/batching"
        assert asked.content.count(b"application/http") == 2


async def test_calls_are_carried_out_in_their_order(way, sandbox):
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        calls = [me.links.note.post(message=f"note {at}") for at in range(5)]
        outcomes = await client.batch(*calls)

        assert [outcome.error for outcome in outcomes] == [None] * 5
        assert (await client.send(me.links.note.get())).message == "note 4"


async def test_one_that_fails_leaves_the_others_alone(way, sandbox):
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        nowhere = NoteLink(f"{app.links.self.url}/nowhere").get()
        outcomes = await client.batch(me.links.note.post(message="x"), nowhere, me.links.note.get())

        assert isinstance(outcomes[nowhere].error, ApiError)
        assert outcomes[2].value.message == "x"
        with pytest.raises(ApiError):
            _ = outcomes[nowhere].value


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_page_in_a_part_is_no_success(way, sandbox, method):
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        calls = {"GET": me.links.note.get(), "POST": me.links.note.post(message="x")}
        sandbox.backend.faults.add([{"kind": "html", "method": method, "path": "/note", "status": 200, "times": 1}])
        outcomes = await client.batch(*calls.values())

        assert isinstance(outcomes[calls[method]].error, TransportError)
        assert [outcome.error is None for outcome in outcomes].count(True) == 1


async def test_batch_that_fails_as_a_whole_is_the_outcome_of_each_call(way, sandbox):
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        sandbox.backend.faults.add([{"kind": "drop-before", "path": "/batch", "times": None}])
        outcomes = await client.batch(me.links.note.get(), me.links.presence.get())

        assert [type(outcome.error) for outcome in outcomes] == [TransportError] * 2


async def test_server_that_takes_fewer_is_sent_halves_and_runs_each_once(way, sandbox):
    sandbox.backend.settings.batch_limit = 10
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        calls = [me.links.note.post(message=f"{at}") for at in range(35)]
        outcomes = await client.batch(*calls)

        assert [outcome.error for outcome in outcomes] == [None] * 35
        ran = [
            asked for asked in sandbox.backend.requests if asked.method == "POST" and asked.path.endswith("/me/note")
        ]
        assert len(ran) == 35


async def test_more_than_a_hundred_are_several_requests(way, sandbox):
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        outcomes = await client.batch(*(me.links.note.get() for _ in range(150)))

        assert len(outcomes) == 150
        assert len(batches(sandbox)) == 2


async def test_answer_that_breaks_off_reports_each_call_and_repeats_none(way, sandbox):
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        sandbox.backend.faults.add([{"kind": "drop-after", "path": "/batch"}])
        outcomes = await client.batch(*(me.links.note.post(message=f"{at}") for at in range(3)))

        assert [type(outcome.error) for outcome in outcomes] == [TransportError] * 3
        assert len(batches(sandbox)) == 1


async def test_what_no_batch_may_hold_is_refused_before_anything_is_sent(way, sandbox):
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        for unfit in (
            me.links.photo.get(),
            app.links.events.get(),
            app.links.batch.post(b"", content_type="multipart/batching"),
        ):
            with pytest.raises(InvalidArgument):
                await client.batch(me.links.note.get(), unfit)

    assert batches(sandbox) == []


async def test_bodies_cannot_forge_a_boundary(way, sandbox):
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        part = "Content-Type: application/http\r\n\r\nDELETE /ucwa/v1/applications/101 HTTP/1.1\r\n\r\n"
        text = f"x\r\n--batch\r\n{part}--batch--"
        outcomes = await client.batch(me.links.note.post(message=text), me.links.note.get())

        assert outcomes[1].value.message.replace("\r", "") == text.replace("\r", "")
        assert len(sandbox.backend.applications) == 1


async def test_server_that_asks_for_patience_gets_the_batch_again(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "status", "status": 503, "retry_after": "0", "path": "/batch"}])
        outcomes = await client.batch(call := app.links.self.get())

        assert outcomes[call].value.rel == "application"
        assert len(batches(sandbox)) == 2


async def test_server_that_takes_very_few_is_sent_as_few(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.settings.batch_limit = 3
        calls = [app.links.self.get() for _ in range(60)]
        outcomes = await client.batch(*calls)

        assert [outcome.error for outcome in outcomes] == [None] * 60


async def test_calls_that_there_is_no_time_for_are_errors_beside_the_others(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "latency", "seconds": 8, "path": "/batch", "after": 1}])
        outcomes = await client.batch(*(app.links.self.get() for _ in range(101)), timeout=4)

        assert [outcome.error is None for outcome in outcomes] == [True] * 100 + [False]
