"""How golden tests record what they prove; ``table`` counts it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.golden.corpus import Case
from tests.golden.table import KEY

MESSAGES = ("requests", "responses", "event samples", "messages of other services")
Tally = Callable[..., None]


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Records what a documented message proves, and the repairs that are declared beside each message."""

    def note(what: str, case: Case | None = None, number: int = 1, edition: str = "") -> None:
        column = edition or ("guides" if case and case.is_guide else "")
        record_property(KEY, (column, what, number))
        for mend in case.example.mends if case and what.startswith(MESSAGES) else ():
            record_property(KEY, (column, f"declared mends: {mend.kind}", 1))

    return note
