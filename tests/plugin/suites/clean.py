"""No test sees what an earlier one left behind: state, faults, settings, users, or a client that still listens."""

from __future__ import annotations

import threading

import pytest

LEFT = []


@pytest.mark.parametrize("turn", range(3))
def test_state_is_new(ucwa_sandbox, ucwa_client, ucwa_faults, turn):
    me = ucwa_client.application.embedded.me
    assert len(ucwa_sandbox.backend.applications) == 1
    assert ucwa_client.application.links.self.url.endswith("/101")
    assert (ucwa_faults.pending, ucwa_faults.hits) == ([], [])
    assert ucwa_sandbox.settings.batch_limit == 100
    assert [user.name for user in ucwa_sandbox.users][:2] == ["ann@contoso.com", "bob@contoso.com"]
    assert ucwa_sandbox.user().display == "Ann Adams"

    ucwa_client.send(me.links.make_me_available.post(supported_modalities=["Messaging"]))
    ucwa_faults.add(status=500, times=None)
    ucwa_sandbox.settings.batch_limit = 3
    ucwa_sandbox.backend.users.popitem()
    ucwa_sandbox.user().display = "Changed"


def test_client_is_left_listening(ucwa_sandbox):
    """The test ends while a thread waits for events, for as long as the server lets it."""
    client = ucwa_sandbox.client().open()
    client.create_application(culture="en-US", user_agent="Left/1.0")

    def listen() -> None:
        with client.events() as events:
            LEFT.extend(events)

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    while not any("events" in request.target for request in ucwa_sandbox.requests):
        threading.Event().wait(0.005)
    LEFT.append(client)


def test_reaches_no_later_test(ucwa_sandbox, ucwa_client):
    """It signs in again when it can, which is with the sandbox of its own test alone."""
    threading.Event().wait(0.5)
    assert [*ucwa_sandbox.backend.applications] == ["101"]
    assert len(ucwa_sandbox.requests) == 5
    LEFT[0].close()
