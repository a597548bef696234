"""A build overwrites no edit that nothing else keeps; what git brought into the tree is no edit."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import NO_SETTINGS, change, git, repository
from repositories import ucwagen as command

import forked
import ucwagen
from ucwagen.backends.generate import generate
from ucwagen.disk import write
from ucwagen.disk.workspace import Workspace
from ucwagen.exits import Exit
from ucwagen.overwriting import Overwriting

STAMP = "generated/.ucwagen/stamp"
INDEX, NOTE = "generated/tiny/_index.py", "generated/tiny/resources/note.py"
PROVENANCE = "generated/tiny/provenance.py"
PLAN = "generated/tiny/resources/plan.py"
MINE = "# mine\n"


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository in which ann, ben and cat have changed a spec each, ann and cat the same; main was built last."""
    place = repository(tmp_path_factory.mktemp("team"))
    for branch, page in (("ann", "note"), ("ben", "me"), ("cat", "note")):
        change(place, branch, f"resources/{page}.yaml")
    git(place, "switch", "--quiet", "main")
    assert ucwagen.build(place / "specs", place / "generated").ok
    return place


@pytest.fixture
def place(team: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that repository, which is the working directory."""
    shutil.copytree(team, tmp_path / "copy", symlinks=True)
    monkeypatch.chdir(tmp_path / "copy")
    for name, value in NO_SETTINGS.items():
        monkeypatch.setenv(name, value)
    return tmp_path / "copy"


def append(place: Path, name: str = NOTE, text: str = MINE) -> None:
    with (place / name).open("a", encoding="utf-8", newline="") as file:
        file.write(text)


def reword(place: Path, name: str = "note", words: str = "New, ") -> None:
    spec = place / f"specs/resources/{name}.yaml"
    spec.write_text(spec.read_text().replace("summary: ", f"summary: {words}", 1))


def built() -> ucwagen.Report:
    """The report of a build that goes through, and after which the tree is up to date."""
    report = ucwagen.build().raise_for_faults()
    assert ucwagen.build(check=True).changed == ()
    return report


def refused(*names: str) -> None:
    """A build refuses these files, and no others; it changes nothing."""
    before = tree()
    assert [fault.span.source.path for fault in ucwagen.build().faults] == sorted(names)
    assert before == tree()


def tree() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in Path("generated").rglob("*") if path.is_file()}


def test_an_edit_is_refused_at_its_line_and_force_goes_on(place: Path) -> None:
    module = place / INDEX
    before = module.read_text()
    number, line = next((n, line) for n, line in enumerate(before.split("\n"), 1) if "X-Minimum-Version" in line)
    module.write_text(before.replace("X-Minimum-Version", "X-Mine"))

    code, said = command(place, "build")
    forced = command(place, "build", "--force")

    assert code == Exit.FAULTS
    assert f"{INDEX}:{number}:1: error: was edited after it was generated" in said
    assert line.replace("X-Minimum-Version", "X-Mine") in said
    assert "--force" in said
    assert forced == (
        Exit.OK,
        f"{INDEX}: was not as the last build left it; the change is overwritten\n1 file changed in generated\n",
    )
    assert module.read_text() == before
    assert git(place, "status", "--porcelain") == ""


def test_an_edit_stays_refused_when_specs_change_too(place: Path) -> None:
    append(place)
    reword(place)
    reword(place, "me")

    refused(NOTE)


def test_an_edited_file_whose_spec_is_gone_is_not_removed(place: Path) -> None:
    change(place, "dan", "resources/plan.yaml", text="rel: plan\npage: plan_ref\nsummary: A plan.\n")
    append(place, PLAN)
    (place / "specs/resources/plan.yaml").unlink()

    refused(PLAN)

    assert ucwagen.build(force=True).edited == (Path(PLAN),)
    assert not (place / PLAN).exists()


def test_every_file_that_a_formatter_changed_is_named(place: Path) -> None:
    """As where a hook formats the whole repository."""
    folder = "generated/tiny/resources"
    line = [sys.executable, "-m", "ruff", "format", "--quiet", "--line-length", "60", "--no-cache", folder]
    subprocess.run(line, cwd=place, check=True)
    changed = git(place, "diff", "--name-only").split()
    assert len(changed) > 1

    refused(*changed)


def test_the_refusal_has_the_form_for_machines(place: Path) -> None:
    append(place)

    done = forked.run(place, "build", "--error-format", "json")

    assert [(one["path"], one["severity"]) for one in json.loads(done.stdout)["faults"]] == [(NOTE, "error")]


def test_check_and_diff_do_not_refuse(place: Path) -> None:
    append(place)

    assert ucwagen.build(check=True).changed == (Path(NOTE),)
    assert command(place, "build", "--diff") == (Exit.OK, "")


def test_backends_refuse_and_may_be_forced(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append(place)

    with pytest.raises(SystemExit):
        generate()
    assert f"{NOTE}:" in capsys.readouterr().err

    generate(overwriting=Overwriting(wanted=True))
    assert ucwagen.build(check=True).changed == ()


def test_an_edit_in_a_fresh_clone_is_refused(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no note of a build, but git tracks the file and does not have this text."""
    git(place, "clone", "--quiet", ".", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    append(tmp_path / "clone")

    refused(NOTE)


def test_without_git_the_last_build_is_known(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(place / "empty"))
    append(place)
    reword(place, "me")

    refused(NOTE)

    (place / STAMP).unlink()
    assert len(built().changed) == 3


def test_a_tree_that_git_ignores_is_overwritten_where_no_build_is_known(place: Path) -> None:
    """As a tree that a cache, or an archive, brought: it is of another version, and has no edits."""
    (place / ".gitignore").write_text("generated\n")
    git(place, "rm", "--quiet", "-r", "--cached", "generated")
    git(place, "commit", "--quiet", "--all", "--message", "ignored")
    append(place)
    refused(NOTE)
    (place / STAMP).unlink()

    assert built().changed == (Path(NOTE),)


@pytest.mark.parametrize("stamped", [True, False], ids=["built-before", "never-built-here"])
def test_a_committed_edit_is_overwritten_and_named(place: Path, stamped: bool) -> None:
    append(place)
    git(place, "commit", "--quiet", "--all", "--message", "edited")
    if not stamped:
        (place / STAMP).unlink()

    assert command(place, "build") == (
        Exit.OK,
        f"{NOTE}: was not as the last build left it; git keeps what it was\n1 file changed in generated\n",
    )
    assert MINE in git(place, "show", f"HEAD:{NOTE}")


def switched(place: Path) -> None:
    git(place, "switch", "--quiet", "ann")


def switched_through(place: Path) -> None:
    git(place, "switch", "--quiet", "ann")
    git(place, "switch", "--quiet", "ben")


def with_files_of_another_branch(place: Path) -> None:
    git(place, "checkout", "--quiet", "ann", "--", "generated")


def restored_from_another_branch(place: Path) -> None:
    """Into the tree alone, not into the index."""
    git(place, "restore", "--source", "ann", "--worktree", "generated")


def merged(place: Path) -> None:
    git(place, "switch", "--quiet", "ben")
    git(place, "merge", "--quiet", "--no-edit", "ann")


def merged_with_conflicts(place: Path, *options: str) -> None:
    git(place, "switch", "--quiet", "cat")
    git(place, *options, "merge", "--no-edit", "ann", code=1)
    assert "<<<<<<< " in (place / NOTE).read_text()
    git(place, "checkout", "--ours", "--", "specs")


def merged_with_long_conflicts(place: Path) -> None:
    merged_with_conflicts(place, "-c", "merge.conflictStyle=zdiff3")


def merged_with_conflicts_half_mended(place: Path) -> None:
    merged_with_conflicts(place)
    text = (place / NOTE).read_text()
    (place / NOTE).write_text(text.replace("<<<<<<< HEAD\n", ""))


def rebased_with_conflicts(place: Path) -> None:
    git(place, "switch", "--quiet", "cat")
    git(place, "rebase", "--quiet", "ann", code=1)
    git(place, "checkout", "--theirs", "--", "specs")


def picked(place: Path) -> None:
    git(place, "cherry-pick", "--no-commit", "ann")


def reverted(place: Path) -> None:
    git(place, "switch", "--quiet", "ann")
    git(place, "revert", "--no-commit", "HEAD")


def unstashed(place: Path) -> None:
    """A tree that was built, put away, and brought back after other builds."""
    reword(place, "note", "Stashed, ")
    assert ucwagen.build().ok
    git(place, "stash", "--quiet")
    assert ucwagen.build().ok
    git(place, "stash", "pop", "--quiet")


def amended(place: Path) -> None:
    git(place, "switch", "--quiet", "ann")
    git(place, "reset", "--quiet", "--soft", "main")
    git(place, "commit", "--quiet", "--message", "again")
    git(place, "reset", "--quiet", "--hard", "main")


def with_windows_line_ends(place: Path) -> None:
    git(place, "config", "core.autocrlf", "true")
    (place / STAMP).unlink()
    git(place, "rm", "--quiet", "-r", "--cached", ".")
    subprocess.run(["git", "reset", "--quiet", "--hard", "ann"], cwd=place, check=True)
    assert b"\r\n" in (place / NOTE).read_bytes()


WAYS = [
    switched, switched_through, with_files_of_another_branch, restored_from_another_branch, merged,
    merged_with_conflicts, merged_with_long_conflicts, merged_with_conflicts_half_mended, rebased_with_conflicts,
    picked, reverted, unstashed, amended, with_windows_line_ends,
]  # fmt: skip


@pytest.mark.parametrize("stamped", [True, False], ids=["built-before", "never-built-here"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.replace("_", "-"))
def test_what_git_brought_is_no_edit(place: Path, way: Callable[[Path], None], stamped: bool) -> None:
    """The tree of a branch whose specs are then changed is built, however git brought it."""
    way(place)
    if not stamped:
        (place / STAMP).unlink(missing_ok=True)
    reword(place, "note", "Afterwards, ")
    reword(place, "me", "Afterwards, ")

    assert Path(NOTE) in built().changed
    assert "Afterwards, " in (place / NOTE).read_text()


def test_a_patch_that_was_applied_is_a_build(place: Path) -> None:
    """Where a build runs before the specs change again, as in a hook."""
    reword(place)
    patch = forked.exact(place, "build", "--diff")
    assert patch.returncode == Exit.OK
    subprocess.run(["git", "apply"], cwd=place, input=patch.stdout, check=True)

    assert built().changed == ()
    reword(place, words="Again, ")
    assert built().changed == (Path(PROVENANCE), Path(NOTE))


def test_a_build_that_was_killed_leaves_no_edits(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tree that has taken its place is the one that the stamp in it knows, at any moment."""
    reword(place)
    with monkeypatch.context() as patch:
        patch.setattr(write, "_take_place", killed_after(write._take_place))
        with pytest.raises(KeyboardInterrupt):
            ucwagen.build()
    assert "New, " in (place / NOTE).read_text()

    reword(place, words="Again, ")

    assert Path(NOTE) in built().changed


def killed_after(step: Callable[[Workspace], None]) -> Callable[[Workspace], None]:
    def killed(space: Workspace) -> None:
        step(space)
        raise KeyboardInterrupt

    return killed


def test_a_merged_tree_that_is_edited_then_is_refused(place: Path) -> None:
    merged(place)
    append(place)

    refused(NOTE)
