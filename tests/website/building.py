"""Builds the site into a folder of its own, and measures how long that takes."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from tests.support import ROOT

REPOSITORY = "https://host.example/owner/ucwagen"


@dataclass(frozen=True)
class Site:
    """A built site, and the seconds of processor time that building it took."""

    folder: Path
    seconds: float


def build(base: Path) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    command = [
        sys.executable,
        str(ROOT / "docs/site/build.py"),
        "--out",
        str(base / "site"),
        "--work",
        str(base / "pages"),
    ]
    done = subprocess.run(
        [*command, "--repository", REPOSITORY], check=False, text=True, timeout=300,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
