"""Writing a tree: killed, out of space, two at once, beside files of others, it is the old tree or the new one."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

import pytest

from ucwagen.emit import disk
from ucwagen.emit.disk import tree

Files = dict[PurePosixPath, str]

OLD: Files = {PurePosixPath(f"ucwa/old{n}.py"): f"old {n}\n" for n in range(20)} | {PurePosixPath("both.py"): "old\n"}
NEW: Files = {PurePosixPath(f"ucwa/new{n}.py"): f"new {n}\n" for n in range(20)} | {PurePosixPath("both.py"): "new\n"}
SAME: Files = {PurePosixPath("same.py"): "same\n"}
NOBODY = 65534

TOGGLE = """
import sys
from pathlib import Path, PurePosixPath
sys.path.insert(0, {tests!r})
from test_disk import NEW, OLD, SAME
from ucwagen.emit import disk
print("ready", flush=True)
while True:
    for files in (NEW, OLD):
        disk.write(Path({root!r}), files | SAME)
"""


def contents(root: Path) -> dict[str, str]:
    """What is in the tree, without the manifest."""
    paths = [path for path in sorted(root.rglob("*")) if path.is_file() and path.name != ".ucwagen.json"]
    return {path.relative_to(root).as_posix(): path.read_text() for path in paths}


def named(files: Files) -> dict[str, str]:
    return {str(path): text for path, text in files.items()}


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.parent.iterdir() if path != root]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "site" / "generated"


def test_first_build_makes_the_tree(root):
    assert disk.write(root, OLD) == tuple(sorted([*OLD, PurePosixPath(".ucwagen.json")]))
    assert contents(root) == named(OLD)
    assert leftovers(root) == []


def test_removed_and_changed_files_are_reported_and_gone(root):
    disk.write(root, OLD | SAME)

    expected = tuple(sorted([*(OLD | NEW), PurePosixPath(".ucwagen.json")]))

    assert disk.compare(root, NEW | SAME) == expected
    assert disk.write(root, NEW | SAME) == expected
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

    assert disk.write(root, OLD) == ()
    assert (root.stat().st_ino, root.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_mode_of_a_changed_file_stays(root):
    disk.write(root, OLD)
    (root / "both.py").chmod(0o755)
    disk.write(root, NEW)

    assert (root / "both.py").stat().st_mode & 0o777 == 0o755


def test_files_of_others_stay_as_they_are(root):
    disk.write(root, OLD)
    (root / "ucwa/notes").mkdir()
    (root / "empty").mkdir()
    (root / "ucwa/notes/mine.txt").write_text("mine")
    (root / "link").symlink_to("/nowhere")
    before = (root / "ucwa/notes/mine.txt").stat()
    disk.write(root, NEW)
    after = (root / "ucwa/notes/mine.txt").stat()

    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (root / "link").readlink() == Path("/nowhere")
    assert (root / "empty").is_dir()


def test_edited_file_of_ours_is_overwritten(root):
    disk.write(root, OLD)
    (root / "both.py").write_text("edited")

    assert disk.write(root, OLD) == (PurePosixPath("both.py"),)
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
@pytest.mark.parametrize("name", ["both.py", "ucwa"])
def test_what_others_put_in_the_way_is_refused(root: Path, make: Callable[[Path], None], name: str):
    root.mkdir(parents=True)
    (root.parent / "elsewhere").mkdir()
    make(root / name)
    if (make, name) == (_folder, "ucwa"):
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
    (root / "ucwa").rename(root.parent / "moved")
    (root / "ucwa").symlink_to(root.parent / "moved")
    disk.write(root, {PurePosixPath("both.py"): "new\n"})

    assert len(list((root.parent / "moved").iterdir())) == 20


def test_manifest_that_cannot_be_read_is_refused(root):
    disk.write(root, OLD)
    (root / ".ucwagen.json").write_text("<<<<<<< mine")

    with pytest.raises(OSError, match="restore it"):
        disk.write(root, NEW)

    assert contents(root) == named(OLD)


@pytest.mark.parametrize("name", ["../outside.py", "/outside.py", "a/../../outside.py"])
def test_manifest_does_not_reach_outside(root, name):
    disk.write(root, OLD)
    (root.parent / "outside.py").write_text("theirs")
    (root / ".ucwagen.json").write_text(f'{{"files": {{"{name}": ""}}}}')

    with pytest.raises(OSError, match="restore it"):
        disk.write(root, NEW)

    assert (root.parent / "outside.py").exists()


def test_output_that_is_a_file_or_holds_the_working_directory_is_refused(root, monkeypatch):
    root.parent.mkdir()
    root.write_text("mine")
    with pytest.raises(OSError, match="is no folder"):
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
    """A folder of somebody who has no special rights, as whom the test runs."""
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


@pytest.mark.parametrize("folder", ["generated/ucwa", "generated", "."])
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


class Cut(BaseException):
    """The machine stops here."""


MUTATIONS = ("link", "rename", "replace", "mkdir", "fsync", "unlink", "rmdir", "chmod", "open")


@contextmanager
def cut_after(steps: int, fault: BaseException) -> Iterator[list[str]]:
    """Let so many changes of the disk happen, then fail all others, cleaning up included, as after a kill."""
    done: list[str] = []

    def wrapped(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **keywords: object) -> object:
            if len(done) >= steps:
                raise fault
            done.append(name)
            return call(*arguments, **keywords)

        return step

    with pytest.MonkeyPatch.context() as patch:
        for name in MUTATIONS:
            patch.setattr(os, name, wrapped(name, getattr(os, name)))
        yield done


@pytest.mark.parametrize("exchange", [True, False], ids=["one step", "three steps"])
def test_cut_off_after_any_step_leaves_old_or_new_and_the_next_build_mends(tmp_path, exchange, monkeypatch):
    if not exchange:
        monkeypatch.setattr("ucwagen.emit.disk.swap._exchange", lambda first, second: False)
    small_old, small_new = dict(list(OLD.items())[-3:]), dict(list(NEW.items())[-3:])
    for steps in range(1000):
        root = tmp_path / str(steps) / "generated"
        disk.write(root, small_old | SAME)
        (root / "mine.txt").write_text("mine")
        try:
            with cut_after(steps, Cut()):
                disk.write(root, small_new | SAME)
        except Cut:
            pass
        else:
            break
        theirs = {"mine.txt": "mine"}
        if exchange or root.exists():
            assert contents(root) in (named(small_old | SAME) | theirs, named(small_new | SAME) | theirs)
        disk.write(root, small_new | SAME)
        assert contents(root) == named(small_new | SAME) | theirs
        assert leftovers(root) == []
    assert 20 < steps < 1000


def test_first_build_cut_off_after_any_step_leaves_nothing_or_all(tmp_path):
    small = dict(list(NEW.items())[-3:])
    for steps in range(1000):
        root = tmp_path / str(steps) / "generated"
        try:
            with cut_after(steps, Cut()):
                disk.write(root, small)
        except Cut:
            pass
        else:
            break
        assert not root.exists() or contents(root) == named(small)
        disk.write(root, small)
        assert contents(root) == named(small)
        assert leftovers(root) == []
    assert 10 < steps < 1000


@pytest.mark.parametrize("exchange", [True, False], ids=["one step", "three steps"])
def test_cut_off_again_and_again_loses_nothing(root, exchange, monkeypatch):
    if not exchange:
        monkeypatch.setattr("ucwagen.emit.disk.swap._exchange", lambda first, second: False)
    trees = [dict(list(files.items())[-2:]) | SAME for files in (OLD, NEW)]
    theirs = {"ucwa/mine.txt": "mine"}
    disk.write(root, trees[0])
    (root / "ucwa/mine.txt").write_text("mine")
    dice = random.Random(7)
    for number in range(300):
        with suppress(Cut), cut_after(dice.randrange(60), Cut()):
            disk.write(root, trees[number % 2])
        if exchange:
            assert contents(root) in [named(files) | theirs for files in trees]
    disk.write(root, trees[0])
    assert contents(root) == named(trees[0]) | theirs
    assert leftovers(root) == []


@pytest.mark.parametrize("number", range(4))
def test_killed_at_any_moment_leaves_old_or_new(root, number):
    disk.write(root, OLD | SAME)
    (root / "ucwa/mine.txt").write_text("mine")
    script = TOGGLE.format(tests=str(Path(__file__).parent), root=str(root))
    dice = random.Random(number)
    for _ in range(5):
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            time.sleep(dice.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
        theirs = {"ucwa/mine.txt": "mine"}
        assert contents(root) in (named(OLD | SAME) | theirs, named(NEW | SAME) | theirs)
        disk.write(root, OLD | SAME)
        assert contents(root) == named(OLD | SAME) | theirs
        assert leftovers(root) == []


def test_reader_never_sees_half_a_tree(root):
    disk.write(root, OLD | SAME)
    script = TOGGLE.format(tests=str(Path(__file__).parent), root=str(root))
    old, new = ({path.name for path in files if path.parent.name == "ucwa"} for files in (OLD, NEW))
    seen = []
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        for _ in range(2000):
            names = set(os.listdir(root / "ucwa"))  # noqa: PTH208 - one system call where possible
            seen.append(names in (old, new) or _being_removed(names, old, new))
        process.kill()

    assert all(seen)


def _being_removed(names: set[str], old: set[str], new: set[str]) -> bool:
    """The folder was opened just before it was replaced, and read while it was taken away: a subset of one tree."""
    return names <= old or names <= new


def test_two_builds_at_once_take_turns(root):
    disk.write(root, OLD | SAME)
    script = TOGGLE.format(tests=str(Path(__file__).parent), root=str(root)).replace("while True", "for _ in range(20)")
    processes = [subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE) for _ in range(3)]
    errors = [process.communicate()[1] for process in processes]

    assert errors == [b"", b"", b""]
    assert contents(root) == named(OLD | SAME)
    assert leftovers(root) == []


def test_disk_full_changes_nothing(root):
    disk.write(root, OLD | SAME)
    big = {PurePosixPath("ucwa/big.py"): "x" * 100_000}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            disk.write(root, NEW | SAME | big)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert contents(root) == named(OLD | SAME)
    assert leftovers(root) == []


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs to mount a small file system")
def test_full_file_system_changes_nothing(tmp_path):
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", tmp_path], check=False)
    if mounted.returncode:
        pytest.skip("may not mount")
    try:
        root = tmp_path / "generated"
        disk.write(root, OLD | SAME)
        with pytest.raises(OSError, match="No space left"):
            disk.write(root, NEW | SAME | {PurePosixPath("ucwa/big.py"): "x" * 300_000})

        assert contents(root) == named(OLD | SAME)
        assert leftovers(root) == []
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_file_that_comes_while_the_new_tree_is_made_is_not_lost(root, monkeypatch):
    disk.write(root, OLD)
    staged = tree.stage

    def late(*arguments: object) -> None:
        staged(*arguments)
        (root / "late.txt").write_text("late")
        (root / "more").mkdir()
        (root / "more/late.txt").write_text("late")

    monkeypatch.setattr(tree, "stage", late)
    disk.write(root, NEW)

    assert contents(root) == named(NEW) | {"late.txt": "late", "more/late.txt": "late"}


def test_file_system_without_links_gets_copies(root, monkeypatch):
    def refused(*_: object, **__: object) -> None:
        raise OSError("no links here")

    disk.write(root, OLD | SAME)
    (root / "mine.txt").write_text("mine")
    before = (root / "same.py").stat().st_mtime_ns
    monkeypatch.setattr(os, "link", refused)
    disk.write(root, NEW | SAME)

    assert contents(root) == named(NEW | SAME) | {"mine.txt": "mine"}
    assert (root / "same.py").stat().st_mtime_ns == before
