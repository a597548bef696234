"""A spec comes in; its tree, facts and corrections go out, each made once for all that compare it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from ucwagen.capture.compare.edits import as_loaded
from ucwagen.capture.compare.spec_facts import SpecFacts, facts
from ucwagen.diagnostics import Span
from ucwagen.source import load
from ucwagen.source.node import Mapping, Node, Scalar, Sequence
from ucwagen.spec.paths import text


@dataclass(frozen=True, slots=True)
class DeclaredCorrection:
    """A correction, the place of its path, and that of what the page is said to say."""

    at: str
    says: str
    edition: str | None
    span: Span
    place: Span


@dataclass(frozen=True, slots=True)
class SpecView:
    """A spec: its path, its text as it is in the file, and what is compared."""

    path: str
    text: str
    root: Node
    facts: SpecFacts
    corrections: tuple[DeclaredCorrection, ...]

    @property
    def name(self) -> str:
        """The name of the page."""
        return PurePath(self.path).stem


def view(path: str, text: str, root: Node | None = None) -> SpecView:
    """The spec in the file at ``path``; ``root`` is its tree where it was loaded already."""
    root = root or load(path, as_loaded(text))
    return SpecView(path, text, root, facts(root), declared(root))


def declared(root: Node) -> tuple[DeclaredCorrection, ...]:
    """The corrections of a spec."""
    entry = root.get("corrections") if isinstance(root, Mapping) else None
    rows = entry.value.items if entry and isinstance(entry.value, Sequence) else ()
    return tuple(found for row in rows if isinstance(row, Mapping) and (found := _declared(row)))


def _declared(row: Mapping) -> DeclaredCorrection | None:
    at, says = row.get("at"), row.get("says")
    if not at or not says or not isinstance(at.value, Scalar) or not isinstance(says.value, Scalar):
        return None
    return DeclaredCorrection(at.value.text, says.value.text, text(row, "edition"), at.value.span, says.value.span)
