"""How many facts of each kind the specs hold, beside what the pages hold; each difference and mend has a name."""

from __future__ import annotations

from ucwagen.figures.balance import Figures, Line, balance
from ucwagen.figures.known import known
from ucwagen.figures.mends import Mends, mends
from ucwagen.figures.pages import of_pages
from ucwagen.figures.rows import Rows
from ucwagen.figures.specs import of_specs

__all__ = ["Figures", "Line", "Mends", "Rows", "balance", "known", "mends", "of_pages", "of_specs"]
