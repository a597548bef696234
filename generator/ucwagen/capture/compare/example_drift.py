"""A file of examples and what the pages would give for it come in; messages that differ, undeclared, come out.

The resource of a guide's message, and the repair of a message that does not parse, are written by hand, not compared.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ucwagen.diagnostics import Collector, Source, Span
from ucwagen.source.http import Example, Mend, parse
from ucwagen.spec.placeholders import TODO

OF_THE_TEXT = ("broken", "placeholder")
"""Mends that the text alone decides; the others go with the parameters, where a spec may correct the page."""


def example_drift(path: str, ours: str, drafted: str, faults: Collector, editions: Collection[str] = ()) -> None:
    """Report where the file at ``path`` and the draft from the pages differ.

    Messages of other ``editions`` of the API than those in the draft may be there.
    """
    theirs, held = parse(path, drafted), parse(path, ours)
    for example in held:
        if example.edition and example.edition not in editions and example.span:
            words = f"; those are {', '.join(editions)}" if editions else ""
            faults.error(example.span, f"`{example.edition}` is none of the `editions` in api.yaml{words}")
    read = {example.edition for example in theirs}
    mine = [example for example in held if example.edition in read]
    if len(mine) != len(theirs):
        words = f"{len(mine)} messages here and {len(theirs)} on the pages; add or remove, by the pages' order"
        faults.error(Span(Source(path, ours), 1, 1), words)
        return
    for example, draft in zip(mine, theirs, strict=True):
        if (fault := _fault(example, draft)) and example.span:
            faults.error(example.span, fault)


def _fault(mine: Example, theirs: Example) -> str | None:
    """What is wrong with a message, in the light of the page; its first difference."""
    if TODO in mine.words or any(mend.text == TODO for mend in mine.mends):
        return "state what this message addresses, or how it is repaired, in place of TODO"
    added = _without(mine.mends, theirs.mends)
    if any(mend.kind == "broken" for mend in added):
        return None
    if mine.text != theirs.text:
        return "the text is not that of the page; mend it, or declare with `# broken: …` what is repaired"
    if (mine.method, mine.direction, mine.format) != (theirs.method, theirs.direction, theirs.format):
        return f"the page has this as `{theirs.title}`; mend the title"
    gone = [mend for mend in _without(theirs.mends, mine.mends) if mend.text != TODO and mend.kind in OF_THE_TEXT]
    return f"`# {gone[0].kind}: {gone[0].text}` is not declared here, and true of the page; add it" if gone else None


def _without(some: Sequence[Mend], others: Sequence[Mend]) -> list[Mend]:
    return [mend for mend in some if mend not in others]
