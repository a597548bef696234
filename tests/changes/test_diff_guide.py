"""The guide lists every rule with its class, its reason and an example, as the code and the cases have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from support import CASES, ROOT
from ucwagen.changes.rules.catalogue import IGNORED, SECTIONS
from ucwagen.changes.types.rule import Rule

GUIDE = ROOT / "docs/diff.md"


def example(rule: Rule) -> str:
    """What the case of the rule says, without its place."""
    _, _, text = (
        (CASES / "diff" / rule.id / "expected.txt").read_text("utf-8").partition(f"\n  {rule.id}: {rule.why}\n")
    )
    return re.split(r":\d+:\d+: ", text.splitlines()[0], maxsplit=1)[1]


def rules() -> Iterator[str]:
    for title, found in SECTIONS.items():
        yield f"\n### {title}\n\n| rule | class | why | example |\n|---|---|---|---|\n"
        yield from (f"| `{rule.id}` | {rule.impact.value} | {rule.why} | {example(rule)} |\n" for rule in found)
    yield "\n"


def ignored() -> Iterator[str]:
    yield "\n| field | why |\n|---|---|\n"
    yield from (f"| `{field}` | {why} |\n" for field, why in IGNORED.items())
    yield "\n"


def test_guide_has_the_rules_as_they_are(golden):
    text = GUIDE.read_text("utf-8")
    for name, rows in (("rules", rules()), ("ignored", ignored())):
        begin, end = f"<!-- {name}:begin -->\n", f"<!-- {name}:end -->"
        before, _, rest = text.partition(begin)
        text = before + begin + "".join(rows) + end + rest.partition(end)[2]

    golden(GUIDE, text)


def test_ids_are_words_with_hyphens_and_reasons_are_sentences():
    found = [rule for rows in SECTIONS.values() for rule in rows]

    assert len({rule.id for rule in found}) == len(found)
    for rule in found:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+|deprecated", rule.id)
        assert re.fullmatch(r"[A-Z].*[^.]\.", rule.why), rule.id
