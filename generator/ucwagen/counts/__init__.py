"""How many facts of each kind the specs hold, beside what the pages hold; each difference and each mend has a name."""

from __future__ import annotations

from ucwagen.counts.balance import CountLine, Counts, balance
from ucwagen.counts.differences import declared_differences
from ucwagen.counts.mends import MendList, mends
from ucwagen.counts.pages import of_pages
from ucwagen.counts.rows import Rows
from ucwagen.counts.specs import of_specs

__all__ = [
    "CountLine", "Counts", "MendList", "Rows", "balance", "declared_differences", "mends", "of_pages", "of_specs",
]  # fmt: skip
