"""From views to texts: every file of the generated tree, and what is odd about the user's own files."""

from __future__ import annotations

from ucwagen.emit.near import warnings
from ucwagen.emit.render import render

__all__ = ["render", "warnings"]
