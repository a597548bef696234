"""JSON and YAML input: read from bytes or files, and converted to structures."""

from __future__ import annotations

import json
import math
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import msgspec

T = TypeVar("T")

_LAST_COMMA = re.compile(r'"(?:[^"\\]++|\\.)*+"?|(?<![\[{,:]),(?=\s*+[}\]])', re.DOTALL)
"""A string, or a comma after the last item of an object or list."""
_LENIENT: list[bool] = []
_UNKNOWN = re.compile("Object contains unknown field `(.*)`", re.DOTALL)
_MISSING = re.compile("Object missing required field `(.*)`", re.DOTALL)
_TYPE = re.compile("`([a-z |]+)`")
_WORDS = {
    "array": "a list", "bool": "true or false", "float": "a number", "int": "a whole number", "object": "an object",
    "str": "text",
}  # fmt: skip
"""What msgspec calls the types of JSON, in words."""


def read(path: Path) -> Any:
    """The content of a file: JSON, or YAML if that library is installed. Ends the program if it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
        return _yaml(path, text) if path.suffix in (".yaml", ".yml") else from_json(text)
    except (OSError, ValueError, RecursionError) as fault:
        raise SystemExit(f"{path}: {' '.join(str(fault).split())}") from None


def from_json(text: str | bytes) -> Any:
    """A JSON value; raises ``ValueError`` if the text is none."""
    return json.loads(text, parse_constant=_no_number, parse_float=_finite)


def pass_over_last_commas() -> None:
    """Let bodies of requests have a comma after the last item of an object or list, as some servers do."""
    _LENIENT.append(True)


def body_from_json(content: bytes) -> Any:
    """The JSON value of a body; raises ``ValueError`` if it is none."""
    try:
        return from_json(content)
    except ValueError:
        if not _LENIENT:
            raise
    return from_json(_LAST_COMMA.sub(lambda found: "" if found[0] == "," else found[0], content.decode("utf-8-sig")))


def convert(value: Any, kind: type[T]) -> T:
    """A JSON value as a structure; raises ``ValueError`` that names the wrong field, and those that there are."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as fault:
        raise ValueError(_plain(str(fault), kind)) from None


def _plain(text: str, kind: type[Any]) -> str:
    """A fault of msgspec in words for a person."""
    text, _, path = text.partition(" - at `$")
    where = path.rstrip("`").removeprefix(".")
    unknown, missing = _UNKNOWN.fullmatch(text), _MISSING.fullmatch(text)
    found = text
    if unknown:
        found = f"there is no field `{unknown[1]}`{'' if where else _meant(unknown[1], kind)}"
    elif missing:
        found = f"the field `{missing[1]}` is missing"
    elif text.startswith("Expected"):
        found = _TYPE.sub(lambda item: " or ".join(_WORDS.get(name, name) for name in item[1].split(" | ")), text)
        found = f"e{found[1:]}"
    return f"`{where}`: {found}" if where else found


def _meant(name: str, kind: type[Any]) -> str:
    """The nearest field to a name, or else all fields."""
    names = [field.encode_name for field in msgspec.structs.fields(kind)]
    near = get_close_matches(name, names, 1)
    return f"; did you mean `{near[0]}`?" if near else f"; there are {', '.join(names)}"


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"`{word}` is no number")


def _finite(word: str) -> float:
    found = float(word)
    return found if math.isfinite(found) else _no_number(word)


def _yaml(path: Path, text: str) -> Any:
    try:
        import yaml
    except ImportError:
        raise SystemExit(f"{path}: reading YAML needs `pip install pyyaml`; JSON needs nothing") from None
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as fault:
        raise ValueError(fault) from None
