"""Words of the format that later stages know."""

from __future__ import annotations

import re

NONE = "none"
"""What `page`, `to` and `returns` say where there is none."""
SUMMARY = "summary"
"""The key of what people read about a thing."""
WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
"""Methods whose requests have a body."""
WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}", re.ASCII)
FLAGS = {"true": True, "false": False}
