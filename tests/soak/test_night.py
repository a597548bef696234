"""A night of the answering bot in seconds; the long one is `make soak`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.soak.happenings import LOSSES, TALKS, TROUBLES, Happening
from tests.soak.night import Night, interrupted, play, playing, refused
from tests.soak.sign_in import without_kerberos

GROWTH = 4096
"""Kilobytes by which the memory of the bot may grow after it has answered once."""


AT_ONCE = 3.0
"""Seconds for an end within one second, on a machine that does other things; `make soak` prints what it takes."""


@pytest.fixture
def night(request: pytest.FixtureRequest, tmp_path, monkeypatch) -> Iterator[Night]:
    if request.param == "Windows":
        pytest.importorskip("spnego", reason="needs the extra `windows`")
    monkeypatch.setenv("KRB5_CONFIG", without_kerberos(tmp_path))
    with playing(request.param) as found:
        yield found


@pytest.mark.parametrize(
    ("night", "happenings"),
    [("password", TALKS), ("password", TROUBLES[:2]), ("Windows", LOSSES), ("Windows", TROUBLES[2:])],
    ids=["password-talks", "password-troubles", "Windows-losses", "Windows-troubles"],
    indirect=["night"],
)
def test_bot_answers_each_message_once_until_its_password_expires(night, happenings: list[Happening]):
    night.chat()
    before = night.memory
    play(night, happenings)

    assert night.findings() == []
    assert night.memory - before < GROWTH
    assert refused(night) == []


def _idle(night: Night) -> None:
    """It waits for events."""


def _held(night: Night) -> None:
    night.network.hold()


def _away(night: Night) -> None:
    night.network.cut()


@pytest.mark.parametrize("night", ["password", "Windows"], indirect=True)
@pytest.mark.parametrize("happening", [_idle, _held, _away], ids=lambda found: found.__name__[1:])
def test_bot_ends_soon_after_ctrl_c(night, happening: Happening):
    night.chat()  # after which its activity was reported, so that no report is lost with the network
    happening(night)

    assert interrupted(night) < AT_ONCE
    assert (night.bot.returncode, night.out[-1], night.err) == (0, "stopped\n", [])
