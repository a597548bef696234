"""Both distributions as an index gets them: built in clean environments, whole, with metadata that holds anywhere."""

from __future__ import annotations

import re
import shutil
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from wheels import LEFT_OUT, ROOT, fresh_environment, from_folders, install_from_index, run, wheelhouse

PROJECTS = {"ucwagen": ROOT, "ucwa2": ROOT / "generated"}
LABELS = {"Homepage", "Documentation", "Source", "Changelog", "Issues"}
RELATIVE = re.compile(r"\]\((?!https://|#)[^)]*\)")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of each distribution with its archives; ``sdist`` first, from which the wheel is made."""
    base = tmp_path_factory.mktemp("distributions")
    offline = from_folders(wheelhouse(tmp_path_factory.getbasetemp()))
    for name, project in PROJECTS.items():
        shutil.copytree(project, base / name, ignore=LEFT_OUT)
        line = (sys.executable, "-m", "build", base / name, "--outdir")  # each in an isolated environment
        run(*line, base / f"{name}-dist", cwd=base, **offline)
        run(*line, base / f"{name}-direct", "--wheel", cwd=base, **offline)
    fresh = fresh_environment(base / "venv")
    install_from_index(fresh, "twine")
    archives = [path for name in PROJECTS for path in (base / f"{name}-dist").iterdir()]
    run(fresh / "python", "-m", "twine", "check", "--strict", *archives, cwd=base)
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
