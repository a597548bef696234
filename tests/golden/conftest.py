"""Counts what the golden tests prove, and prints the table at the end of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

KEY = "golden"
Tally = Callable[[str, Any], None]


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Notes that a documented message holds, and the mends that are declared beside it."""

    def note(what: str, case: Any) -> None:
        record_property(KEY, what)
        for kind in sorted(
            {mend.kind for mend in case.example.mends} if what.startswith(("requests", "responses")) else ()
        ):
            record_property(KEY, f"messages with a declared mend: {kind}")

    return note


def pytest_terminal_summary(terminalreporter: Any) -> None:
    passed = terminalreporter.stats.get("passed", ())
    counts = Counter(value for report in passed for name, value in report.user_properties if name == KEY)
    if counts:
        terminalreporter.section("documented messages that hold")
        for what, number in sorted(counts.items()):
            terminalreporter.write_line(f"{number:6,}  {what}")
