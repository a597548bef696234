"""Both distributions as an index gets them: built in clean environments, whole, with metadata that holds anywhere."""

from __future__ import annotations

import os
import re
import shutil
import tarfile
import tomllib
import venv
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from wheels import ROOT, run

PROJECTS = {"ucwagen": ROOT, "ucwa2": ROOT / "generated"}
LABELS = {"Homepage", "Documentation", "Source", "Changelog", "Issues"}
RELATIVE = re.compile(r"\]\((?!https://|#)[^)]*\)")
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", ".*_cache", "__pycache__", "dist", "build")
OFFLINE = ("Temporary failure", "No matching distribution", "ConnectionError")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of each distribution with its archives; ``sdist`` first, from which the wheel is made."""
    base = tmp_path_factory.mktemp("distributions")
    venv.create(base / "venv", with_pip=True)
    python = base / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    try:
        run(python, "-m", "pip", "install", "--quiet", "build", "twine", cwd=base)
        for name, project in PROJECTS.items():
            shutil.copytree(project, base / name, ignore=LEFT_OUT)
            run(python, "-m", "build", "--outdir", base / f"{name}-dist", base / name, cwd=base)
            run(python, "-m", "build", "--wheel", "--outdir", base / f"{name}-direct", base / name, cwd=base)
    except AssertionError as fault:
        if any(words in str(fault) for words in OFFLINE):
            pytest.skip("no package index within reach to build with")
        raise
    for name in PROJECTS:
        run(python, "-m", "twine", "check", "--strict", *(base / f"{name}-dist").iterdir(), cwd=base)
    return {name: base / f"{name}-dist" for name in PROJECTS}


def wheel_of(folder: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def metadata(folder: Path) -> list[Message]:
    """The metadata of the wheel and of the sdist."""
    with wheel_of(folder) as wheel, tarfile.open(next(folder.glob("*.tar.gz"))) as sdist:
        inside = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        top = next(name for name in sdist.getnames() if name.count("/") == 1 and name.endswith("/PKG-INFO"))
        packed = sdist.extractfile(top)
        assert packed is not None
        return [message_from_bytes(wheel.read(inside)), message_from_bytes(packed.read())]


def test_distributions_are_as_an_index_wants_them(built):
    """In one test, because the archives take a minute."""
    source = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]["Source"]
    for name, folder in built.items():
        for found in metadata(folder):
            addresses = dict(line.split(", ", 1) for line in found.get_all("Project-URL"))
            assert addresses.keys() == LABELS, name
            assert all(address.startswith(source) for address in addresses.values()), addresses
            assert "ucwagen authors" in (found["Author"] or found["Author-email"])
            versions = {row.rpartition(" ")[2] for row in found.get_all("Classifier") if "Python :: 3." in row}
            assert versions == {"3.11", "3.12", "3.13", "3.14"}
            assert {"UCWA", "Skype for Business"} <= set(found["Keywords"].split(",")), name
            text = found.get_payload()
            assert len(text) > 1000
            assert RELATIVE.findall(text) == [], name
        with wheel_of(folder) as wheel, wheel_of(folder.with_name(f"{name}-direct")) as direct:
            assert f"{name}/py.typed" in wheel.namelist()
            assert {item.filename: item.CRC for item in wheel.infolist()} == {
                item.filename: item.CRC for item in direct.infolist()
            }
