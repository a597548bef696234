"""The report on the two editions of the reference, from their pages: a page of the documentation, as long as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from editions import EDITIONS, PAGES, specs_of

from support import ROOT
from ucwagen import pipeline
from ucwagen.changes.forms import as_markdown
from ucwagen.changes.forms.words import Titled
from ucwagen.changes.types.change import Comparison
from ucwagen.inputs import collect

GUIDE = ROOT / "docs/editions.md"
BEGIN, END = "<!-- report:begin -->\n", "<!-- report:end -->"
LONGEST = 200_000
CLAIM = re.compile(r"`([a-z-]+)`: (\d+)")

pytestmark = pytest.mark.skipif(not PAGES.exists(), reason="needs the pages in ../shared/docs")


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """The changes from the specs of one edition to those of the other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("editions"))
        old, new = (collect(specs_of(edition, Path())) for edition in EDITIONS)
        return pipeline.compare(old, new)


def test_report_is_as_the_pages_give_it(comparison, golden):
    report = as_markdown.text([Titled(*EDITIONS, comparison)], LONGEST)
    before, _, rest = GUIDE.read_text("utf-8").partition(BEGIN)

    golden(GUIDE, f"{before}{BEGIN}\n{report}\n{END}{rest.partition(END)[2]}")


def test_head_tells_the_numbers_of_the_report(comparison):
    counts: dict[str, int] = {}
    for change in comparison.changes:
        counts[change.rule.id] = counts.get(change.rule.id, 0) + 1
    claims = CLAIM.findall(GUIDE.read_text("utf-8").partition(BEGIN)[0])

    assert len(claims) > 10
    assert {rule: counts.get(rule, 0) for rule, _ in claims} == {rule: int(number) for rule, number in claims}
    for rule in ("resource-removed", "operation-removed", "enum-removed", "enum-value-removed", "state-removed"):
        assert rule not in counts


def test_report_says_nothing_of_what_no_page_says(comparison):
    """Only facts of pages differ: words and settings of the specs are the same on both sides."""
    unlike = {change.rule.id for change in comparison.changes} & {
        "description-changed", "order-changed", "python-name-changed", "metadata-changed", "error-status-changed",
    }  # fmt: skip

    assert unlike == set()
