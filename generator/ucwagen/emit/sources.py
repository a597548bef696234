"""The user's own files in, their texts out: templates, what they include, and files that must be texts."""

from __future__ import annotations

from collections.abc import Mapping

from ucwagen.diagnostics import Collector, Source, Span
from ucwagen.overrides import Overrides
from ucwagen.target import Target
from ucwagen.templates import SUFFIX

Sources = Mapping[str, Source]
"""Texts by the path of their file below the folder, which is the name of a template too."""


BOM = "\ufeff"
"""What some editors write before a text."""


def sources(own: Overrides, target: Target, faults: Collector) -> Sources:
    """Every file that is a text. A template, or a file of a language that the target checks, has to be one."""
    found: dict[str, Source] = {}
    for name, data in own.files.items():
        try:
            found[name] = Source(own.shown(name), data.decode("utf-8").removeprefix(BOM))
        except UnicodeDecodeError as fault:
            if name.endswith((SUFFIX, *target.checkers)):
                _refuse(own.shown(name), data, fault.start, faults)
    return found


def _refuse(path: str, data: bytes, at: int, faults: Collector) -> None:
    before = data[:at].decode("utf-8")
    source = Source(path, data.decode("utf-8", "replace"))
    line, column = before.count("\n") + 1, at and len(before) - before.rfind("\n")
    faults.error(Span(source, line, max(column, 1)), f"byte 0x{data[at]:02X} is not UTF-8; save the file as UTF-8")
