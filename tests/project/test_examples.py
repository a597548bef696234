"""The examples of the documents are run as users run them, against a sandbox on a socket."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from support import ROOT
from ucwa2 import Client, PasswordGrant
from ucwa2.sandbox import Running, running
from ucwa2.sandbox.behaviour.profile import availability_of

EXAMPLES = ROOT / "docs" / "examples"
ANN, BOB = "ann@contoso.com", "bob@contoso.com"

formats = pytest.mark.parametrize("format", ["json", "xml"])


@pytest.fixture
def sandbox() -> Iterator[Running]:
    with running() as found:
        yield found


def command(name: str, sandbox: Running, user: str, *arguments: str) -> list[str]:
    return [sys.executable, str(EXAMPLES / f"{name}.py"), f"{sandbox.url}/", user, *arguments]


def start(name: str, sandbox: Running, user: str, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "UCWA_PASSWORD": "secret", "PYTHONPATH": str(ROOT / "generated")}
    return subprocess.Popen(
        command(name, sandbox, user, *arguments),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(name: str, sandbox: Running, user: str, *arguments: str) -> tuple[int, str, str]:
    """The output and exit code of a program."""
    with start(name, sandbox, user, *arguments) as program:
        out, err = program.communicate(timeout=60)
    return program.returncode, out, err


@formats
def test_set_presence(sandbox, format):
    done = run("set_presence", sandbox, ANN, "--availability", "Busy", "--note", "Back at two", "--format", format)

    assert done == (0, "Ann Adams: Busy, Back at two\n", "")
    assert sandbox.backend.user(ANN).presence["availability"] == "Busy"


@formats
def test_call_that_connects(sandbox, format):
    done = run("call_via_work", sandbox, ANN, "sip:bob@contoso.com", "tel:+14255551234", "--format", format)

    assert done == (0, "started: Connecting\ncompleted: Connected\nthe call is Connected\n", "")


def test_call_that_fails(sandbox):
    sandbox.backend.settings.call_states["sip:bob@contoso.com"] = "Failed"

    code, out, err = run("call_via_work", sandbox, ANN, "sip:bob@contoso.com", "tel:+14255551234")

    assert (code, out) == (1, "started: Connecting\ncompleted: Failed\n")
    assert err.startswith("no call: phoneAudioInvitation failed")


@formats
def test_schedule_meeting(sandbox, format):
    code, out, err = run(
        "schedule_meeting", sandbox, ANN, "Plans", "--description", "What comes next", "--format", format
    )

    assert (code, err) == (0, "")
    assert out.startswith("Plans: What comes next\njoin at https://")


@formats
def test_messages_and_the_bot_that_answers_them(sandbox, format):
    """The bot is Bob, and Ann sends a message to Bob."""
    bot = start("answering_bot", sandbox, BOB, "--answer", "Bot says: {text}", "--format", format)
    assert bot.stdout.readline() == "ready\n"
    done = run("messages", sandbox, ANN, "sip:bob@contoso.com", "Hello, Bob", "--format", format)
    said = [bot.stdout.readline() for _ in range(2)]
    bot.send_signal(signal.SIGINT)
    out, err = bot.communicate(timeout=20)

    assert done == (0, "sent: Hello, Bob\nreceived: Bot says: Hello, Bob\n", "")
    assert said == ["accepted a conversation\n", "answered: Hello, Bob\n"]
    assert (bot.returncode, err) == (0, "")
    assert out.endswith("stopped\n")


def test_bot_goes_on_after_the_server_lost_its_application(sandbox):
    bot = start("answering_bot", sandbox, BOB)
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
    done = run("messages", sandbox, ANN, "sip:bob@contoso.com", "Still there?")
    bot.send_signal(signal.SIGINT)
    bot.communicate(timeout=20)

    assert done[1].endswith("received: You said: Still there?\n")


def test_bot_answers_a_message_in_html(sandbox):
    bot = start("answering_bot", sandbox, BOB)
    assert bot.stdout.readline() == "ready\n"
    with Client(f"{sandbox.url}/", PasswordGrant(ANN, "secret")) as ann:
        app = ann.create_application(user_agent="Tests/1.0", culture="en-US")
        ann.send(app.embedded.me.links.make_me_available.post())
        with ann.start(app.embedded.communication.links.start_messaging.post(to="sip:bob@contoso.com")) as operation:
            invitation = operation.result(timeout=20)
        messaging = ann.send(ann.send(invitation.links.conversation.get()).links.messaging.get())
        ann.send(messaging.links.send_message.post("<b>Tom &amp; Jerry</b>", content_type="text/html"))
        said = [bot.stdout.readline() for _ in range(2)]
    bot.send_signal(signal.SIGINT)
    bot.communicate(timeout=20)

    assert said == ["accepted a conversation\n", "answered: Tom & Jerry\n"]


def test_bot_ends_clearly_when_its_password_has_expired(sandbox):
    bot = start("answering_bot", sandbox, BOB)
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
    bot = start("answering_bot", sandbox, BOB)
    assert bot.stdout.readline() == "ready\n"
    sandbox.backend.faults.add([{"kind": "html", "status": 502, "times": 3}, {"kind": "drop-before", "times": 2}])
    old = next(iter(sandbox.backend.applications.values()))
    sandbox.backend.tokens.clear()
    sandbox.backend.lose(old)
    again = wait_for_available(sandbox, old)
    done = run("messages", sandbox, ANN, "sip:bob@contoso.com", "Back?")
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


def test_every_example_is_listed_and_run():
    names = sorted(path.stem for path in EXAMPLES.glob("*.py"))
    page = (EXAMPLES / "README.md").read_text("utf-8")
    tests = (ROOT / "tests/project/test_examples.py").read_text("utf-8")

    assert names
    assert [name for name in names if f"[{name}.py]({name}.py)" not in page or f'"{name}"' not in tests] == []


@formats
def test_clients_of_both_users_see_each_other(sandbox, format):
    """The test plays the other side: Ann stays signed in, in the state that the example has set."""
    ann, bob = (Client(f"{sandbox.url}/", PasswordGrant(user, "secret"), format=format) for user in (ANN, BOB))
    with ann, bob:
        own = ann.create_application(user_agent="Tests/1.0", culture="en-US")
        ann.send(own.embedded.me.links.make_me_available.post())
        run("set_presence", sandbox, ANN, "--availability", "Away", "--format", format)
        app = bob.create_application(user_agent="Tests/1.0", culture="en-US")
        found = bob.send(app.embedded.people.links.search.get(query="ann"))
        presence = bob.send(found.embedded.contact[0].links.contact_presence.get())

        assert presence.availability == "Away"
