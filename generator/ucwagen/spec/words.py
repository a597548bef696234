"""Words of the format that later stages know."""

from __future__ import annotations

NONE = "none"
"""What `page`, `to` and `returns` say where there is none."""
WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
"""Methods whose requests have a body."""
