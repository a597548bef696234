"""Properties of one name with equal texts on their pages have one summary in the specs; the same for parameters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from support import ROOT
from ucwagen import pipeline
from ucwagen.capture.read.facts import PageFacts
from ucwagen.capture.selection import select

PAGES = ROOT.parent / "shared" / "docs" / "2022"
APART = {
    "type": "the page of `contactNote` speaks of the user where the note is somebody else's",
}
"""Names with two summaries in spite of equal texts, and the reason."""


def worded(pages: tuple[PageFacts, ...]) -> Iterator[tuple[str, str, str, str, str]]:
    """For each row: kind, name, text of the page, summary of the spec, and place."""
    resources = {resource.ref.page.casefold(): resource for resource in pipeline.model(ROOT / "specs").resources}
    for page in (page for page in pages if page.name.casefold() in resources):
        resource = resources[page.name.casefold()]
        said = {row.name: row.summary for row in resource.stated.properties}
        yield from (
            ("property", row.name, row.text, said[row.name], page.name) for row in page.properties if row.name in said
        )
        for shown, made in ((one, two) for one in page.operations for two in resource.operations):
            said = {row.name: row.summary for row in made.parameters if made.method == shown.method}
            rows = [row for row in (*shown.query, *shown.body) if row.name in said]
            yield from (("parameter", row.name, row.text, said[row.name], f"{page.name} {made.method}") for row in rows)


@pytest.mark.skipif(not PAGES.is_dir(), reason="the reference pages are not beside this checkout")
def test_same_words_of_pages_have_one_summary():
    found: dict[tuple[str, str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for kind, name, text, summary, place in worded(select([PAGES], ["2022"]).pages):
        found[kind, name, " ".join(text.split()).rstrip(".").casefold()][summary].append(place)

    assert len(found) > 400
    assert {name: dict(said) for (_, name, _), said in found.items() if len(said) > 1 and name not in APART} == {}
    assert {name for (_, name, _), said in found.items() if len(said) > 1} == APART.keys()
