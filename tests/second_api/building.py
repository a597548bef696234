"""From an empty folder to the package of the second API, by the commands that a person gives."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
EDITIONS = ("spring", "autumn")
VARIANTS = ("open", "token")
PAGES = [f"pages/{edition}" for edition in EDITIONS]
PYTHON_NAMES = {
    "enums/StorageClass.yaml": {"30d": "DAYS_30"},
    "resources/accession.yaml": {"_rank": "rank"},
    "resources/bank.yaml": {"@context": "context", "30d_intake": "intake_30d"},
}
"""What Python calls the names that it cannot have, by spec and wire name."""


@dataclass(frozen=True)
class Done:
    """What a command said, and how it ended."""

    code: int
    said: str


@dataclass(frozen=True)
class Workshop:
    """A folder with pages, and later with specs and the package made from them."""

    folder: Path
    variant: str

    def ucwagen(self, *arguments: str) -> Done:
        return self.run(sys.executable, "-m", "ucwagen", *arguments)

    def environment(self) -> dict[str, str]:
        """The variables with which commands run."""
        kept = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "PYTHONPATH")}
        return kept | {"NO_COLOR": "1", "COLUMNS": "200", "PYTHONPATH": str(self.folder / "generated")}

    def run(self, *command: str, **environment: str) -> Done:
        """A command of the folder, where the package can be imported."""
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment() | environment, check=False, text=True, timeout=300,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        return Done(done.returncode, done.stdout)


def with_pages(folder: Path, variant: str) -> Workshop:
    """A folder that has the pages and nothing else."""
    shutil.copytree(HERE / "pages", folder / "pages")
    return Workshop(folder, variant)


def edit(workshop: Workshop) -> None:
    """Do by hand what capture leaves to a person: the API, shortcuts, names for Python, and programs that use them."""
    specs = workshop.folder / "specs"
    shutil.copy(HERE / workshop.variant / "api.yaml", specs)
    shutil.copy(HERE / "errors.yaml", specs)
    shutil.copy(HERE / "shortcuts.yaml", specs)
    for name, members in PYTHON_NAMES.items():
        path = specs / name
        path.write_text(named(path.read_text("utf-8"), members), "utf-8")
    shutil.copytree(HERE / "programs", workshop.folder / "programs")
    shutil.copy(HERE / workshop.variant / "opening.py", workshop.folder / "programs")
    shutil.copytree(HERE / "sandbox", specs / "sandbox")
    own = HERE / workshop.variant / "specs"
    if own.exists():
        shutil.copytree(own, specs, dirs_exist_ok=True)


def named(text: str, members: dict[str, str]) -> str:
    """A spec with a `python:` below each of these names."""
    for wire, name in members.items():
        text, times = re.subn(
            rf"^(  ['\"]?{re.escape(wire)}['\"]?:)\n", rf"\1\n    python: {name}\n", text, flags=re.MULTILINE
        )
        assert times == 1, f"{wire} stands {times} times in\n{text}"
    return text


def captured(workshop: Workshop) -> list[Done]:
    """Write specs: of the newest edition, and once `api.yaml` states the editions, what the other one has besides."""
    first = workshop.ucwagen("capture", PAGES[-1])
    edit(workshop)
    return [first, workshop.ucwagen("capture", *PAGES, "--update")]


def built(workshop: Workshop) -> list[Done]:
    """Capture the pages, fill in the summaries and build; gives what the commands said."""
    return [
        *captured(workshop),
        workshop.ucwagen("capture", *PAGES, "--summaries", str(HERE / "summaries.yaml")),
        workshop.ucwagen("check"),
        workshop.ucwagen("build"),
    ]
