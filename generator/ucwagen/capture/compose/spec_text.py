"""Trees of text as the YAML of the specs: block style, a blank line before every table, quotes only where needed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ucwagen.capture.compose.spec_draft import Tree

SCHEMA = "# yaml-language-server: $schema={}schema.json"
_FLOW = frozenset({"to", "many", "only", "content"})
_QUOTED = re.compile(r"^$|^[\s!&*?|>@`%{}\[\],#'\"-]|: |:$| #|\s$|[\n\t]")
_IN_FLOW = re.compile(r"[,\[\]{}]")


def spec_text(tree: Tree, above: str = "../") -> str:
    """The text of a spec file; ``above`` leads from its folder to that of the schema."""
    assert isinstance(tree, dict)
    lines = [SCHEMA.format(above)]
    for key, value in tree.items():
        entry = list(_entry(key, value, ""))
        lines += ["", *entry] if len(entry) > 1 else entry
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Tree, indent: str) -> Iterator[str]:
    if _flows(value):
        yield f"{indent}{scalar(key)}: {_flow(value)}"
    elif isinstance(value, dict):
        yield f"{indent}{scalar(key)}:"
        for inner, item in value.items():
            yield from _entry(inner, item, f"{indent}  ")
    else:
        yield f"{indent}{scalar(key)}:"
        for item in value:
            yield from _item(item, f"{indent}  ")


def _item(item: Tree, indent: str) -> Iterator[str]:
    """An item of a list: its first line takes the dash."""
    assert isinstance(item, dict)
    lines = [line for key, value in item.items() for line in _entry(key, value, f"{indent}  ")]
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _flows(value: Tree) -> bool:
    if isinstance(value, dict):
        return set(value) <= _FLOW
    return isinstance(value, str) or all(isinstance(item, str) for item in value)


def _flow(value: Tree) -> str:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inner(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(_inner(item) for item in value) + "]"


def _inner(value: Tree) -> str:
    text = _flow(value)
    plain = isinstance(value, str) and text == value
    return _quoted(text) if plain and _IN_FLOW.search(text) else text


def scalar(text: str) -> str:
    """A text, in quotes where YAML would take it for something else."""
    return _quoted(text) if _QUOTED.search(text) else text


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
