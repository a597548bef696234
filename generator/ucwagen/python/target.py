"""What ``emit`` needs to know of Python: the filter that lays out statements, and the formatter of modules."""

from __future__ import annotations

from ucwagen.python.style.format import format_all
from ucwagen.python.style.layout import folded
from ucwagen.target import Target

PYTHON = Target(filters={"folded": folded}, formatters={".py": format_all}, tools=("black",))
