"""Makes a table of what the golden tests proved, for the end of the run and for the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

KEY = "golden"
"""The user property that holds what a test proved: a column, what it is, and how often."""
BLOCK = re.compile(r"(?<=<!-- golden:begin -->\n).*?(?=<!-- golden:end -->)", re.DOTALL)
ROW = re.compile(r"^\| ([^|]+) \|(.*)\|$", re.MULTILINE)
COLUMNS = {"": "reference pages", "guides": "guides", "2016": "2016 edition"}
OF_PAGES = "2016"
"""The column that the specs alone do not give."""
NARROWING = ("keyword", "markexpr", "lf", "failedfirst", "deselect", "ignore", "ignore_glob", "collectonly")
Counts = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Places:
    """The page with the table, the folder of the tests that make it, and the pages of the older edition."""

    page: Path
    tests: Path
    pages: Path


HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PLACES = Places(ROOT / "docs" / "documented-messages.md", HERE, ROOT.parent / "shared" / "docs" / "2016")


class Table:
    """A plugin that counts, prints, and compares the page with its counts or, on request, updates it."""

    def __init__(self, config: pytest.Config, places: Places = PLACES) -> None:
        self._config = config
        self._places = places
        self._counts: Counter[tuple[str, str]] = Counter()
        self._files: set[str] = set()
        self._said = ""

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        if self._wanted and not self._has_pages:
            pytest.exit(f"the table needs the pages in {self._places.pages}, which are not there", returncode=1)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.passed and report.when == "call":
            for name, value in report.user_properties:
                if name == KEY:
                    column, what, number = value
                    self._counts[column, what] += number
        self._files.add(Path(report.location[0]).name)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """The page is compared only when all golden tests have run and passed."""
        if hasattr(self._config, "workerinput"):
            return
        if exitstatus != pytest.ExitCode.OK or not self._is_whole():
            self._said = (
                "documented-messages.md is left as it was: not all golden tests were run and passed"
                if self._wanted
                else ""
            )
            return
        text = self._places.page.read_text("utf-8")
        now = "".join(f"{line}\n" for line in markdown(self._counts))
        if self._wanted:
            self._places.page.write_text(BLOCK.sub(lambda _: now, text), "utf-8")
        elif (there := BLOCK.search(text)) is None or held(there[0], self._has_pages) != held(now, self._has_pages):
            self._said = "documented-messages.md does not show this table: run `make golden`, then look at it"
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        elif not self._has_pages:
            self._said = (
                f"documented-messages.md is not held to the column `{COLUMNS[OF_PAGES]}`, whose pages are not at hand"
            )

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if self._counts:
            terminalreporter.section("documented messages that hold")
            for line in plain(self._counts):
                terminalreporter.write_line(line)
        if self._said:
            terminalreporter.write_line(self._said, red=True)

    @property
    def _wanted(self) -> bool:
        """Whether to write the page."""
        return bool(self._config.getoption("--update-table"))

    @property
    def _has_pages(self) -> bool:
        return self._places.pages.is_dir()

    def _is_whole(self) -> bool:
        """Whether the run was complete: all tests of every file."""
        narrowed = any(self._config.getoption(name, None) for name in NARROWING)
        chosen = any("::" in argument for argument in self._config.args)
        files = {path.name for path in self._places.tests.glob("test_*.py")}
        return files <= self._files and not narrowed and not chosen


def rows(counts: Counts) -> Iterator[tuple[str, list[int]]]:
    """Each thing that was proved, and how often, by column."""
    for name in sorted({what for _, what in counts}, key=str.casefold):
        yield name, [counts.get((column, name), 0) for column in COLUMNS]


def held(block: str, has_pages: bool) -> dict[str, list[str]]:
    """The cells that can be compared: without the pages, those of the older edition are left out."""
    columns = [has_pages or column != OF_PAGES for column in COLUMNS]
    found = {
        row[1]: [cell.strip() for cell, is_held in zip(row[2].split("|"), columns, strict=True) if is_held]
        for row in ROW.finditer(block)
    }
    return {name: cells for name, cells in found.items() if any(cells)}


def plain(counts: Counts) -> Iterator[str]:
    """Lines for a terminal."""
    yield _line(COLUMNS.values(), "")
    for name, numbers in rows(counts):
        yield _line((f"{number:,}" if number else "" for number in numbers), name)


def markdown(counts: Counts) -> Iterator[str]:
    """Lines for a page."""
    yield f"| | {' | '.join(COLUMNS.values())} |"
    yield f"|---|{'---:|' * len(COLUMNS)}"
    for name, numbers in rows(counts):
        yield f"| {name} | {' | '.join(f'{number:,}' if number else '' for number in numbers)} |"


def _line(cells: Iterable[str], name: str) -> str:
    return "".join(f"{cell:>16}" for cell in cells) + f"  {name}"
