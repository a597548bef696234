"""How golden tests say what they prove: ``table`` counts it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.golden.table import KEY

MESSAGES = ("requests", "responses", "event samples", "messages of other services")
Tally = Callable[[str, Any], None]


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Notes that a documented message holds, and the mends that are declared beside it."""

    def note(what: str, case: Any) -> None:
        where = "guides: " if case.is_guide else ""
        record_property(KEY, f"{where}{what}")
        for kind in sorted({mend.kind for mend in case.example.mends} if what.startswith(MESSAGES) else ()):
            record_property(KEY, f"{where}messages with a declared mend ({kind})")

    return note
