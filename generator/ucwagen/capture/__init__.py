"""Reference pages in Markdown come in; facts with their lines go out, and whatever could not be read."""

from __future__ import annotations

from ucwagen.capture.read.pages import page

__all__ = ["page"]
