"""Builds as users run them, whole processes: cold, unchanged, after one change, and of ten times the specs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time, sleep
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).parent), *(str(Path(__file__).parents[1] / name) for name in ("", "changes"))]

from editions import EDITIONS, PAGES, specs_of
from generators import environment, peers

ROOT = Path(__file__).parents[2]
TIMES = 10
ROUNDS = 5
SAVES = 5
SOME = 20
LIMITS = {
    "nothing changed": ", at most 0.15 s",
    "one text changed": ", at most 0.35 x",
    "one property added": ", at most 0.35 x",
    "check, nothing changed": ", at most 0.2 s",
    "--help": ", at most 0.2 s",
}
"""What is asked of a figure, as it is printed."""
PROPERTY = "properties:\n  benchmark:\n    type: string\n    summary: Was not there before.\n"


class Cost(NamedTuple):
    """Seconds by the clock and of all cores, and the largest memory of a process, in MB."""

    wall: float
    cpu: float
    memory: float


def report(times: int = TIMES, specs: Path = ROOT / "specs") -> dict[str, float]:
    """Print the costs beside their limits."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copytree(specs, place / "specs")
        os.environ["UCWAGEN_CACHE"] = str(place / "cache")
        floor = black_alone(place, None if times > 1 else SOME)
        ours = rounds(place, ROUNDS if times > 1 else 1)
        cold, same = ours["cold"], ours["nothing changed"]
        saved = watched(place, SAVES if times > 1 else 1)
        changed = compared(place, editions=times > 1)
        others = list(peers(place, lambda command, at: _cost(command, at).wall))
        large = _large(place, times)
    print("\nbuilds, whole processes")
    _line("black alone over what is rendered, one process", floor, "")
    print(
        f"  cold is {cold.wall / floor.wall:.2f} x black by the clock (at most 0.68), {cold.cpu / floor.cpu:.2f} x CPU"
    )
    for name, cost in ours.items():
        _line(name, cost, f"{cost.wall / cold.wall:.2f} x cold, {cost.cpu / cold.cpu:.2f} x CPU{LIMITS.get(name, '')}")
    print(f"  {'a save under watch, until it is on the disk':50} {saved:6.2f} s  at most 0.25 s")
    for name, cost in changed.items():
        _line(name, cost, "at most 1.5 s")
    if large is not None:
        _line(
            f"{times} x the specs, cold",
            large,
            f"{large.wall / cold.wall:.1f} x (at most 6), under 200 MB",
        )
    for name, seconds in others:
        print(
            f"  {name:50} {seconds:6.2f} s, {seconds / cold.wall:.1f} x our cold, {seconds / same.wall:.0f} x our unchanged"
        )
    if not others:
        print("  no other generator is installed: `make peers` installs them")
    costs = {"black": floor, **ours, **changed}
    return {**{name: cost.wall for name, cost in costs.items()}, "save": saved}


def build(place: Path, *options: str) -> Cost:
    """A build in a process of its own."""
    return ucwagen(place, "build", *options)


def ucwagen(place: Path, *words: str) -> Cost:
    """A command in a process of its own."""
    return _cost([sys.executable, "-m", "ucwagen", *words], place)


def rounds(place: Path, number: int) -> dict[str, Cost]:
    """The least cost of each build, all of them in turn: after one change with a cache, and without one."""
    found: dict[str, list[Cost]] = {}
    note = place / "specs/resources/note.yaml"
    text = note.read_text(encoding="utf-8")
    edits = {
        "one text changed": text.replace("summary: ", "summary: Now ", 1),
        "one property added": text.replace("properties:\n", PROPERTY, 1),
    }
    for _ in range(number):
        for folder in ("generated", "cache"):
            shutil.rmtree(place / folder, ignore_errors=True)
        found.setdefault("cold", []).append(build(place))
        found.setdefault("nothing changed", []).append(build(place))
        for name, edited in edits.items():
            note.write_text(edited, encoding="utf-8")
            found.setdefault(name, []).append(build(place))
            note.write_text(text, encoding="utf-8")
            found.setdefault(f"{name}, and back, --no-cache", []).append(build(place, "--no-cache"))
        shutil.rmtree(place / "generated")
        found.setdefault("cold, --no-cache", []).append(build(place, "--no-cache"))
        found.setdefault("check, first", []).append(ucwagen(place, "check"))
        found.setdefault("check, nothing changed", []).append(ucwagen(place, "check"))
        found.setdefault("--help", []).append(ucwagen(place, "--help"))
    return {name: Cost(*map(min, zip(*costs, strict=True))) for name, costs in found.items()}


def watched(place: Path, number: int) -> float:
    """Seconds from a save to the tree that has it, while the command watches."""
    note = place / "specs/resources/note.yaml"
    command = [sys.executable, "-m", "ucwagen", "watch"]
    with subprocess.Popen(command, cwd=place, stderr=subprocess.PIPE, text=True, env=environment()) as process:
        assert process.stderr
        for line in process.stderr:
            if "generated: " in line:
                break
        (module,) = place.glob("generated/*/resources/note.py")
        found = [_saved(note, module, f"Save {time}") for time in range(number + 1)]
        process.terminate()
    return min(found)


def _saved(note: Path, module: Path, word: str) -> float:
    text = note.read_text(encoding="utf-8")
    sleep(1)
    start = perf_counter()
    note.write_text(text.replace("summary: ", f"summary: {word} ", 1), encoding="utf-8")
    while word not in module.read_text(encoding="utf-8"):
        sleep(0.002)
    return perf_counter() - start


def compared(place: Path, *, editions: bool) -> dict[str, Cost]:
    """Comparisons in processes of their own: the specs with themselves, and the two editions where their pages are."""
    sides = {"diff of the specs with themselves": ("specs", "specs")}
    if editions and PAGES.exists():
        for edition in EDITIONS:
            specs_of(edition, place)
        sides["diff of the two editions"] = EDITIONS
    command = [sys.executable, "-m", "ucwagen", "diff"]
    return {name: min(_cost([*command, *words], place) for _ in range(3)) for name, words in sides.items()}


def black_alone(place: Path, number: int | None) -> Cost:
    """The time that black needs for the texts that the templates print, or for some of them."""
    from ucwagen import emit, pipeline, python
    from ucwagen.inputs import collect
    from ucwagen.python.style import format as style

    texts: list[str] = []

    def keep(sources: Iterable[str]) -> list[str]:
        texts.extend(sources)
        return texts

    specs = place / "specs"
    views = python.shape(pipeline.model(specs), pipeline.extras(collect(specs)))
    emit.render(views, replace(python.PYTHON, formatters={".py": keep}))
    style.formatted("x = 1\n")
    wall, cpu = perf_counter(), process_time()
    for text in texts[:number]:
        style.formatted(text)
    return Cost(perf_counter() - wall, process_time() - cpu, 0.0)


MEASURED = """
import json, resource, subprocess, sys
from time import perf_counter
start = perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
wall, used = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
"""Runs through a small process in between, because a process's memory figure includes that of its parent."""


def _cost(command: list[str], place: Path) -> Cost:
    done = subprocess.run(
        [sys.executable, "-I", "-c", MEASURED, *command],
        cwd=place,
        check=True,
        stdout=subprocess.PIPE,
        env=environment(),
    )
    return Cost(*json.loads(done.stdout))


def _large(place: Path, times: int) -> Cost | None:
    """The same API this many times, under other names."""
    if times < 2:
        return None
    large = place / "large"
    shutil.copytree(place / "specs", large / "specs", ignore=shutil.ignore_patterns("examples", "guides.yaml"))
    rels = sorted({_rel(path) for path in (place / "specs" / "resources").glob("*.yaml")}, key=len, reverse=True)
    for number in range(2, times + 1):
        for path in sorted((place / "specs" / "resources").glob("*.yaml")):
            name = f"{path.stem}X{number}"
            (large / "specs" / "resources" / f"{name}.yaml").write_text(_renamed(path, rels, number), encoding="utf-8")
    return build(large)


def _rel(path: Path) -> str:
    found = re.search(r"^rel: (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else path.stem


def _renamed(path: Path, rels: list[str], number: int) -> str:
    """A spec with another rel of its own; its links stay as they are."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^rel: (\S+)", rf"rel: \1X{number}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^corrections:\n(?:[ -].*\n)+", "", text, flags=re.MULTILINE)
    return re.sub(r"^page: .*\n", f"page: {path.stem.lower()}x{number}_ref\n", text, flags=re.MULTILINE)


def _line(what: str, cost: Cost, wanted: str) -> None:
    memory = f", {cost.memory:.0f} MB" if cost.memory else ""
    print(f"  {what:50} {cost.wall:6.2f} s, {cost.cpu:6.2f} s CPU{memory}  {wanted}")
