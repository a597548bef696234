"""From the linked API to views of Python modules: names, literals, prose and annotations, all finished text."""

from __future__ import annotations

from ucwagen.python.shape import shape
from ucwagen.python.target import PYTHON

__all__ = ["PYTHON", "shape"]
