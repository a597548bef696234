"""Two people build on branches of their own: what git merges, ``build`` finds up to date or brings up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import change, git, repository, ucwagen

MANIFEST = "generated/.ucwagen/manifest"
PHONE = "rel: {0}\npage: {0}_ref\nsummary: A {0}.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return repository(tmp_path)


def test_unrelated_specs_merge_and_the_tree_is_up_to_date(place):
    change(place, "ann", "resources/me.yaml")
    change(place, "ben", "resources/note.yaml")

    git(place, "merge", "--quiet", "--no-edit", "ann")

    assert ucwagen(place, "build", "--check") == (0, "")
    assert ucwagen(place, "build") == (0, "generated is up to date\n")
    assert git(place, "status", "--porcelain") == ""


def test_new_specs_side_by_side_leave_the_manifest_without_conflict(place):
    change(place, "ann", "resources/plan.yaml", text=PHONE.format("plan"))
    change(place, "ben", "resources/phone.yaml", text=PHONE.format("phone"))

    git(place, "merge", "--no-edit", "ann", code=1)

    assert ".ucwagen" not in git(place, "diff", "--name-only", "--diff-filter=U")
    assert ucwagen(place, "build")[0] == 0
    assert ucwagen(place, "build", "--check") == (0, "")


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_conflict_marks_in_the_manifest_do_not_stop_a_build(place, style):
    """As where the attributes of git are not kept: the files of both sides are ours, and no others."""
    (place / "generated/.ucwagen/.gitattributes").unlink()
    git(place, "commit", "--quiet", "--all", "--message", "no attributes")
    for branch, name in (("ann", "plan"), ("ben", "phone")):
        change(place, branch, f"resources/{name}.yaml", text=PHONE.format(name))
        (place / "generated/.ucwagen/.gitattributes").unlink()
        git(place, "commit", "--quiet", "--all", "--amend", "--no-edit")
    git(place, "-c", f"merge.conflictStyle={style}", "merge", "--no-edit", "ann", code=1)
    assert "<<<<<<< " in (place / MANIFEST).read_text()
    (place / "specs/resources/phone.yaml").unlink()
    theirs = place / "generated/tiny/resources/theirs.py"
    theirs.write_text("theirs")

    code, said = ucwagen(place, "build")

    assert (code, said.splitlines()[-1].endswith("changed in generated")) == (0, True), said
    assert not (place / "generated/tiny/resources/phone.py").exists()
    assert (place / "generated/tiny/resources/plan.py").exists()
    assert theirs.read_text() == "theirs"
    assert "<<<" not in (place / MANIFEST).read_text()
    assert ucwagen(place, "build", "--check") == (0, "")


def test_stamp_is_in_no_repository(place):
    assert (place / "generated/.ucwagen/stamp").is_file()
    assert "stamp" not in git(place, "ls-files")


def test_checkout_with_windows_line_ends_is_up_to_date(place, tmp_path_factory):
    copy = tmp_path_factory.mktemp("windows") / "copy"
    git(place, "-c", "core.autocrlf=true", "clone", "--quiet", "--config", "core.autocrlf=true", ".", str(copy))
    assert b"\r\n" in (copy / "generated/tiny/_index.py").read_bytes()

    assert ucwagen(copy, "build", "--check") == (0, "")
    assert ucwagen(copy, "build") == (0, "generated is up to date\n")
