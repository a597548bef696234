"""Data from files and from the control address: read, and held against the fields that it is to fill."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def read(path: Path) -> Any:
    """The content of a file: JSON, or YAML where that can be read here. Ends the program where there is none."""
    try:
        text = path.read_text(encoding="utf-8")
        return _yaml(path, text) if path.suffix in (".yaml", ".yml") else from_json(text)
    except (OSError, ValueError, RecursionError) as fault:
        raise SystemExit(f"{path}: {' '.join(str(fault).split())}") from None


def from_json(text: str | bytes) -> Any:
    """A JSON value; raises ``ValueError`` on what is none."""
    return json.loads(text, parse_constant=_no_number)


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


def check(row: object, kind: type[DataclassInstance], what: str) -> dict[str, Any]:
    """A row whose names and types are those of a dataclass; raises ``ValueError``."""
    known = get_type_hints(kind)
    names = sorted(item.name for item in fields(kind) if not item.name.startswith("_"))
    if not isinstance(row, Mapping):
        raise ValueError(f"{what} is an object with {', '.join(names)}")
    for name, value in row.items():
        if name not in names:
            raise ValueError(f"{what} has no `{name}`; there are {', '.join(names)}")
        if not _fits(value, known[name]):
            raise ValueError(f"`{name}` of {what} cannot be {value!r}")
    missing = [item.name for item in fields(kind) if _is_needed(item) and item.name not in row]
    if missing:
        raise ValueError(f"{what} needs {' and '.join(missing)}")
    return dict(row)


def _is_needed(item: Field[Any]) -> bool:
    return item.default is MISSING and item.default_factory is MISSING


def _fits(value: object, hint: Any) -> bool:
    """Whether a value is of a type; whole numbers are numbers, and booleans are none."""
    if isinstance(hint, UnionType):
        return any(_fits(value, one) for one in get_args(hint))
    if hint is Any:
        return True
    parts = get_args(hint)
    if get_origin(hint) is dict:
        return isinstance(value, dict) and all(_fits(k, parts[0]) and _fits(v, parts[1]) for k, v in value.items())
    if get_origin(hint) is list:
        return isinstance(value, list) and all(_fits(item, parts[0]) for item in value)
    if isinstance(value, bool):
        return hint is bool
    return isinstance(value, int | float if hint is float else hint)
