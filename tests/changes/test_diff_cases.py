"""A folder below cases/diff for each rule: what the old and the new specs have besides the tiny API of cases/base.

Both are compared as real folders; expected.txt is what the command prints of it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support import CASES
from ucwagen import pipeline
from ucwagen.changes.forms import as_text
from ucwagen.changes.forms.words import Titled
from ucwagen.changes.rules.catalogue import RULES
from ucwagen.changes.types.change import Comparison
from ucwagen.inputs import collect

IDEAS = sorted(path for path in (CASES / "diff").iterdir() if path.is_dir())
LONGEST = 30


def lay_out(idea: Path, folder: Path) -> None:
    """Both folders of specs, ``old`` and ``new``, below a folder."""
    for side in ("old", "new"):
        shutil.copytree(CASES / "base/specs", folder / side)
        if (idea / side).exists():
            shutil.copytree(idea / side, folder / side, dirs_exist_ok=True)


def compared(old: Path, new: Path) -> Comparison:
    return pipeline.compare(collect(old), collect(new))


def test_every_rule_has_a_case():
    assert [idea.name for idea in IDEAS] == sorted(RULES)


def test_mirrors_are_mutual():
    for rule in RULES.values():
        assert RULES[rule.opposite].opposite == rule.id
        assert rule.gone == (RULES[rule.opposite].gone is False and rule.mirror != "") or not rule.gone


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_change_is_found_by_its_rule_and_the_other_direction_by_mirrored_rules(idea, golden, tmp_path, monkeypatch):
    lay_out(idea, tmp_path)
    monkeypatch.chdir(tmp_path)
    there, back = compared(Path("old"), Path("new")), compared(Path("new"), Path("old"))
    text = as_text.text([Titled("old", "new", there)])

    golden(idea / "expected.txt", text)
    assert f"\n  {idea.name}: {RULES[idea.name].why}\n" in text
    assert sorted(RULES[change.rule.id].opposite for change in there.changes) == sorted(
        change.rule.id for change in back.changes
    )


def test_case_is_short():
    paths = (path for idea in IDEAS for path in idea.rglob("*") if path.is_file() and path.name != "expected.txt")

    assert [path for path in paths if path.read_bytes().count(b"\n") > LONGEST] == []
