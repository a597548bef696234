"""The fragment for make: a build runs when a spec has changed, and never a second time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running import environment

from support import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


def made(work: Path) -> str:
    """What make prints when the package is asked for."""
    line = ["make", f"UCWAGEN={sys.executable} -m ucwagen", "package"]
    return subprocess.run(line, cwd=work, env=environment(), capture_output=True, text=True, check=True).stdout


def test_make_builds_when_a_spec_has_changed(work: Path) -> None:
    fragment = ROOT / "docs/examples/make/ucwagen.mk"
    (work / "Makefile").write_text(f"include {fragment}\n.PHONY: package\npackage: $(UCWAGEN_BUILT)\n")
    spec = work / "specs/resources/me.yaml"
    (work / "specs/notes of us.txt").write_text("No spec, and its name has spaces.\n")

    assert "ucwagen build" in made(work)
    assert "ucwagen build" not in made(work)
    os.utime(spec, ((work / "generated/.ucwagen/stamp").stat().st_mtime + 1,) * 2)  # saved without a change
    assert "ucwagen build" in made(work)
    os.utime(spec, (1, 1))
    assert "ucwagen build" not in made(work)
    (work / "specs/NOTICE").write_text("A new file.\n")
    assert "ucwagen build" in made(work)


def test_make_builds_the_job_of_its_folders(work: Path) -> None:
    fragment = ROOT / "docs/examples/make/ucwagen.mk"
    (work / "Makefile").write_text(
        f"UCWAGEN_TEMPLATES = shape\ninclude {fragment}\n.PHONY: package\npackage: $(UCWAGEN_BUILT)\n"
    )
    template, table = work / "shape/%package%/menu.py.jinja", work / "ucwagen.toml"
    template.parent.mkdir(parents=True)
    template.write_text("MENU = 1\n")
    table.write_text('templates = "shape"\n')

    made(work)
    (menu,) = work.glob("generated/*/menu.py")
    for file, text in ((template, "MENU = 2\n"), (table, 'templates = "shape"\nheader = "Of Contoso."\n')):
        file.write_text(text)
        os.utime(file, ((work / "generated/.ucwagen/stamp").stat().st_mtime + 1,) * 2)
        assert "ucwagen build" in made(work)
    assert menu.read_text().splitlines()[0::2] == ["# Of Contoso.", "MENU = 2"]
