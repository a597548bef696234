"""Drafts and files come in; the specs as the pages would have them go out, and each difference by its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ucwagen.capture.compare.drift import compared, differences
from ucwagen.capture.compare.spec_view import view
from ucwagen.capture.compare.update import updated
from ucwagen.capture.drafts import EXAMPLES, Drafts, HeldSpecs
from ucwagen.diagnostics import Collector, Diagnostic


@dataclass(frozen=True, slots=True)
class DriftedFact:
    """A fact in which a spec and the pages are apart: the file below the folder of specs, its path, and the fault."""

    file: str
    at: str
    fault: Diagnostic


def as_pages_have_it(drafts: Drafts, known: HeldSpecs) -> Mapping[str, str]:
    """The texts of specs that would change, or come, by path below the folder; a spec that no edit can mend stays."""
    texts: dict[str, str] = {}
    for file, draft in _specs(drafts):
        path = str(known.folder / file)
        if path in known.texts:
            texts[file] = updated(known.view(path), view(path, draft), Collector(), drafts.index)
        else:
            texts[file] = draft
    return texts


def all_differences(drafts: Drafts, known: HeldSpecs) -> Iterator[DriftedFact]:
    """Every difference of the specs that exist."""
    for file, draft in _specs(drafts):
        path = str(known.folder / file)
        if path in known.texts:
            found = compared(known.view(path), view(path, draft), drafts.index)
            yield from (DriftedFact(file, at, fault) for at, fault in differences(found, drafts.index))


def _specs(drafts: Drafts) -> Iterator[tuple[str, str]]:
    return ((file, text) for file, text in drafts.texts.items() if not file.endswith(EXAMPLES))
