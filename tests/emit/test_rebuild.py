"""A rebuild is byte-identical for any hash seed, locale, time zone, file order and working directory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support import BASE, CASES, ROOT, files_of, spec_texts
from ucwagen import pipeline
from ucwagen.disk.write import compare
from ucwagen.python import PYTHON

PRINT_DIGEST = """
import hashlib, json, sys
from pathlib import Path
from ucwagen import pipeline
files = pipeline.render(Path(sys.argv[1]))
text = json.dumps([[str(path), text] for path, text in files.items()])
print(hashlib.sha256(text.encode()).hexdigest())
"""

SURROUNDINGS = {
    "hash seed": {"PYTHONHASHSEED": "1"},
    "other hash seed": {"PYTHONHASHSEED": "4242"},
    "locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "plain locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
    "developer": {"PYTHONDEVMODE": "1"},
}


def digest(specs: Path, cwd: Path, **environment: str) -> str:
    """What a fresh interpreter generates from the specs."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), **environment}
    command = [sys.executable, "-c", PRINT_DIGEST, str(specs)]
    done = subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def expected() -> str:
    return digest(BASE / "specs", ROOT, PYTHONHASHSEED="0")


@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_surroundings_change_nothing(expected, surroundings):
    assert digest(BASE / "specs", ROOT, **surroundings) == expected


def test_working_directory_changes_nothing(expected, tmp_path):
    assert digest(BASE / "specs", tmp_path) == expected
    assert digest(Path("specs"), BASE) == expected


def test_order_of_files_changes_nothing():
    texts = spec_texts(BASE) | spec_texts(CASES / "rich")

    assert list(files_of(texts).items()) == list(files_of(dict(reversed(texts.items()))).items())


@pytest.mark.skipif(not (ROOT / "specs/api.yaml").exists(), reason="there are no specs yet")
def test_committed_tree_is_fresh():
    assert compare(ROOT / "generated", pipeline.render(ROOT / "specs"), PYTHON.versions()) == ()
