"""Colours and the progress bar on a terminal."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from running import BROKEN, ESCAPE, WAITING, drained, on_terminal, terminal

from ucwagen.exits import Exit


def test_faults_are_coloured_on_a_terminal(work: Path) -> None:
    (work / "specs/resources/phone.yaml").write_text(BROKEN)

    code, shown = on_terminal(work, "check")

    assert code == Exit.FAULTS
    assert f"{ESCAPE}[1;31merror:" in shown


@pytest.mark.parametrize("changes", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_refused(work: Path, changes: dict[str, str]) -> None:
    (work / "specs/resources/phone.yaml").write_text(BROKEN)

    code, shown = on_terminal(work, "check", **changes)

    assert code == Exit.FAULTS
    assert ESCAPE not in shown


def slow(work: Path, *arguments: str, seconds: float, patience: float) -> str:
    """What a terminal is sent while reading the specs takes its time."""
    os.mkfifo(work / "gate")
    with terminal(work, sys.executable, "-c", WAITING, str(patience), *arguments) as (process, main):
        with (work / "gate").open("w"):
            time.sleep(seconds)
        assert process.wait(timeout=120) == Exit.OK
        return drained(main)


def test_bar_shows_on_a_terminal_after_a_while_and_leaves_no_trace(work: Path) -> None:
    shown = slow(work, "check", seconds=1.5, patience=0.5)

    assert "reading specs" in shown
    last = shown.replace("\r\n", "\n").splitlines()[-1]
    assert last.endswith("no faults in 2 resources and 2 enumerations")
    assert f"{ESCAPE}[?25h" in shown, "the cursor is shown again"


def test_no_bar_for_a_short_run(work: Path) -> None:
    assert ESCAPE not in slow(work, "check", seconds=0, patience=60)
