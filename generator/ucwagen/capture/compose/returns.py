"""What an operation gives back: its page's words, corrected by the samples."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ucwagen.capture.compose.sources import PageSources
from ucwagen.capture.infer.observed import ResponseEvidence, any_of
from ucwagen.capture.infer.reference import Reference
from ucwagen.spec.words import NONE

_STRUCTURED = re.compile(r"application/(?:[\w.-]+\+)?(?:json|xml)", re.IGNORECASE)
DOCUMENT = "document"


def is_structured(media_type: str) -> bool:
    """Whether a body of this type is read as JSON or XML; one of any other type is content of its own."""
    return _STRUCTURED.fullmatch(media_type) is not None


def returns(one: PageSources, method: str) -> str:
    """``returns`` of an operation."""
    calls = one.page.calls[method]
    content = [kind for _, call in calls for kind in call.media_types("response") if not is_structured(kind)]
    if content:
        return f"content {content[0]}"
    shown = any_of(call.response for _, call in calls)
    edition, said = next(((at, call.fact.response) for at, call in calls if call.fact.response), ("", None))
    if said is None or said.says == NONE:
        return _unsaid(one, method, shown)
    if said.says == "representation":
        return one.inferred.family.represents.get(one.name, one.name)
    if shown.has_body and not shown.is_resource:
        return DOCUMENT
    name = _item(said.items, shown, one.inferred.reference)
    if name is None:
        one.miss(edition, said.line, f"item `{'`, `'.join(said.items)}`, which names no resource")
    if name is None or not (shown.has_body or shown.has_location):
        if name:
            one.draft.correct(f"operations.{method}.returns", name, "The samples have neither a body nor a Location.")
        return NONE
    return name if shown.has_body else f"location {name}"


def _item(items: Sequence[str], shown: ResponseEvidence, reference: Reference) -> str | None:
    """The resource that bodies show, or else the one that the page names."""
    by_body = [rel for rel in sorted(filter(None, shown.rels)) if rel in reference.resources]
    named = [found for item in items if (found := reference.spelled(item.lstrip("[").partition("]")[0]))]
    if named and by_body and named[0].rstrip("0123456789") == by_body[0]:
        return named[0]
    return next(iter([*by_body, *named]), None)


def _unsaid(one: PageSources, method: str, shown: ResponseEvidence) -> str:
    """Where the page says none, a Location in the samples still leads where that of the page's base does."""
    reference, base = one.inferred.reference, one.inferred.family.revises.get(one.name)
    if not shown.has_location or base is None:
        return NONE
    for _, call in reference.pages[base].calls.get(method, ()):
        if call.fact.response and (name := _item(call.fact.response.items, shown, reference)):
            why = f"The samples have a Location, as those of {base}."
            one.draft.correct(f"operations.{method}.returns", NONE, why)
            return f"location {name}"
    return NONE
