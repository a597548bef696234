"""Lists of words in a spec: faults where one is given twice, or has another form than is due."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ucwagen.diagnostics import Collector
from ucwagen.source.text import shown
from ucwagen.spec.said import Said


def check_distinct(spec: Said, field: str, faults: Collector) -> None:
    """Words that are given twice, and a list without any."""
    values: Sequence[str] = getattr(spec, field)
    for index, value in enumerate(values):
        if value in values[:index]:
            faults.error(spec.span(field, index), f"{shown(value)} is given twice; keep one")
    if not values and field in spec.given():
        faults.error(spec.span(field), f"`{field}` is empty; name at least one")


def check_words(spec: Said, field: str, pattern: re.Pattern[str], due: str, faults: Collector) -> None:
    """Words that the pattern does not match; ``due`` says what to write."""
    for index, value in enumerate(getattr(spec, field)):
        if not pattern.fullmatch(value):
            faults.error(spec.span(field, index), f"{shown(value)} cannot stand here; write {due}")
