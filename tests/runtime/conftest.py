"""Puts a package together from the hand-written runtime and sample modules, so that tests can ``import sample``."""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
RUNTIME = HERE.parents[1] / "templates" / "%package%" / "_runtime"


def put_together(folder: Path) -> Path:
    """The package ``sample`` in a folder."""
    shutil.copytree(HERE / "sample_package", folder / "sample", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(RUNTIME, folder / "sample" / "_runtime", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "sample" / "py.typed").touch()
    return folder


FOLDER = put_together(Path(tempfile.mkdtemp(prefix="sample-")))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
sys.path.insert(0, str(FOLDER))
