"""The whole reference, where it is available: nothing is left unread, and the facts agree with the pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from ucwagen import capture
from ucwagen.capture.read import guide_messages as guides
from ucwagen.capture.read import messages
from ucwagen.capture.read.facts import PageFacts, SampleFact

DOCS = Path(__file__).parents[2].parent / "shared" / "docs"
EDITIONS = ("2016", "2022")
EVENT = re.compile(r'"type" ?: ?"(?:added|updated|deleted|started|completed)"')

pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason=f"the reference pages are not at {DOCS}")


@cache
def reference(edition: str) -> tuple[PageFacts, ...]:
    paths = sorted(path for path in (DOCS / edition).iterdir() if path.stem.lower().endswith("_ref"))
    return tuple(capture.page(path.read_text(encoding="utf-8"), f"{edition}/{path.name}", edition) for path in paths)


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_is_unread(edition: str) -> None:
    assert [(page.path, miss) for page in reference(edition) for miss in page.unread] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_operation_has_a_request_and_a_response_in_each_format(edition: str) -> None:
    twins = {(kind, form) for kind in ("request", "response") for form in ("json", "xml")}
    odd = [
        (page.path, call.method)
        for page in reference(edition)
        for call in page.operations
        if call.samples and (len(call.samples) != 4 or {(one.kind, one.format) for one in call.samples} != twins)
    ]
    assert odd == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_body_parses(edition: str) -> None:
    notes = {(sample.line, note) for sample in _samples(reference(edition)) for note in sample.notes}
    assert [note for _, note in notes if note.startswith("does not parse")] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_sample_that_was_read_reads_as_itself(edition: str) -> None:
    changed = [sample.line for sample in _samples(reference(edition)) if messages.read(sample.text).text != sample.text]
    assert changed == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_lines_are_those_of_the_page(edition: str) -> None:
    for page in reference(edition):
        lines = (DOCS / page.path).read_text(encoding="utf-8").split("\n")
        named = [(fact.name, fact.line) for fact in page.properties]
        named += [(fact.name, fact.line) for fact in page.members]
        named += [(fact.name, fact.line) for fact in page.scopes]
        named += [(fact.rel, fact.line) for fact in page.links]
        named += [(fact.error, fact.line) for call in page.operations for fact in call.errors]
        named += [(sample.raw.split("\n")[0], sample.line) for sample in _samples((page,))]
        for text, line in named:
            assert text in lines[line - 1], f"{page.path}:{line}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_guides_hold_the_messages_that_are_known(edition: str) -> None:
    paths = sorted(path for path in (DOCS / edition).iterdir() if not path.stem.lower().endswith("_ref"))
    found = [
        message
        for path in paths
        for message in guides.messages(path.read_text(encoding="utf-8"), f"{edition}/{path.name}", edition)
    ]
    assert len(paths) == 85
    assert sum(len(EVENT.findall(one.text)) for one in found) == 46
    assert sum(one.kind in ("request", "response") for one in found) == 143
    assert sum(one.kind in ("request", "response") and not one.unread for one in found) == 130


def _samples(pages: Iterable[PageFacts]) -> Iterator[SampleFact]:
    for page in pages:
        for call in page.operations:
            yield from call.samples
        yield from (event.sample for event in page.events if event.sample)
