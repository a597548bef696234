"""What an operation gives back: its page's words, corrected by the samples."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ucwagen.capture.compose.spec_draft import SpecDraft
from ucwagen.capture.infer.evidence import ResponseEvidence, answer, media_types
from ucwagen.capture.infer.families import Families
from ucwagen.capture.infer.reference import Reference
from ucwagen.capture.read.facts import OperationFact

_STRUCTURED = re.compile(r"application/(?:[\w.-]+\+)?(?:json|xml)", re.IGNORECASE)
NOTHING, DOCUMENT = "none", "document"


def is_structured(media_type: str) -> bool:
    """Whether a body of this type is read as JSON or XML; one of any other type is content of its own."""
    return _STRUCTURED.fullmatch(media_type) is not None


def returns(
    draft: SpecDraft, method: str, calls: Sequence[tuple[str, OperationFact]], reference: Reference, family: Families
) -> str:
    """``returns`` of an operation, of which ``calls`` are the editions, newest first."""
    samples = [sample for _, call in calls for sample in call.samples]
    content = [kind for kind in media_types(samples, "response") if not is_structured(kind)]
    if content:
        return f"content {content[0]}"
    shown = answer(samples)
    said = next((call.response for _, call in calls if call.response), None)
    if said is None or said.says == "none":
        return _unsaid(draft, method, shown, reference, family)
    if said.says == "representation":
        return family.represents.get(draft.name, draft.name)
    if shown.has_body and not shown.is_resource:
        return DOCUMENT
    name = _item(said.items, shown, reference)
    if name is None or not (shown.has_body or shown.has_location):
        if name:
            draft.correct(f"operations.{method}.returns", name, "The samples have neither a body nor a Location.")
        return NOTHING
    return name if shown.has_body else f"location {name}"


def _item(items: Sequence[str], shown: ResponseEvidence, reference: Reference) -> str | None:
    """The resource that bodies show, or else the one that the page names."""
    by_body = [rel for rel in sorted(filter(None, shown.rels)) if rel in reference.resources()]
    named = [found for item in items if (found := reference.spelled(item.lstrip("[").partition("]")[0]))]
    if named and by_body and named[0].rstrip("0123456789") == by_body[0]:
        return named[0]
    return next(iter([*by_body, *named]), None)


def _unsaid(draft: SpecDraft, method: str, shown: ResponseEvidence, reference: Reference, family: Families) -> str:
    """Where the page says none, a Location in the samples still leads where that of the page's base does."""
    base = family.revises.get(draft.name)
    if not shown.has_location or base is None:
        return NOTHING
    for _, call in reference.operations(base, method):
        if call.response and (name := _item(call.response.items, shown, reference)):
            draft.correct(f"operations.{method}.returns", NOTHING, f"The samples have a Location, as those of {base}.")
            return f"location {name}"
    return NOTHING
