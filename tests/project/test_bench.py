"""The bench works: every contestant runs and reads the same values. Its figures are never asserted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[1] / "bench" / "run.py"


def test_bench_runs_every_contest(tmp_path):
    figures = tmp_path / "figures.json"

    done = subprocess.run(
        [sys.executable, BENCH, "--quick", "--json", figures], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    found = json.loads(figures.read_text(encoding="utf-8"))
    builds = found.pop("build")
    assert builds.keys() >= {"black", "cold", "nothing changed", "one text changed", "one property added", "save"}
    assert builds.keys() >= {"check, nothing changed", "--help", "diff of the specs with themselves"}
    clients = found.pop("clients")
    assert {"ucwagen openapi", "ucwagen build, cold", "ucwagen build, unchanged"} <= clients.keys()
    assert "of it the runtime" in done.stdout
    talks = {"sync, one at a time", "sync, 50 at once", "async, one at a time", "async, 50 at once"}
    talks |= {f"{talk}, over pyreqwest" for talk in talks}
    talks |= {"events, sync", "events, async", "events, sync, over pyreqwest", "events, async, over pyreqwest"}
    assert found.pop("talking").keys() == {*talks, "memory", "first answer"}
    assert found.pop("testing").keys() == {"least", "median", "most"}
    assert found.pop("large").keys() == {"gap, 100 parts", "gap, one part", "partial"}
    assert found.pop("users").keys() == {"cpu of each", "memory of each", "idle", "close"}
    assert len(found) == 13
    assert all({"ucwa2"} < set(row) for row in found.values())
    assert "ssl: []" in done.stdout
