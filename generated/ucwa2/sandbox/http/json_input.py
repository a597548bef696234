"""JSON and YAML input: read from bytes or files, and converted to structures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def read(path: Path) -> Any:
    """The content of a file: JSON, or YAML if that library is installed. Ends the program if it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
        return _yaml(path, text) if path.suffix in (".yaml", ".yml") else from_json(text)
    except (OSError, ValueError, RecursionError) as fault:
        raise SystemExit(f"{path}: {' '.join(str(fault).split())}") from None


def from_json(text: str | bytes) -> Any:
    """A JSON value; raises ``ValueError`` if the text is none."""
    return json.loads(text, parse_constant=_no_number)


def convert(value: Any, kind: type[T]) -> T:
    """A JSON value as a structure; raises ``ValueError`` that names the wrong field."""
    return msgspec.convert(value, kind)


def _no_number(word: str) -> None:
    raise ValueError(f"`{word}` is no number")


def _yaml(path: Path, text: str) -> Any:
    try:
        import yaml
    except ImportError:
        raise SystemExit(f"{path}: reading YAML needs `pip install pyyaml`; JSON needs nothing") from None
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as fault:
        raise ValueError(fault) from None
