"""Words of the format that later stages know."""

from __future__ import annotations

import re

NONE = "none"
"""What `page`, `to` and `returns` say where there is none."""
WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
"""Methods whose requests have a body."""
WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}", re.ASCII)
FLAGS = {"true": True, "false": False}
