"""Whether there is anything to do: a tree that was made from the very same inputs, and is as it was made, stays.

What it was made from is noted beside the manifest in a file of its own, which belongs to this machine and in no
repository: other versions of the generator make the same tree.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from ucwagen.templates import folder

MANIFEST, STAMP = ".ucwagen.json", ".ucwagen.stamp"
LIBRARIES = ("black-", "jinja2-", "pydantic-", "pyyaml-")
INPUTS = (".yaml", ".yml", ".http", ".py")


def inputs(specs: Path) -> str:
    """A digest of all that a build depends on: the specs, the templates, and what reads and prints them."""
    found = sha256(sys.version.encode())
    for name in sorted(_libraries()):
        found.update(f"{name}\n".encode())
    for root, files in ((specs, _specs(specs)), (folder(), _all(folder())), (_HERE, _HERE.rglob("*.py"))):
        for path in sorted(files):
            data = path.read_bytes()
            found.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
            found.update(data)
    return found.hexdigest()


def is_fresh(out: Path, now: str) -> bool:
    """Whether the tree was made from these inputs and nobody has touched a file of ours since."""
    try:
        manifest = (out / MANIFEST).read_bytes()
        if (out / STAMP).read_text("utf-8") != stamp(out, now) or _is_busy(out):
            return False
        files = json.loads(manifest)["files"].items()
        return all(_holds(out / name, digest) for name, digest in files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def stamp(out: Path, now: str) -> str:
    """What to note beside a tree that was made from these inputs."""
    return json.dumps({"inputs": now, "manifest": sha256((out / MANIFEST).read_bytes()).hexdigest()}) + "\n"


def _holds(path: Path, digest: str) -> bool:
    return path.is_file() and not path.is_symlink() and sha256(path.read_bytes()).hexdigest() == digest


def _is_busy(out: Path) -> bool:
    """Whether somebody is at work on the tree, or was cut off."""
    real = out.resolve()
    return any(real.with_name(f".{real.name}.{ending}").exists() for ending in ("ucwagen", "lock"))


def _libraries() -> Iterator[str]:
    """The installed versions of what reads and prints, by the names of their records."""
    for place in filter(os.path.isdir, sys.path):
        for entry in os.scandir(place):
            if entry.name.lower().startswith(LIBRARIES) and entry.name.endswith((".dist-info", ".egg-info")):
                yield entry.name


def _specs(specs: Path) -> Iterator[Path]:
    found = (path for path in specs.rglob("*") if path.suffix in INPUTS or path.name == "NOTICE")
    return (path for path in found if path.is_file())


def _all(root: Path) -> Iterator[Path]:
    return (path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


_HERE = Path(__file__).resolve().parent
