"""Generates the packages ``sample`` and ``market`` from the specs of two cases, so that tests can import them."""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from pathlib import Path

from support import CASES
from ucwagen import pipeline


def generate(folder: Path, name: str = "sample") -> Path:
    """The package of a case in a folder."""
    pipeline.build(CASES / name / "specs", folder)
    return folder


def importable(name: str) -> Path:
    """A folder from which the package of a case can be imported until the tests end."""
    folder = generate(Path(tempfile.mkdtemp(prefix=f"{name}-")), name)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    sys.path.insert(0, str(folder))
    return folder


FOLDER = importable("sample")
"""All that the specs of UCWA have."""
MARKET = importable("market")
"""Every type, place and mark of the format."""
