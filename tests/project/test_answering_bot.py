"""The bot of the examples goes on after what is usual, and ends clearly where it must."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator

import pytest
from tests.project.programs import ANN, BOB, run, start

from ucwa2 import Client, PasswordGrant
from ucwa2.enums import MessageFormat
from ucwa2.sandbox import Running, running
from ucwa2.sandbox.behaviour.profile import availability_of


@pytest.fixture
def sandbox() -> Iterator[Running]:
    with running() as found:
        yield found


def test_bot_goes_on_after_the_server_lost_its_application(sandbox):
    bot = start("answering_bot", sandbox.url, BOB)
    assert bot.stdout.readline() == "ready\n"
    old = next(iter(sandbox.backend.applications.values()))
    sandbox.backend.lose(old)
    deadline = threading.Event()
    for _ in range(500):
        if any(
            one is not old and availability_of(one).is_available for one in [*sandbox.backend.applications.values()]
        ):
            break
        deadline.wait(0.02)
    done = run("messages", sandbox.url, ANN, "sip:bob@contoso.com", "Still there?")
    bot.send_signal(signal.SIGINT)
    bot.communicate(timeout=20)

    assert done[1].endswith("received: You said: Still there?\n")


def test_bot_answers_a_message_in_html(sandbox):
    bot = start("answering_bot", sandbox.url, BOB)
    assert bot.stdout.readline() == "ready\n"
    with Client(f"{sandbox.url}/", PasswordGrant(ANN, "secret")) as ann:
        app = ann.create_application(user_agent="Tests/1.0", culture="en-US")
        formats = [MessageFormat.PLAIN, MessageFormat.HTML]
        ann.send(app.embedded.me.links.make_me_available.post(supported_message_formats=formats))
        with ann.start(app.embedded.communication.links.start_messaging.post(to="sip:bob@contoso.com")) as operation:
            invitation = operation.result(timeout=20)
        messaging = ann.send(ann.send(invitation.links.conversation.get()).links.messaging.get())
        ann.send(messaging.links.send_message.post("<b>Tom &amp; Jerry</b>", content_type="text/html"))
        said = [bot.stdout.readline() for _ in range(2)]
    bot.send_signal(signal.SIGINT)
    bot.communicate(timeout=20)

    assert said == ["accepted a conversation\n", "answered: Tom & Jerry\n"]


def test_bot_ends_clearly_when_its_password_has_expired(sandbox):
    bot = start("answering_bot", sandbox.url, BOB)
    assert bot.stdout.readline() == "ready\n"
    sandbox.backend.user(BOB).password = "another"
    sandbox.backend.tokens.clear()
    sandbox.backend.lose(next(iter(sandbox.backend.applications.values())))
    before = len(sandbox.backend.requests)
    _, err = bot.communicate(timeout=30)
    lines = err.splitlines()

    assert bot.returncode == 1
    assert lines[-1].startswith("cannot sign in: ")
    assert all(line.startswith("the activity was not reported: ") for line in lines[:-1])
    assert len(lines) <= 2
    assert len(sandbox.backend.requests) - before < 20


def test_bot_goes_on_when_the_server_restarts(sandbox):
    """For a while each answer is an error, then the server has lost applications and tokens."""
    sandbox.backend.settings.channel_timeout = 0.2
    bot = start("answering_bot", sandbox.url, BOB)
    assert bot.stdout.readline() == "ready\n"
    sandbox.backend.faults.add([{"kind": "html", "status": 502, "times": 3}, {"kind": "drop-before", "times": 2}])
    old = next(iter(sandbox.backend.applications.values()))
    sandbox.backend.tokens.clear()
    sandbox.backend.lose(old)
    again = wait_for_available(sandbox, old)
    done = run("messages", sandbox.url, ANN, "sip:bob@contoso.com", "Back?")
    bot.send_signal(signal.SIGINT)
    bot.communicate(timeout=20)

    assert again
    assert done[1].endswith("received: You said: Back?\n")


def wait_for_available(sandbox: Running, old: object) -> bool:
    """Wait until an application other than ``old`` has made its user available."""
    for _ in range(1500):
        found = [*sandbox.backend.applications.values()]
        if any(one is not old and availability_of(one).is_available for one in found):
            return True
        threading.Event().wait(0.02)
    return False
