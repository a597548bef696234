"""From specs to one linked model: names become objects, shared rows are expanded, revisions are merged."""

from __future__ import annotations

from ucwagen.model.check import check
from ucwagen.model.dump import dump
from ucwagen.model.link import link

__all__ = ["check", "dump", "link"]
