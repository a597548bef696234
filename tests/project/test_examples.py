"""The examples of the documents are run as users run them, against a sandbox on a socket."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.project.programs import ANN, BOB, EXAMPLES, run, start

from ucwa2 import Client, PasswordGrant
from ucwa2.sandbox import Running, SandboxBackend, running
from ucwa2.sandbox.behaviour.profile import profile
from ucwa2.sandbox.behaviour.tokens import ADDRESS as TOKENS

formats = pytest.mark.parametrize("format", ["json", "xml"])


@pytest.fixture
def sandbox() -> Iterator[Running]:
    with running() as found:
        yield found


@pytest.fixture
def domain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """A sandbox whose users sign in by NTLM too, without Kerberos."""
    pytest.importorskip("spnego", reason="needs the extra `windows`")
    monkeypatch.setenv("KRB5_CONFIG", str(tmp_path / "none"))
    monkeypatch.setenv("KRB5CCNAME", str(tmp_path / "cache"))
    backend = SandboxBackend()
    backend.settings.windows = True
    with running(backend) as found:
        yield found


@formats
def test_set_presence(sandbox, format):
    done = run("set_presence", sandbox.url, ANN, "--availability", "Busy", "--note", "Back at two", "--format", format)

    assert done == (0, "Ann Adams: Busy, Back at two\n", "")
    assert sandbox.backend.user(ANN).presence["availability"] == "Busy"


@formats
def test_call_that_connects(sandbox, format):
    done = run("call_via_work", sandbox.url, ANN, "tel:+14255550100", "tel:+14255551234", "--format", format)

    assert done == (0, "started: Connecting\nupdated: Connecting\ncompleted: Connected\nthe call is Connected\n", "")


def test_call_that_fails(sandbox):
    sandbox.backend.settings.call_states["tel:+14255550100"] = "Failed"

    code, out, err = run("call_via_work", sandbox.url, ANN, "tel:+14255550100", "tel:+14255551234")

    assert (code, out) == (1, "started: Connecting\nupdated: Connecting\ncompleted: Failed\n")
    assert err.startswith("no call: phoneAudioInvitation failed")


@formats
def test_schedule_meeting(sandbox, format):
    code, out, err = run(
        "schedule_meeting", sandbox.url, ANN, "Plans", "--description", "What comes next", "--format", format
    )

    assert (code, err) == (0, "")
    assert out.startswith("Plans: What comes next\njoin at https://")


@formats
def test_messages_and_the_bot_that_answers_them(sandbox, format):
    """The bot is Bob, and Ann sends a message to Bob."""
    bot = start("answering_bot", sandbox.url, BOB, "--answer", "Bot says: {text}", "--format", format)
    assert bot.stdout.readline() == "ready\n"
    done = run("messages", sandbox.url, ANN, "sip:bob@contoso.com", "Hello, Bob", "--format", format)
    said = [bot.stdout.readline() for _ in range(2)]
    bot.send_signal(signal.SIGINT)
    out, err = bot.communicate(timeout=20)

    assert done == (0, "sent: Hello, Bob\nreceived: Bot says: Hello, Bob\n", "")
    assert said == ["accepted a conversation\n", "answered: Hello, Bob\n"]
    assert (bot.returncode, err) == (0, "")
    assert out.endswith("stopped\n")


@formats
def test_presence_bot_says_who_is_there(sandbox, format):
    """The bot is Bob, and Ann asks it for herself, then for a person who is unknown."""
    bot = start("presence_bot", sandbox.url, BOB, "--format", format)
    assert bot.stdout.readline() == "ready\n"
    asked = [
        run("messages", sandbox.url, ANN, "sip:bob@contoso.com", name, "--format", format) for name in ("ann", "zoe")
    ]
    said = [bot.stdout.readline() for _ in asked]
    note = profile(sandbox.backend.user(BOB)).note["message"]
    bot.send_signal(signal.SIGINT)
    out, err = bot.communicate(timeout=20)

    assert asked[0] == (0, "sent: ann\nreceived: Ann Adams is Online\n", "")
    assert asked[1] == (0, "sent: zoe\nreceived: I know no zoe\n", "")
    assert (said, note) == (["answered: ann\n", "answered: zoe\n"], "Send me a name, and I say who is there")
    assert (bot.returncode, out, err) == (0, "stopped\n", "")


EVERY = {
    "set_presence": (),
    "call_via_work": ("tel:+14255550100", "tel:+14255551234"),
    "schedule_meeting": ("Plans",),
    "messages": ("sip:bob@contoso.com", "Hello"),
    "answering_bot": (),
    "presence_bot": (),
}
"""The arguments of each example beside the common ones of `command_line`."""

every = pytest.mark.parametrize("name", EVERY)


@pytest.mark.parametrize("name", ["set_presence", "call_via_work", "schedule_meeting"])
def test_user_signs_in_by_windows_authentication(domain, name):
    asked = domain.backend.requests
    done = run(name, domain.url, ANN, *EVERY[name], "--windows")
    tokens = [one for one in asked if one.path == TOKENS]

    assert (done[0], done[2]) == (0, "")
    assert {one.headers["authorization"].partition(" ")[0] for one in tokens if "authorization" in one.headers} == {
        "NTLM"
    }
    assert not any(b"secret" in one.content for one in asked)


@formats
def test_both_sides_of_a_conversation_sign_in_by_windows_authentication(domain, format):
    bot = start("answering_bot", domain.url, BOB, "--windows", "--format", format)
    assert bot.stdout.readline() == "ready\n"
    done = run("messages", domain.url, ANN, "sip:bob@contoso.com", "Hello", "--windows", "--format", format)
    bot.send_signal(signal.SIGINT)
    bot.communicate(timeout=20)

    assert done == (0, "sent: Hello\nreceived: You said: Hello\n", "")


@every
@pytest.mark.parametrize("option", [(), ("--windows",)], ids=["password", "windows"])
def test_user_who_is_refused_reads_one_line(domain, name, option):
    code, out, err = run(name, domain.url, ANN, *EVERY[name], *option, password="wrong")

    assert (code, out) == (1, "")
    assert err.startswith("cannot sign in: ")
    assert err.count("\n") == 1


@every
def test_server_that_is_not_there_is_one_line(name):
    code, out, err = run(name, "http://127.0.0.1:1", ANN, *EVERY[name])

    assert (code, out) == (3, "")
    assert err.startswith("went wrong: ")
    assert err.count("\n") == 1


def test_password_is_missing(sandbox):
    assert run("set_presence", sandbox.url, ANN, password=None) == (
        2,
        "",
        "the variable UCWA_PASSWORD has no password\n",
    )


def test_without_a_password_windows_authentication_is_that_of_the_session(domain, tmp_path):
    """The session of a user has credentials, here in a file, or it has none."""
    (tmp_path / "users").write_text(f":{ANN}:secret\n")
    done = run("set_presence", domain.url, ANN, "--windows", password=None, NTLM_USER_FILE=str(tmp_path / "users"))
    code, out, err = run("set_presence", domain.url, ANN, "--windows", password=None)

    assert done == (0, "Ann Adams: Online, no note\n", "")
    assert (code, out) == (1, "")
    assert err.startswith("cannot sign in: Windows authentication is not possible")


def test_every_example_is_listed_and_run():
    names = sorted(path.stem for path in EXAMPLES.glob("*.py"))
    page = (EXAMPLES / "README.md").read_text("utf-8")

    assert names == sorted([*EVERY, "command_line"])
    assert [name for name in names if f"[{name}.py]({name}.py)" not in page] == []


@formats
def test_clients_of_both_users_see_each_other(sandbox, format):
    """The test plays the other side: Ann stays signed in, in the state that the example has set."""
    ann, bob = (Client(f"{sandbox.url}/", PasswordGrant(user, "secret"), format=format) for user in (ANN, BOB))
    with ann, bob:
        own = ann.create_application(user_agent="Tests/1.0", culture="en-US")
        ann.send(own.embedded.me.links.make_me_available.post())
        run("set_presence", sandbox.url, ANN, "--availability", "Away", "--format", format)
        app = bob.create_application(user_agent="Tests/1.0", culture="en-US")
        found = bob.send(app.embedded.people.links.search.get(query="ann"))
        presence = bob.send(found.embedded.contact[0].links.contact_presence.get())

        assert presence.availability == "Away"
