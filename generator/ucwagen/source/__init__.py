"""Texts in, syntax trees out: spec files (``load``) and example messages (``http``), nothing interpreted."""

from __future__ import annotations

from ucwagen.source.load import load
from ucwagen.source.text import decode

__all__ = ["decode", "load"]
