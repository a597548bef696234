"""``ucwagen watch`` as a process, over real files that are saved as editors and version control save them."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from support import BASE, CASES, ROOT
from ucwagen import pipeline
from ucwagen.exits import Exit

PATIENCE = 60
CHANGED = r"\d\d:\d\d:\d\d {out}: \d+ files? changed \(\d+\.\d\d s\)"
GOOD = r"\d\d:\d\d:\d\d {out}: up to date"


class Watching:
    """The process, and the lines that it prints."""

    def __init__(self, work: Path, *options: str) -> None:
        self.work = work
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ucwagen", "watch", *options],
            cwd=work,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.seen: list[str] = []
        self._lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr
        with self.process.stderr as lines:
            for line in lines:
                self._lines.put(line.rstrip("\n"))

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()

    def until(self, pattern: str, out: str = "generated") -> str:
        """The next line with this beginning."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                line = self._lines.get(timeout=0.2)
            except Empty:
                continue
            self.seen.append(line)
            if re.match(pattern.format(out=out), line):
                return line
        raise AssertionError(f"no line {pattern!r} in {self.seen}")

    def holds(self, right: Callable[[], bool], what: str) -> None:
        """Wait until this is so. A tree that takes the place of another while it is looked at is looked at again."""
        end = time.monotonic() + PATIENCE
        while True:
            with suppress(FileNotFoundError):
                if right():
                    return
            assert time.monotonic() < end, f"{what}: {self.seen}"
            time.sleep(0.05)

    def interrupted(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Callable[..., Watching]]:
    """Starts the command in a folder with small specs, and waits for the first build."""
    started: list[Watching] = []
    shutil.copytree(BASE / "specs", tmp_path / "specs")

    def start(*options: str) -> Watching:
        started.append(Watching(tmp_path, *options))
        return started[-1]

    yield start
    for one in started:
        one.end()


def tree(out: Path) -> dict[str, bytes]:
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "stamp")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def is_right(work: Path, specs: str = "specs", out: str = "generated") -> bool:
    """Whether the tree is what a build of its own makes."""
    pipeline.build(work / specs, work / "expected")
    return tree(work / out) == tree(work / "expected")


def edited(path: Path, old: str, new: str) -> str:
    text = path.read_text("utf-8")
    assert old in text
    return text.replace(old, new, 1)


def test_saves_of_every_kind_reach_the_tree(watching, tmp_path):
    watch, note = watching(), tmp_path / "specs/resources/note.yaml"
    watch.until("watching specs; Ctrl-C ends")
    watch.until(CHANGED)

    note.write_text(edited(note, "summary: ", "summary: Now "))  # in place
    watch.until(CHANGED)
    assert is_right(tmp_path)

    draft = note.with_name(".note.yaml.swp")  # by rename
    draft.write_text(edited(note, "summary: ", "summary: Then "))
    draft.replace(note)
    watch.until(CHANGED)
    assert is_right(tmp_path)

    (note.parent / "more.yaml").write_text("rel: more\npage: none\nsummary: One more.\n")
    watch.until(CHANGED)
    assert is_right(tmp_path)

    (note.parent / "more.yaml").unlink()
    watch.until(CHANGED)
    assert is_right(tmp_path)
    assert watch.interrupted() == Exit.INTERRUPTED
    assert not any("Traceback" in line or "Interrupt" in line for line in watch.seen)


def test_faults_show_in_place_and_change_nothing(watching, tmp_path):
    watch, note = watching(), tmp_path / "specs/resources/note.yaml"
    watch.until(CHANGED)
    before, text = tree(tmp_path / "generated"), note.read_text()

    note.write_text(f"{text}x: [\n")
    assert watch.until(r"specs/resources/note\.yaml:\d+:\d+: error: ")
    watch.until("1 fault in 1 file")
    me = tmp_path / "specs/resources/me.yaml"
    me.write_text(edited(me, "rel: ", "rell: "))  # the faults of files that did not change stay in view
    watch.until(r"specs/resources/me\.yaml:1:1: error: unknown key `rell`; did you mean `rel`\?")
    watch.until(r"specs/resources/note\.yaml:\d+:\d+: error: ")
    watch.until(r"\d faults in 2 files")
    assert tree(tmp_path / "generated") == before

    me.write_text(edited(me, "rell: ", "rel: "))
    watch.until("1 fault in 1 file")
    note.write_text(text)
    watch.until(GOOD)
    assert tree(tmp_path / "generated") == before


def test_branches_are_switched_and_folders_come_and_go(watching, tmp_path):
    watch, specs, other = watching(), tmp_path / "specs", tmp_path / "other"
    watch.until(CHANGED)
    shutil.copytree(CASES / "sample/specs", other)

    specs.rename(tmp_path / "away")
    watch.until("ucwagen: specs: No such file")
    other.rename(specs)
    watch.until(r"generated:1:1: error: holds the package `tiny`.*--force")  # it is not replaced unasked
    shutil.rmtree(specs)
    (tmp_path / "away").rename(specs)
    watch.until(GOOD)

    for number in range(300):
        (specs / f"resources/more{number}.yaml").write_text(f"rel: more{number}\npage: none\nsummary: One of many.\n")
    watch.holds((tmp_path / "generated/tiny/resources/more299.py").exists, "the last of many files")
    watch.holds(lambda: is_right(tmp_path), "all of them")
    for number in range(300):
        (specs / f"resources/more{number}.yaml").unlink()
    watch.holds(lambda: is_right(tmp_path), "none of them")


def test_configuration_is_read_again(watching, tmp_path):
    (tmp_path / "pyproject.toml").write_text(
        '[tool.ucwagen.jobs.one]\nout = "one"\n[tool.ucwagen.jobs.two]\nout = "two"\n'
    )
    watch = watching()
    watch.until(CHANGED, "one")
    watch.until(CHANGED, "two")

    (tmp_path / "pyproject.toml").write_text("[tool.ucwagen]\nuot = 1\n")
    watch.until(r"pyproject.toml:2:1: error: unknown key `uot`; did you mean `out`\?")
    (tmp_path / "pyproject.toml").write_text('[tool.ucwagen]\nout = "three"\n')
    watch.until(CHANGED, "three")
    assert is_right(tmp_path, out="three")

    api = tmp_path / "specs/api.yaml"
    api.write_text("package: 1\n")
    watch.until(r"specs/api\.yaml:\d+:\d+: error: ")
    api.write_text((BASE / "specs/api.yaml").read_text().replace("version: 1.0.0", "version: 1.0.1"))
    watch.until(CHANGED, "three")
    assert is_right(tmp_path, out="three")


def test_another_process_may_build_at_the_same_time(watching, tmp_path):
    watch, note = watching(), tmp_path / "specs/resources/note.yaml"
    watch.until(CHANGED)

    for number in range(4):
        note.write_text(edited(note, "summary: ", f"summary: Edit {number}. "))
        build = [sys.executable, "-m", "ucwagen", "build"]
        assert subprocess.run(build, cwd=tmp_path, capture_output=True, check=False).returncode == Exit.OK
    watch.holds(lambda: is_right(tmp_path), "both agree")
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_whole_reference(tmp_path):
    shutil.copytree(ROOT / "specs", tmp_path / "specs", ignore=shutil.ignore_patterns("__pycache__"))
    watch = Watching(tmp_path)
    try:
        watch.until(CHANGED)
        note = tmp_path / "specs/resources/note.yaml"
        note.write_text(edited(note, "summary: ", "summary: Now "))
        watch.until(CHANGED)
        assert is_right(tmp_path)
        shutil.copy(ROOT / "specs/resources/note.yaml", tmp_path / "draft").replace(note)
        watch.until(CHANGED)
        assert is_right(tmp_path)
    finally:
        watch.end()


WITHOUT = "import sys; sys.modules['watchfiles'] = None; from ucwagen.cli import main; sys.exit(main(['watch']))"


def test_library_that_is_missing_is_named(tmp_path):
    done = subprocess.run([sys.executable, "-c", WITHOUT], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == Exit.USAGE
    assert "pip install 'ucwagen[watch]'" in done.stderr
