"""Writing: what a PUT sends, what it must not overwrite, and where the parameters of a POST are sent."""

from __future__ import annotations

import json

import anyio
import pytest
from lxml import etree

from ucwa2.enums import Importance
from ucwa2.errors import BadRequest, PreconditionFailed, PreconditionRequired
from ucwa2.sandbox.behaviour.meetings import meetings_of

pytestmark = pytest.mark.anyio


def last(sandbox, method: str):
    return next(asked for asked in reversed(sandbox.backend.requests) if asked.method == method)


def names(asked, format: str) -> set[str]:
    """The properties of a body."""
    if format == "json":
        return set(json.loads(asked.content))
    return {child.get("name") for child in etree.fromstring(asked.content) if child.get("name")}


async def meeting(client, app):
    """A newly scheduled online meeting."""
    meetings = await client.send(app.embedded.online_meetings.links.my_online_meetings.get())
    return await client.send(meetings.links.self.post(subject="Plans"))


async def test_put_sends_back_all_that_was_received(way, sandbox):
    async with way.application(sandbox) as (client, app):
        made = await client.send((await meeting(client, app)).links.self.get())
        random = [name for name in made if made[name] == "please pass this in a PUT request"]
        assert random
        await client.send(made.links.self.put(made, subject="Other plans"))

        sent = last(sandbox, "PUT")
        assert {*random, "subject"} <= names(sent, way.format)
        assert sent.headers["if-match"].strip('"') == made.etag.strip('"')
        assert (await client.send(made.links.self.get())).subject == "Other plans"


async def test_put_without_an_etag_is_refused_by_the_server(way, sandbox):
    async with way.application(sandbox) as (client, app):
        made = await client.send((await meeting(client, app)).links.self.get())
        call = made.links.self.put(made, subject="Other plans")
        with pytest.raises(PreconditionRequired):
            await client.send(call.with_(headers={"If-Match": None}))


async def test_put_without_the_random_property_is_refused_by_the_server(way, sandbox):
    async with way.application(sandbox) as (client, app):
        made = await client.send((await meeting(client, app)).links.self.get())
        (random,) = [name for name in made if made[name] == "please pass this in a PUT request"]
        call = made.links.self.put(made, subject="Other plans")
        with pytest.raises(BadRequest) as raised:
            await client.send(call.with_(body={random: None}))

        assert random in str(raised.value.parameters)


async def test_stale_put_raises_both_versions(way, sandbox):
    async with way.application(sandbox) as (client, app):
        old = await client.send((await meeting(client, app)).links.self.get())
        await client.send(old.links.self.put(old, subject="Theirs"))
        with pytest.raises(PreconditionFailed) as raised:
            await client.send(old.links.self.put(old, subject="Mine"))

        assert (raised.value.base.subject, raised.value.current.subject) == ("Plans", "Theirs")


async def test_update_is_repeated_after_a_conflict(way, sandbox):
    async with way.application(sandbox) as (client, app):
        made = await meeting(client, app)
        seen: list[str] = []

        def change(state):
            seen.append(state.subject)
            if len(seen) == 1:
                (application,) = sandbox.backend.applications.values()
                meeting = meetings_of(application.user)[state.links.self.href.rpartition("/")[2]]
                meeting.properties["subject"] = "Theirs"
            return {"subject": f"{state.subject} and mine"}

        await client.update(made.links.self, change)

        assert seen == ["Plans", "Theirs"]
        assert (await client.send(made.links.self.get())).subject == "Theirs and mine"


async def test_parameters_travel_in_the_body_or_the_query(way, sandbox):
    async with way.application(sandbox) as (client, app):
        dial = app.embedded.communication.links.start_phone_audio
        await client.send(dial.post(to="sip:bob@contoso.com", importance=Importance.URGENT))
        assert {"to", "importance", "operationId"} <= names(last(sandbox, "POST"), way.format)

        people = await client.send(app.embedded.people.links.self.get())
        await client.send(people.links.search.get(query="bob", limit=3))
        assert last(sandbox, "GET").query == {"query": ["bob"], "limit": ["3"]}


async def test_concurrent_writers_lose_nothing(way, sandbox):
    async with way.application(sandbox) as (client, app):
        made = await meeting(client, app)

        def add(letter: str):
            return lambda state: {"description": (state.description or "")[:100] + letter}

        await client.update(made.links.self, lambda state: {"description": ""})
        async with anyio.create_task_group() as group:
            for letter in "ab":
                group.start_soon(client.update, made.links.self, add(letter))

        assert sorted((await client.send(made.links.self.get())).description) == ["a", "b"]
