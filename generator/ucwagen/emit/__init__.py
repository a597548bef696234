"""From views to texts: every file of the generated tree."""

from __future__ import annotations

from ucwagen.emit.render import render

__all__ = ["render"]
