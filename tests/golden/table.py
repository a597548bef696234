"""What the golden tests proved comes in; the table of it goes out, at the end of the run and in the README."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

KEY = "golden"
HERE = Path(__file__).parent
README = HERE.parents[1] / "README.md"
BLOCK = re.compile(r"(?<=<!-- golden:begin -->\n).*?(?=<!-- golden:end -->)", re.DOTALL)
COLUMNS = {"": "reference pages", "guides": "guides", "2016 edition": "2016 edition"}
NARROWING = ("keyword", "markexpr", "lf", "failedfirst", "deselect", "ignore", "ignore_glob", "collectonly")


class Table:
    """A plugin that counts, prints, and holds the README to what it counted."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._counts: Counter[str] = Counter()
        self._files: set[str] = set()
        self._outdated = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.passed and report.when == "call":
            self._counts.update(str(value) for name, value in report.user_properties if name == KEY)
        self._files.add(Path(report.location[0]).name)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """The README is looked at when all golden tests were run, and passed."""
        if exitstatus == pytest.ExitCode.OK and self._is_whole() and not hasattr(self._config, "workerinput"):
            text = README.read_text("utf-8")
            there = BLOCK.search(text)
            now = "".join(f"{line}\n" for line in markdown(self._counts))
            if there is None or there[0] != now:
                self._outdated = True
                session.exitstatus = pytest.ExitCode.TESTS_FAILED
                if self._config.getoption("--update"):
                    README.write_text(BLOCK.sub(lambda _: now, text), "utf-8")

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if self._counts:
            terminalreporter.section("documented messages that hold")
            for line in plain(self._counts):
                terminalreporter.write_line(line)
        if self._outdated:
            terminalreporter.write_line(
                "README.md does not show this table: run `make golden`, then look at it", red=True
            )

    def _is_whole(self) -> bool:
        """Whether nothing was left out: every file was run, as far as the reference is at hand, and all of each."""
        narrowed = any(self._config.getoption(name, None) for name in NARROWING)
        chosen = any("::" in argument for argument in self._config.args)
        files = {path.name for path in HERE.glob("test_*.py")}
        has_pages = any(what.startswith("2016") for what in self._counts)
        return files <= self._files and has_pages and not narrowed and not chosen


def rows(counts: Mapping[str, int]) -> Iterator[tuple[str, list[int]]]:
    """Each thing that was proved, and how often, by column."""
    cells: dict[str, dict[str, int]] = {}
    for what, number in counts.items():
        column, _, name = what.rpartition(": ") if what.partition(": ")[0] in COLUMNS else ("", "", what)
        cells.setdefault(name, {})[column] = number
    for name in sorted(cells):
        yield name, [cells[name].get(column, 0) for column in COLUMNS]


def plain(counts: Mapping[str, int]) -> Iterator[str]:
    """Lines for a terminal."""
    yield _line(COLUMNS.values(), "")
    for name, numbers in rows(counts):
        yield _line((f"{number:,}" if number else "" for number in numbers), name)


def markdown(counts: Mapping[str, int]) -> Iterator[str]:
    """Lines for a page."""
    yield f"| | {' | '.join(COLUMNS.values())} |"
    yield f"|---|{'---:|' * len(COLUMNS)}"
    for name, numbers in rows(counts):
        yield f"| {name} | {' | '.join(f'{number:,}' if number else '' for number in numbers)} |"


def _line(cells: Iterable[str], name: str) -> str:
    return "".join(f"{cell:>16}" for cell in cells) + f"  {name}"
