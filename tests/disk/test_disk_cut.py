"""Writing a tree while killed, out of space, twice at once or read meanwhile: it is the old tree or the new one."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

import pytest
from trees import NEW, OLD, SAME, contents, leftovers, named

from ucwagen.disk import staging
from ucwagen.disk import write as disk
from ucwagen.disk.atomic import replace

TOGGLE = """
import sys
from pathlib import Path, PurePosixPath
sys.path.insert(0, {tests!r})
from trees import NEW, OLD, SAME
from ucwagen.disk import write as disk
print("ready", flush=True)
while True:
    for files in (NEW, OLD):
        disk.write(Path({root!r}), files | SAME)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "site" / "generated"


class Cut(BaseException):
    """Stands for a crash of the machine."""


MUTATIONS = ("link", "rename", "replace", "mkdir", "fsync", "unlink", "rmdir", "chmod", "open")


@contextmanager
def cut_after(steps: int, fault: BaseException) -> Iterator[list[str]]:
    """Let this many changes of the disk happen, then fail all others, including clean-up, as after a kill."""
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


@pytest.mark.parametrize("many", [staging.MANY, 1], ids=["one writer", "several writers"])
@pytest.mark.parametrize("exchange", [True, False], ids=["one step", "three steps"])
def test_cut_off_after_any_step_leaves_old_or_new_and_the_next_build_mends(tmp_path, exchange, many, monkeypatch):
    monkeypatch.setattr(staging, "MANY", many)
    if not exchange:
        monkeypatch.setattr("ucwagen.disk.swap._exchange", lambda first, second: False)
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


@pytest.mark.parametrize("count", [2, 100])
def test_every_file_and_folder_is_on_the_disk_before_the_tree_takes_its_place(root, count, monkeypatch):
    synced: set[int] = set()
    before: set[int] = set()
    monkeypatch.setattr(os, "fsync", lambda handle: synced.add(os.fstat(handle).st_ino))
    taking_place = disk._take_place
    monkeypatch.setattr(disk, "_take_place", lambda space: (before.update(synced), taking_place(space)))

    disk.write(root, {PurePosixPath(f"a{number % 3}/b/{number}.py"): f"{number}\n" for number in range(count)})

    paths = [root, *root.rglob("*")]
    assert len(paths) > count
    assert [path for path in paths if path.stat().st_ino not in before] == []


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
        monkeypatch.setattr("ucwagen.disk.swap._exchange", lambda first, second: False)
    trees = [dict(list(files.items())[-2:]) | SAME for files in (OLD, NEW)]
    theirs = {"ucwa2/mine.txt": "mine"}
    disk.write(root, trees[0])
    (root / "ucwa2/mine.txt").write_text("mine")
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
    (root / "ucwa2/mine.txt").write_text("mine")
    script = TOGGLE.format(tests=str(Path(__file__).parent), root=str(root))
    dice = random.Random(number)
    for _ in range(5):
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            time.sleep(dice.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
        theirs = {"ucwa2/mine.txt": "mine"}
        assert contents(root) in (named(OLD | SAME) | theirs, named(NEW | SAME) | theirs)
        disk.write(root, OLD | SAME)
        assert contents(root) == named(OLD | SAME) | theirs
        assert leftovers(root) == []


def test_reader_never_sees_half_a_tree(root):
    disk.write(root, OLD | SAME)
    script = TOGGLE.format(tests=str(Path(__file__).parent), root=str(root))
    old, new = ({path.name for path in files if path.parent.name == "ucwa2"} for files in (OLD, NEW))
    seen = []
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        for _ in range(2000):
            names = set(os.listdir(root / "ucwa2"))  # noqa: PTH208 - one system call where possible
            seen.append(names in (old, new) or _being_removed(names, old, new))
        process.kill()

    assert all(seen)


def _being_removed(names: set[str], old: set[str], new: set[str]) -> bool:
    """A folder opened just before its replacement and read during its removal shows a subset of one tree."""
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
    big = {PurePosixPath("ucwa2/big.py"): "x" * 100_000}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(OSError, match="File too large") as raised:
            disk.write(root, NEW | SAME | big)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert raised.value.filename == str(root.parent / ".generated.ucwagen/tree/ucwa2/big.py")
    assert contents(root) == named(OLD | SAME)
    assert leftovers(root) == []


def test_fault_of_the_disk_names_the_file_of_the_user(tmp_path):
    path = tmp_path / "schema.json"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(OSError, match="File too large") as raised:
            replace(path, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert raised.value.filename == str(path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs to mount a small file system")
def test_full_file_system_changes_nothing(tmp_path):
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", tmp_path], check=False)
    if mounted.returncode:
        pytest.skip("may not mount")
    try:
        root = tmp_path / "generated"
        disk.write(root, OLD | SAME)
        with pytest.raises(OSError, match="No space left") as raised:
            disk.write(root, NEW | SAME | {PurePosixPath("ucwa2/big.py"): "x" * 300_000})

        assert str(raised.value.filename).startswith(str(tmp_path / ".generated.ucwagen"))
        assert contents(root) == named(OLD | SAME)
        assert leftovers(root) == []
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_file_that_comes_while_the_new_tree_is_made_is_not_lost(root, monkeypatch):
    disk.write(root, OLD)
    staged = staging.stage

    def late(*arguments: object) -> None:
        staged(*arguments)
        (root / "late.txt").write_text("late")
        (root / "more").mkdir()
        (root / "more/late.txt").write_text("late")

    monkeypatch.setattr(staging, "stage", late)
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
