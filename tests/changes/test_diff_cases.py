"""A folder below cases/diff for each rule: what the old and the new specs have besides the tiny API of cases/base.

The command compares both, as real folders; expected.txt is its output.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support import CASES
from ucwagen import pipeline
from ucwagen.changes.rules.catalogue import RULES
from ucwagen.changes.types.change import Comparison
from ucwagen.cli import main
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
def test_change_is_found_by_its_rule(idea, golden, tmp_path, monkeypatch, capsys):
    lay_out(idea, tmp_path)
    monkeypatch.chdir(tmp_path)

    assert main(["diff", "old", "new"]) == 0
    text = capsys.readouterr().out
    golden(idea / "expected.txt", text)
    assert f"\n  {idea.name}: {RULES[idea.name].why}\n" in text


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_other_direction_is_found_by_the_mirrored_rules(idea, tmp_path):
    lay_out(idea, tmp_path)
    old, new = tmp_path / "old", tmp_path / "new"

    there, back = compared(old, new), compared(new, old)

    assert sorted(RULES[change.rule.id].opposite for change in there.changes) == sorted(
        change.rule.id for change in back.changes
    )
    assert compared(old, old).changes == compared(new, new).changes == ()


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_case_is_short(idea):
    for path in (path for path in idea.rglob("*") if path.is_file() and path.name != "expected.txt"):
        assert path.read_bytes().count(b"\n") <= LONGEST, path
