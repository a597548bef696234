"""Generates the package ``sample`` from the specs of a case, so that tests can import it."""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from pathlib import Path

from support import CASES
from ucwagen import pipeline


def generate(folder: Path) -> Path:
    """The package ``sample`` in a folder."""
    pipeline.build(CASES / "sample" / "specs", folder)
    return folder


FOLDER = generate(Path(tempfile.mkdtemp(prefix="sample-")))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
sys.path.insert(0, str(FOLDER))
