"""A project whose configuration shapes its package, and the tree that it made."""

from __future__ import annotations

from pathlib import Path

RUFF = '[tool.ruff]\nline-length = 60\n\n[tool.ruff.format]\nquote-style = "single"\n\n'


def configure(work: Path, text: str) -> Path:
    (work / "pyproject.toml").write_text(f"{RUFF}[tool.ucwagen]\n{text}\n")
    return work


def tree(work: Path) -> dict[str, bytes]:
    place = work / "generated"
    found = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if name != ".ucwagen/stamp"}
