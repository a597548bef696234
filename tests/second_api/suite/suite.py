"""A suite for the package of the second API: an API without applications, and in one variant without sign-in."""

from __future__ import annotations

import pytest
from granary.errors import GranaryError


def test_client(granary_client):
    assert granary_client.send(granary_client.entry.get()).name == "Northern Seed Bank"


def test_fault(granary_client, granary_faults):
    granary_faults.add(status=500, path="/v3/")
    with pytest.raises(GranaryError):
        granary_client.send(granary_client.entry.get())
    assert len(granary_faults.hits) == 1


@pytest.mark.granary(batch_limit=2)
def test_setting(granary_sandbox):
    assert granary_sandbox.settings.batch_limit == 2


@pytest.mark.anyio
async def test_asynchronous_client(async_granary_client):
    bank = await async_granary_client.send(async_granary_client.entry.get())
    assert bank.name == "Northern Seed Bank"


def test_event(granary_sandbox, granary_client):
    granary_client.send(granary_client.entry.get())
    with granary_client.events() as events:
        raised = granary_sandbox.raise_event("updated", "bank", "/v3/", sender="/v3/")
        found = next(event for event in events if event.rel == "bank")
    assert (raised, found.type) == (1, "updated")


def test_fixtures_of_applications_are_left_out(request):
    assert request.getfixturevalue("granary_users") is None
    with pytest.raises(pytest.FixtureLookupError):
        request.getfixturevalue("granary_application")


def test_fails(granary_client):
    raise RuntimeError("to be reported")
