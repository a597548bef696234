"""Patches that real git, and real patch, apply to files of any bytes: the tree is then as after a build."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from running import output, run

from ucwagen.commands.patch import patch
from ucwagen.disk.difference import Difference

NAME = PurePosixPath("tiny/note.py")
GIT, PATCH = ("git", "apply", "-"), ("patch", "--quiet", "--binary", "-p1")
MODULE = "tiny/resources/note.py"

ends = st.sampled_from([b"\n", b"\r\n", b"\r", b"", b"\n\n"])
lines = st.sampled_from(
    [b"a", b"", b"b\r", b"\xff\xfe\0", b"\\ No newline at end of file", b"--- a", b"\t", "ä\u2028".encode()]
)
texts = st.lists(st.tuples(lines, ends), max_size=8).map(lambda rows: b"".join(line + end for line, end in rows))


@pytest.mark.parametrize("tool", [GIT, PATCH], ids=["git", "patch"])
@given(before=st.none() | texts, after=st.none() | texts)
@example(before=b"a\r\nb\r\n", after=b"a\r\nc\r\n")
@example(before=b"a\nb", after=b"a\nb\n")
@example(before=b"a\nb", after=b"a\nc")
@example(before=b"", after=None)
def test_a_patch_makes_one_text_of_the_other(tool: tuple[str, ...], before: bytes | None, after: bytes | None) -> None:
    with TemporaryDirectory() as place:
        out = Path(place, "out")
        file = out / NAME
        file.parent.mkdir(parents=True)
        if before is not None:
            file.write_bytes(before)
        if before == after or (tool is PATCH and b"" in (before, after)):
            return  # no change; patch(1) has no form for a file without content
        text = patch([Difference(NAME, before, after)], out, Path(place))

        done = subprocess.run(tool, cwd=place, input=text, capture_output=True, check=False)

        assert done.returncode == 0, (text, done.stderr, done.stdout)
        assert (file.read_bytes() if file.exists() else None) == after


def crlf(text: bytes) -> bytes:
    return text.replace(b"\n", b"\r\n")


EDITS = {
    "windows-line-ends": crlf,
    "mixed-line-ends": lambda text: text.replace(b"\n", b"\r\n", 3),
    "no-final-newline": lambda text: text.rstrip(b"\n"),
    "not-utf-8": lambda text: text + b"# \xe4\xff\n",
    "windows-and-no-final-newline": lambda text: crlf(text).rstrip(b"\r\n"),
}


@pytest.mark.parametrize("autocrlf", ["true", "false"])
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_patch_of_a_build_applies_in_a_checkout(work: Path, edit: Callable[[bytes], bytes], autocrlf: str) -> None:
    """Whatever git does to line ends there."""
    run(work, "build")
    module = work / "generated" / MODULE
    module.write_bytes(edit(module.read_bytes()))
    for line in (["init", "--quiet"], ["config", "core.autocrlf", autocrlf], ["add", "--all"]):
        subprocess.run(["git", *line], cwd=work, capture_output=True, check=True)
    spec = work / "specs/resources/note.yaml"
    spec.write_text(spec.read_text().replace("summary: ", "summary: New, ", 1))

    text = output(work, "build", "--diff")
    subprocess.run(["git", "apply", "-"], cwd=work, input=text, check=True)

    assert run(work, "build", "--check").stderr == ""
    if edit is crlf:
        assert module.read_bytes().count(b"\n") == module.read_bytes().count(b"\r\n")
        assert text.count(b"\n+") < 6
