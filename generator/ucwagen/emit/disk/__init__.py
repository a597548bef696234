"""The only place that writes to the disk. A tree is brought up to date in one step: whoever looks, or is cut off, finds
the old tree or the new one. What others made in it stays.
"""

from __future__ import annotations

from ucwagen.emit.disk.write import compare, write

__all__ = ["compare", "write"]
