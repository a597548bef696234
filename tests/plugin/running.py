"""Runs a suite of a user by pytest, as a program, in a folder of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SUITES = Path(__file__).parent / "suites"
PLUGIN = ("-p", "ucwa2_pytest")
"""In the environment of this repository, the package is no installed distribution."""
SCOPE = ("-o", "asyncio_default_fixture_loop_scope=function")
"""What pytest-asyncio warns of, unless it is said."""
_NOT_INHERITED = ("PYTEST_", "PYTHONPATH", "COV_", "NTLM_USER_FILE", "FORCE_COLOR")


@dataclass(frozen=True)
class Ran:
    """What pytest said, and how it ended."""

    code: int
    said: str

    @property
    def counts(self) -> dict[str, int]:
        """How many tests passed, failed, and so on."""
        last = [line for line in self.said.splitlines() if line.strip()][-1]
        return {word: int(number) for number, word in re.findall(r"(\d+) (\w+)", last.partition(" in ")[0])}

    def section(self, test: str) -> str:
        """The part of the report that is about a test; its heading has that name."""
        found = re.search(rf"^_+ [\w ]*{test} _+\n(.*?)(?=^_{{3,}} |^=)", self.said, re.MULTILINE | re.DOTALL)
        assert found, self.said
        return found[1]


def run_suite(folder: Path, suite: str, *options: str, python: Path | None = None, **environment: str) -> Ran:
    """Copy a suite and run it: with the given interpreter, or with this one and the plugin named by hand."""
    shutil.copy(SUITES / f"{suite}.py", folder)
    return run_pytest(folder, f"{suite}.py", *options, python=python, **environment)


def run_pytest(folder: Path, *arguments: str, python: Path | None = None, **environment: str) -> Ran:
    """Run pytest in a folder; every warning is an error."""
    (folder / "pytest.ini").touch()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_INHERITED)}
    plugin = SCOPE if python else PLUGIN
    command = [str(python or sys.executable), "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", *plugin]
    done = subprocess.run(
        [*command, *arguments], cwd=folder, env=kept | {"NO_COLOR": "1", "COLUMNS": "160", **environment}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=300, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout)
