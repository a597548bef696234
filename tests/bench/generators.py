"""Generators that read OpenAPI, where they are installed: the document is that of ``ucwagen openapi``.

`make peers` installs them into `.venv-peers`; those on the path do as well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
PEERS = HERE.parents[1] / ".venv-peers" / "bin"
BLACK = 'post_hooks: ["black --quiet ."]\n'

Run = Callable[[list[str], Path], float]


def peers(place: Path, run: Run) -> Iterator[tuple[str, float]]:
    """Each generator's task and its seconds."""
    description = place / "openapi.json"
    ours = [sys.executable, "-m", "ucwagen", "openapi", "--output", str(description)]
    subprocess.run(ours, cwd=place, check=True, stderr=subprocess.DEVNULL)
    (place / "black.yaml").write_text(BLACK, encoding="utf-8")
    client = command("openapi-python-client")
    if client:
        arguments = [client, "generate", "--path", str(description), "--output-path"]
        yield "openapi-python-client, cold, ruff", run([*arguments, "peer"], place)
        yield "openapi-python-client, again, ruff", run([*arguments, "peer", "--overwrite"], place)
        yield "openapi-python-client, cold, black", run([*arguments, "peer2", "--config", "black.yaml"], place)
    models = command("datamodel-codegen")
    if models:
        arguments = ["--input-file-type", "openapi", "--formatters", "black", "--disable-warnings"]
        yield (
            "datamodel-code-generator, models alone, black",
            run([models, "--input", str(description), "--output", "models.py", *arguments], place),
        )


def environment() -> dict[str, str]:
    """With the peers on the path: one of them calls black and ruff by name."""
    return {**os.environ, "PATH": f"{PEERS}{os.pathsep}{os.environ.get('PATH', '')}"}


def command(name: str) -> str | None:
    """Where a generator is, if it is installed."""
    return shutil.which(name, path=environment()["PATH"])
