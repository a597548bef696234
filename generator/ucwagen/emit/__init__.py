"""From views to a tree on disk: render every file, then write all of them in one step."""

from __future__ import annotations

from ucwagen.emit.disk import compare, write
from ucwagen.emit.render import render

__all__ = ["compare", "render", "write"]
