"""The header and the licence that a job gives to its package: real builds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from running import run
from shaping import configure, tree


def test_header_stands_above_every_module(work: Path) -> None:
    """Those that are copied and the user's own too; black leaves it as it is."""
    configure(work, 'header = """\nCopyright Contoso.\n\nAll rights reserved.\n"""\ntemplates = "shape"')
    (work / "shape/%package%").mkdir(parents=True)
    (work / "shape/%package%/mine.py").write_text("#!/usr/bin/env python\nX = 1\n")
    (work / "shape/%package%/empty.py").write_text("")

    assert run(work, "build").returncode == 0

    head = "# Copyright Contoso.\n#\n# All rights reserved.\n"
    modules = {name: text.decode() for name, text in tree(work).items() if name.endswith(".py")}
    assert modules.pop("tiny/mine.py") == f"#!/usr/bin/env python\n{head}\nX = 1\n"
    assert modules.pop("tiny/empty.py") == head
    assert all(text.startswith(f"{head}\n") for text in modules.values())
    names = ["tiny/enums.py", "tiny/resources/note.py", "tiny/__init__.py"]
    black = subprocess.run(
        [sys.executable, "-m", "black", "--check", "-l", "120", *names],
        cwd=work / "generated",
        capture_output=True,
        text=True,
        check=False,
    )
    assert black.returncode == 0, black.stderr
    code = "import tiny\nfrom tiny.resources.note import Note\nassert Note.from_json(b'{}')"
    subprocess.run([sys.executable, "-c", code], cwd=work / "generated", check=True)
    assert run(work, "build", "--check").returncode == 0


def test_header_and_licence_may_lie_in_files(work: Path) -> None:
    configure(work, 'header-file = "HEADER"\nlicense-file = "LEGAL.txt"')
    (work / "HEADER").write_text("Of Contoso.\n")
    (work / "LEGAL.txt").write_text("Do as you like.")

    assert run(work, "build").returncode == 0

    assert tree(work)["LICENSE"] == b"Do as you like.\n"
    assert tree(work)["tiny/enums.py"].startswith(b"# Of Contoso.\n\n# Made by")
    assert b'license-files = ["LICENSE", ' in tree(work)["pyproject.toml"]
    (work / "LEGAL.txt").write_text("Do not.\n")
    assert run(work, "build").stderr == "1 file changed in generated\n"
    (work / "HEADER").write_text("Of Fabrikam.\n")
    assert run(work, "build", "--check").returncode == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('header = ""', "pyproject.toml:8:1: error: the header is empty"),
        ('header = "x\\u0007"', "pyproject.toml:8:1: error: has the character <U+0007>"),
        ('header = "-*- coding: latin-1 -*-"', "Python would take `-*- coding: latin-1 -*-` for the encoding"),
        ('header = "x"\nheader-file = "specs/api.yaml"', "the header is said as a text and as a file; keep one"),
        ('header-file = "none"', "none:1:1: error: No such file or directory; `header-file` names it"),
        ('license-file = "empty"', "empty:1:1: error: is empty; it is to be the text of the licence"),
        ('license-file = "bytes"', "bytes:2:1: error: byte 0xFF is not UTF-8"),
        ("header = 3", "pyproject.toml:8:1: error: must be a text in quotes"),
    ],
)
def test_header_that_cannot_be_is_a_fault(work: Path, text: str, said: str) -> None:
    (work / "empty").write_text("\n")
    (work / "bytes").write_bytes(b"x\n\xff")
    configure(work, text)

    done = run(work, "build")

    assert done.returncode in (1, 3)
    assert said in done.stderr
    assert not (work / "generated").exists()
