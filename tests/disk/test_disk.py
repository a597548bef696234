"""Writing a tree beside other files: what changes, what stays, and what is refused."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest
from trees import KEPT, NEW, OLD, SAME, contents, leftovers, named

from ucwagen.disk import write as disk
from ucwagen.disk.changes import Changes

NOBODY = 65534


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "site" / "generated"


def test_first_build_makes_the_tree(root):
    assert disk.write(root, OLD).paths == tuple(sorted([*OLD, *KEPT]))
    assert contents(root) == named(OLD)
    assert leftovers(root) == []


def test_removed_and_changed_files_are_reported_and_gone(root):
    disk.write(root, OLD | SAME)

    expected = tuple(sorted([*(OLD | NEW), PurePosixPath(".ucwagen/manifest")]))

    assert disk.compare(root, NEW | SAME) == expected
    assert disk.write(root, NEW | SAME).paths == expected
    assert contents(root) == named(NEW | SAME)
    assert disk.compare(root, NEW | SAME) == ()


def test_folders_of_removed_files_go(root):
    disk.write(root, SAME | {PurePosixPath("deep/down/file.py"): ""})
    disk.write(root, SAME)

    assert not (root / "deep").exists()


def test_unchanged_files_keep_their_time_and_their_inode(root):
    disk.write(root, OLD | SAME)
    before = (root / "same.py").stat()
    time.sleep(0.01)
    disk.write(root, NEW | SAME)
    after = (root / "same.py").stat()

    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_build_of_the_same_touches_nothing(root):
    disk.write(root, OLD)
    before = root.stat()

    assert disk.write(root, OLD) == Changes()
    assert (root.stat().st_ino, root.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_mode_of_a_changed_file_stays(root):
    disk.write(root, OLD)
    (root / "both.py").chmod(0o755)
    disk.write(root, NEW)

    assert (root / "both.py").stat().st_mode & 0o777 == 0o755


def test_files_of_others_stay_as_they_are(root):
    disk.write(root, OLD)
    (root / "ucwa2/notes").mkdir()
    (root / "empty").mkdir()
    (root / "ucwa2/notes/mine.txt").write_text("mine")
    (root / "link").symlink_to("/nowhere")
    before = (root / "ucwa2/notes/mine.txt").stat()
    disk.write(root, NEW)
    after = (root / "ucwa2/notes/mine.txt").stat()

    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (root / "link").readlink() == Path("/nowhere")
    assert (root / "empty").is_dir()


def test_edited_file_of_ours_is_overwritten(root):
    disk.write(root, OLD)
    (root / "both.py").write_text("edited")

    assert disk.write(root, OLD).paths == (PurePosixPath("both.py"),)
    assert (root / "both.py").read_text() == "old\n"


def test_file_of_others_with_our_content_is_adopted(root):
    root.mkdir(parents=True)
    (root / "both.py").write_text("old\n")
    disk.write(root, OLD)
    disk.write(root, NEW)

    assert contents(root) == named(NEW)


def _file(path: Path) -> None:
    path.write_text("mine")


def _folder(path: Path) -> None:
    path.mkdir()


def _link(path: Path) -> None:
    path.symlink_to(path.parent.parent / "elsewhere")


@pytest.mark.parametrize("make", [_file, _folder, _link])
@pytest.mark.parametrize("name", ["both.py", "ucwa2"])
def test_what_others_put_in_the_way_is_refused(root: Path, make: Callable[[Path], None], name: str):
    root.mkdir(parents=True)
    (root.parent / "elsewhere").mkdir()
    make(root / name)
    if (make, name) == (_folder, "ucwa2"):
        disk.write(root, OLD)
        return

    with pytest.raises(FileExistsError) as raised:
        disk.write(root, OLD)

    assert raised.value.filename == str(root / name)
    assert list((root.parent / "elsewhere").iterdir()) == []
    assert [path.name for path in root.iterdir()] == [name]
    assert leftovers(root) == ["elsewhere"]


def test_link_in_the_place_of_a_file_of_ours_is_not_written_through(root):
    disk.write(root, OLD)
    target = root.parent / "target"
    target.write_text("theirs")
    (root / "both.py").unlink()
    (root / "both.py").symlink_to(target)

    with pytest.raises(FileExistsError):
        disk.write(root, NEW)

    assert target.read_text() == "theirs"


def test_folder_that_is_a_link_now_is_not_emptied(root):
    disk.write(root, OLD)
    (root / "ucwa2").rename(root.parent / "moved")
    (root / "ucwa2").symlink_to(root.parent / "moved")
    disk.write(root, {PurePosixPath("both.py"): "new\n"})

    assert len(list((root.parent / "moved").iterdir())) == 20


def test_manifest_that_cannot_be_read_is_refused(root):
    disk.write(root, OLD)
    (root / ".ucwagen/manifest").write_text("file both.py\nboth.py\n")

    with pytest.raises(OSError, match="restore it"):
        disk.write(root, NEW)

    assert contents(root) == named(OLD)


@pytest.mark.parametrize("name", ["../outside.py", "/outside.py", "a/../../outside.py"])
def test_manifest_does_not_reach_outside(root, name):
    disk.write(root, OLD)
    (root.parent / "outside.py").write_text("theirs")
    (root / ".ucwagen/manifest").write_text(f"file {name}\n")

    with pytest.raises(OSError, match="restore it"):
        disk.write(root, NEW)

    assert (root.parent / "outside.py").exists()


def test_output_that_is_a_file_or_holds_the_working_directory_is_refused(root, monkeypatch):
    root.parent.mkdir()
    root.write_text("mine")
    with pytest.raises(OSError, match="is not a folder"):
        disk.write(root, OLD)

    monkeypatch.chdir(root.parent)
    with pytest.raises(OSError, match="working directory"):
        disk.write(Path(), OLD)


def test_output_through_a_link_changes_what_it_leads_to(root):
    real = root.parent / "real"
    disk.write(real, OLD)
    root.symlink_to(real)
    disk.write(root, NEW)

    assert root.is_symlink()
    assert contents(real) == named(NEW)


@pytest.mark.parametrize("bad", [("a.py", "A.py"), ("/a.py",), ("../a.py",)])
def test_paths_that_leave_the_tree_or_clash_are_a_bug(root, bad):
    with pytest.raises(ValueError, match="cannot write"):
        disk.write(root, {PurePosixPath(path): "" for path in bad})


@pytest.fixture
def powerless() -> Iterator[Path]:
    """A folder of a user without special rights; the test runs as that user."""
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        os.chown(name, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, 0)
        try:
            yield Path(name)
        finally:
            os.setresuid(0, 0, 0)


@pytest.mark.parametrize("folder", ["generated/ucwa2", "generated", "."])
def test_read_only_folder_is_refused(powerless, folder):
    root = powerless / "generated"
    disk.write(root, OLD)
    (powerless / folder).chmod(0o555)

    with pytest.raises(PermissionError):
        disk.write(root, NEW)

    (powerless / folder).chmod(0o755)
    assert contents(root) == named(OLD)
    assert leftovers(root) == []


def test_read_only_folder_of_others_is_carried_over(root):
    disk.write(root, OLD)
    (root / "theirs").mkdir()
    (root / "theirs/file").write_text("theirs")
    (root / "theirs").chmod(0o555)
    disk.write(root, NEW)

    assert (root / "theirs/file").read_text() == "theirs"
    assert (root / "theirs").stat().st_mode & 0o777 == 0o555
    assert leftovers(root) == []
