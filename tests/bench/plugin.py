"""The cost of the fixtures of the pytest plugin for one test: a sandbox, signing in, an application, and their end."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

SUITE = Path(__file__).parents[1] / "plugin" / "suites" / "many.py"
TARGET = 50.0


def report(tests: int) -> dict[str, float]:
    """Print milliseconds for a test, of a suite of so many."""
    with tempfile.TemporaryDirectory() as folder:
        line = [sys.executable, "-m", "pytest", "-q", "-p", "ucwa2_pytest", "-p", "no:cacheprovider", "-p", "no:xdist"]
        chosen = [f"{SUITE}::test_client[{turn}]" for turn in range(tests)]
        subprocess.run(
            [*line, "--noconftest", "-c", os.devnull, "--rootdir", folder, *chosen],
            check=True, capture_output=True, cwd=folder, env={**os.environ, "TIMES": folder},
        )  # fmt: skip
        lines = [line for path in Path(folder).glob("*.txt") for line in path.read_text("utf-8").splitlines()]
    times = sorted(float(line) * 1000 for line in lines)
    reached = "reached" if median(times) <= TARGET else "NOT reached"
    print(f"\nfixtures of pytest, a client for each test  (at most {TARGET:.0f} ms: {reached})")
    print(f"  {len(times)} tests: least {times[0]:.1f} ms, median {median(times):.1f} ms, most {times[-1]:.1f} ms")
    return {"least": times[0], "median": median(times), "most": times[-1]}
