"""A spec, and what the pages give for it, come in; out goes the spec with the facts of the pages, in its own words.

Summaries, corrections, comments, blank lines and the order of what did not change stay. A change that would not come
out so is not made, and is a fault.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath

from ucwagen.capture.drift import Compared, compared, drift, outermost, place, report
from ucwagen.capture.editions import EDITIONS
from ucwagen.capture.edits import applied
from ucwagen.capture.merging import edits
from ucwagen.capture.sentences import sentences
from ucwagen.diagnostics import Collector, Faults
from ucwagen.source import load
from ucwagen.source.node import Node
from ucwagen.spec.read import FOLDERS, read

BY_HAND = "the file stays as it is; mend by hand what is listed here"


def updated(path: str, spec: str, drafted: str, faults: Collector, editions: Collection[str] = EDITIONS) -> str:
    """The text of the spec at ``path`` without undeclared drift, or as it was; what remains to be done is a fault."""
    ours, draft = load(path, _plain(spec)), load(path, drafted)
    found = compared(ours, draft, editions)
    text = applied(_plain(spec), edits(ours, draft, found)) if found.apart else _plain(spec)
    harm = _harm(path, text, ours, draft, editions) if found.apart else None
    if harm is None:
        drift(path, text, drafted, faults, editions)
        return _ended_as(spec, text) if found.apart else spec
    report(ours, found, faults)
    first = min(outermost(found.apart))
    faults.error(place(first, found.mine, ours), f"{harm}; {BY_HAND}")
    return spec


def held(path: str, spec: str, drafted: str, faults: Collector, editions: Collection[str] = EDITIONS) -> str:
    """The text of the spec as it is, every drift a fault."""
    drift(path, spec, drafted, faults, editions)
    return spec


def _harm(path: str, text: str, ours: Node, draft: Node, editions: Collection[str]) -> str | None:
    """Why the changed text cannot take the place of the old one, if so."""
    try:
        root = load(path, text)
        read(root, FOLDERS[PurePath(path).parent.name])
    except Faults as faults:
        return f"a change in place would leave no spec ({faults.diagnostics[0].message})"
    found, before = compared(root, draft, editions), compared(ours, draft, editions)
    if found.apart:
        return f"a change in place would not mend `{min(outermost(found.apart))}`"
    if new := {row.at for row in found.stale} - {row.at for row in before.stale}:
        return f"a change in place would make the correction of `{min(new)}` pointless"
    if lost := _lost(ours, root, before):
        return f"a change in place would lose the summary of `{lost}`"
    return None


def _lost(ours: Node, root: Node, before: Compared) -> str | None:
    """A fact that stays and would no longer have its summary."""
    said = sentences(root)
    for at, sentence in sentences(ours).items():
        if at not in before.apart and said.get(at) != sentence:
            return at
    return None


def _plain(spec: str) -> str:
    """The text as the loader sees it, its last line ended."""
    text = spec.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else f"{text}\n"


def _ended_as(spec: str, text: str) -> str:
    """The text with the mark and the line ends of the spec."""
    mark = MARK if spec.startswith(MARK) else ""
    return mark + (text.replace("\n", "\r\n") if "\r\n" in spec else text)


MARK = "\ufeff"
"""The byte order mark that some editors put before a text."""
