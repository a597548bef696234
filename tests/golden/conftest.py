"""Counts what the golden tests prove, and prints the table at the end of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

KEY = "golden"
MESSAGES = ("requests", "responses", "event samples", "messages of other services")
Tally = Callable[[str, Any], None]


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Notes that a documented message holds, and the mends that are declared beside it."""

    def note(what: str, case: Any) -> None:
        where = "guides: " if case.is_guide else ""
        record_property(KEY, f"{where}{what}")
        for kind in sorted({mend.kind for mend in case.example.mends} if what.startswith(MESSAGES) else ()):
            record_property(KEY, f"{where}messages with a declared mend: {kind}")

    return note


def pytest_terminal_summary(terminalreporter: Any) -> None:
    passed = terminalreporter.stats.get("passed", ())
    counts = Counter(value for report in passed for name, value in report.user_properties if name == KEY)
    if counts:
        terminalreporter.section("documented messages that hold")
        for what, number in sorted(counts.items()):
            terminalreporter.write_line(f"{number:6,}  {what}")
