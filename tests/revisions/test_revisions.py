"""Revisions of real repositories: they are read as the disk is, and what cannot be read has a clear message."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from support import BASE
from ucwagen.cli import main
from ucwagen.inputs import collect
from ucwagen.revisions.choose import chosen

ADDED = "  mood:\n    type: string\n    summary: How the user is.\n"
Said = Callable[..., tuple[int, str, str]]


def git(folder: Path, *arguments: str) -> str:
    """The output of a git command, which no configuration of the machine changes."""
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "protocol.file.allow=always")
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, name: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", name)
    git(folder, "tag", name)


def add_a_property(specs: Path) -> None:
    path = specs / "resources/me.yaml"
    path.write_text(path.read_text("utf-8").replace("links:\n", f"{ADDED}links:\n"), "utf-8")


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the tiny API as v1, and with one property more as v2."""
    folder = tmp_path / "work"
    shutil.copytree(BASE / "specs", folder / "specs")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, "v1")
    add_a_property(folder / "specs")
    commit(folder, "v2")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs ``ucwagen diff``; returns its exit code and what it printed."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["diff", *words])
        out = capsys.readouterr()
        return code, out.out, out.err

    return run


def found(text: str) -> list[str]:
    """The lines with places."""
    return [line.strip() for line in text.splitlines() if line.startswith("    ")]


PROPERTY = "specs/resources/me.yaml:8:3: property `mood` of `me` is new, of type `string`"


def test_two_revisions_are_compared(work, said):
    assert found(said("v1", "v2")[1]) == [f"v2:{PROPERTY}"]
    assert found(said("v2", "v1")[1]) == ["v2:specs/resources/me.yaml:8:3: property `mood` of `me` is removed"]
    assert found(said("HEAD~1", "main:specs")[1]) == [f"main:{PROPERTY}"]


def test_a_revision_is_compared_with_the_disk(work, said):
    add = work / "specs/resources/me.yaml"
    add.write_text(add.read_text("utf-8").replace("How the user is.", "How the user feels."), "utf-8")

    assert found(said("v1")[1]) == [PROPERTY]
    assert found(said("HEAD")[1]) == ["specs/resources/me.yaml:10:5: property `mood` of `me` has another description"]
    assert git(work, "status", "--porcelain") == "M specs/resources/me.yaml"


def test_a_revision_is_compared_with_a_folder(work, said):
    shutil.copytree(BASE / "specs", work / "other")

    assert found(said("v1", "other")[1]) == []
    assert found(said("other", "v2")[1]) == [f"v2:{PROPERTY}"]


def test_git_gives_the_files_that_the_disk_has(work):
    (work / "specs/sandbox").mkdir()
    (work / "specs/sandbox/notes.py").write_text("MOST = 1\n")
    (work / "specs/.hidden.yaml").write_text("no: spec\n")
    (work / "specs/NOTICE").write_text("By Ann.\n")
    (work / "specs/readme.txt").write_text("Not read.\n")
    commit(work, "v3")

    assert chosen("v3").inputs(Path("specs")).files == collect(work / "specs").files


def test_from_a_folder_below(work, said, monkeypatch):
    (work / "sub").mkdir()
    monkeypatch.chdir(work / "sub")

    assert found(said("v1", "--specs", "../specs")[1]) == [f"../{PROPERTY}"]
    assert found(said("v1:specs", "v2:./../specs")[1]) == [f"v2:{PROPERTY}"]


def test_specs_at_the_top_of_a_repository(work, said, monkeypatch):
    git(work / "specs", "init", "--quiet", "--initial-branch", "main")
    commit(work / "specs", "inner")
    monkeypatch.chdir(work / "specs")

    assert found(said("inner", "--specs", ".")[1]) == []
    assert found(said("inner:", "inner:.")[1]) == []


def test_worktree(work, said, monkeypatch):
    git(work, "worktree", "add", "--quiet", "--detach", "../tree", "v1")
    monkeypatch.chdir(work.parent / "tree")

    assert found(said("v1")[1]) == []
    assert found(said("main")[1]) == ["main:specs/resources/me.yaml:8:3: property `mood` of `me` is removed"]


def test_bare_repository(work, said, monkeypatch):
    git(work.parent, "clone", "--quiet", "--bare", "work", "bare.git")
    monkeypatch.chdir(work.parent / "bare.git")

    assert found(said("v1", "v2")[1]) == [f"v2:{PROPERTY}"]
    assert found(said("v1:specs", "v2:specs")[1]) == [f"v2:{PROPERTY}"]


def test_submodule(work, said, monkeypatch):
    outer = work.parent / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet", "--initial-branch", "main")
    git(outer, "submodule", "--quiet", "add", "../work", "apis")
    git(outer / "apis", "checkout", "--quiet", "v1")
    commit(outer, "old")
    git(outer / "apis", "checkout", "--quiet", "v2")
    commit(outer, "new")
    monkeypatch.chdir(outer)

    assert found(said("old", "new", "--specs", "apis/specs")[1]) == [PROPERTY.replace("specs/", "new:apis/specs/", 1)]
    monkeypatch.setenv("GIT_DIR", str(outer / ".git"))  # as in a hook of git
    assert len(found(said("old", "--specs", "apis/specs")[1])) == 1
    shutil.rmtree(outer / "apis")
    code, _, err = said("old:apis/specs", "new:apis/specs")
    assert (code, "`apis` is a submodule that is not checked out; run `git submodule update --init`" in err) == (
        2,
        True,
    )


def test_shallow_clone(work, said, monkeypatch):
    git(work.parent, "clone", "--quiet", "--depth", "1", f"file://{work}", "shallow")
    monkeypatch.chdir(work.parent / "shallow")

    code, _, err = said("HEAD~1")

    assert code == 2
    assert "`HEAD~1` is not in this clone: this clone is shallow; fetch what it lacks" in err


def test_renamed_folder(work, said):
    git(work, "mv", "specs", "api")
    commit(work, "v3")

    code, _, err = said("v1", "v3", "--specs", "api")

    assert (code, "`v1` has no folder `api`; folders of specs then: `v1:specs`" in err) == (2, True)
    assert found(said("v1:specs", "v3", "--specs", "api")[1]) == [PROPERTY.replace("specs/", "v3:api/", 1)]


def test_line_ends_of_others(work, said):
    for path in (work / "specs").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert found(said("v2")[1]) == []
    assert found(said("v1")[1]) == [PROPERTY]


def test_links_are_followed_inside_the_folder_alone(work, said):
    specs = work / "specs"
    (work / "shared").mkdir()
    (specs / "enums/Importance.yaml").rename(specs / "enums/.importance")
    (specs / "enums/Importance.yaml").symlink_to(".importance")
    (specs / "resources").rename(specs / ".resources")
    (specs / "resources").symlink_to(".resources")
    commit(work, "inside")
    assert found(said("v2", "inside")[1]) == []

    (specs / "enums/Importance.yaml").unlink()
    (work / "outside.yaml").write_bytes((BASE / "specs/enums/Importance.yaml").read_bytes())
    (specs / "enums/Importance.yaml").symlink_to("../../outside.yaml")
    commit(work, "outside")
    code, _, err = said("v2", "outside")
    assert code == 1
    assert (
        "outside:specs/enums/Importance.yaml:1:1: error: in the new specs: is a link out of the folder of specs" in err
    )


def test_what_a_build_refuses_is_refused_in_a_revision(work, said):
    (work / "specs/more.yml").write_text("rel: more\n")
    commit(work, "v3")

    code, out, err = said("v3", "v1")

    assert (code, out) == (1, "")
    assert "v3:specs/more.yml:1:1: error: in the old specs: this file is not read: specs end in `.yaml`" in err


def test_faults_of_both_sides_come_together(work, said):
    path = work / "specs/resources/note.yaml"
    path.write_text(path.read_text("utf-8").replace("type: Importance", "type: Importanze"), "utf-8")
    commit(work, "v3")
    path.write_text(path.read_text("utf-8").replace("rel: note", "relation: note"), "utf-8")

    code, out, err = said("v3")

    assert (code, out) == (1, "")
    assert "v3:specs/resources/note.yaml:9:11: error: in the old specs: " in err
    assert "\nspecs/resources/note.yaml:1:1: error: in the new specs: " in err
    assert err.endswith("faults in 2 files\n")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("mian",), "`mian` is neither a folder nor a revision; did you mean `main`?"),
        (("v1..v2",), "`v1..v2` is a range; give two revisions: `v1 v2`"),
        (("...main",), "`...main` is a range; give two revisions: `HEAD main`"),
        (("v1:nothing", "v2"), "`v1` has no folder `nothing`; folders of specs then: `v1:specs`"),
        (("v1:specs/api.yaml", "v2"), "`specs/api.yaml` is a file in `v1`; name the folder of specs"),
        (("v1:../specs", "v2"), "`../specs` is outside of the repository"),
        ((":specs", "v2"), "`:specs` names no revision"),
        (("", "v2"), "an empty word is neither a folder nor a revision"),
        (("v1:--help", "v2"), "`v1` has no folder `--help`"),
        (("--", "--help", "v2"), "`--help` is neither a folder nor a revision"),
        (("v1\x1b[31m",), "`v1<U+001B>[31m` is neither a folder nor a revision"),
    ],
)
def test_what_names_nothing_is_told(work, said, words, why):
    code, out, err = said(*words)

    assert (code, out) == (2, "")
    assert why in err


def test_a_word_that_is_both_is_refused(work, said):
    shutil.copytree(BASE / "specs", work / "v1")

    code, _, err = said("v1")

    assert (code, "`v1` is a folder and a revision; write `./v1`, or its full name in `refs/`" in err) == (2, True)
    assert found(said("./v1")[1]) == [PROPERTY]
    assert found(said("refs/tags/v1")[1]) == [PROPERTY]


def test_outside_of_a_repository(tmp_path, said, monkeypatch):
    shutil.copytree(BASE / "specs", tmp_path / "specs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    code, _, err = said("v1")

    assert (code, "`v1` is no folder, and git cannot read a repository in `specs`: not a git repository" in err) == (
        2,
        True,
    )


def test_without_git(work, said, monkeypatch):
    shutil.copytree(BASE / "specs", work / "other")
    monkeypatch.setenv("PATH", "")

    code, _, err = said("v1")

    assert (code, "git is not installed, and revisions need it; give two folders instead" in err) == (2, True)
    assert found(said("./other", "./specs")[1]) == [PROPERTY]
    assert found(said("other")[1]) == [PROPERTY]


def test_a_name_with_spaces_and_other_letters(work, said):
    git(work, "mv", "specs", "die Spezifikationen ä")
    commit(work, "v3")

    assert found(said("v3", "--specs", "die Spezifikationen ä")[1]) == []
