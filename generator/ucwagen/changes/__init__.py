"""Two versions of an API in; out goes what changed for users of the generated package, and the version step."""

from __future__ import annotations

from ucwagen.changes.compare import Side, compare

__all__ = ["Side", "compare"]
