"""Every folder below cases/faults overlays the tiny valid API with a fault; expected.txt is the output for users.

An overlaid file replaces the one in cases/base; ``<file>.absent`` removes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ucwagen import spec
from ucwagen.diagnostics import Collector, Faults
from ucwagen.model import check, link
from ucwagen.python import shape
from ucwagen.source import decode

CASES = Path(__file__).parents[1] / "cases"
LONGEST = 15
IDEAS = sorted(path.parent for path in (CASES / "faults").glob("*/specs"))


def files_of(folder: Path) -> dict[str, bytes]:
    """The files below ``folder``, by the path that a user would see."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder / "specs")}


def overlaid(idea: Path) -> dict[str, bytes]:
    files = files_of(CASES / "base") | files_of(idea)
    gone = {path for path in files if path.endswith(".absent")}
    return {path: data for path, data in files.items() if path not in gone and f"{path}.absent" not in gone}


def run(files: dict[str, bytes]) -> None:
    """All stages that report faults, in order."""
    faults = Collector()
    texts: dict[str, str] = {}
    for path, data in files.items():
        try:
            texts[path] = decode(path, data)
        except Faults as found:
            faults.extend(found)
    faults.finish()
    api = link(spec.read_all(texts))
    check(api)
    shape(api)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def test_base_has_no_fault():
    run(files_of(CASES / "base"))


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_fault_reads_as_expected(idea, golden):
    with pytest.raises(Faults) as raised:
        run(overlaid(idea))

    golden(idea / "expected.txt", raised.value.render() + "\n")


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_case_is_short(idea):
    for path in _files(idea / "specs"):
        assert path.read_bytes().count(b"\n") <= LONGEST, path
