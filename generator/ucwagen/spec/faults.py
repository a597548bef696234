"""Errors of pydantic in, faults out: with the place of the node and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ucwagen.diagnostics import Diagnostic, Span, nearest
from ucwagen.source.node import Entry, Node
from ucwagen.source.text import MORE, MOST_FAULTS, shown
from ucwagen.spec.base import Unknown, child

KEY = "[key]"
"""How pydantic marks an error of a key, not of its value."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What a fault is about: its name, the place of its key, the place of its value."""

    name: str
    key: Span
    value: Span


def diagnostics(root: Node, error: ValidationError) -> list[Diagnostic]:
    """Every fault of a tree whose root did not validate."""
    details = _slips(error.errors(include_url=False))
    found = [_diagnostic(root, one) for one in details[:MOST_FAULTS]]
    if len(details) > MOST_FAULTS:
        found.append(Diagnostic(_place(root, details[MOST_FAULTS]["loc"]).key, MORE))
    return found


def _slips(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without the missing keys that are there misspelt: the hint of the unknown key names them."""
    hints = [(one["loc"][:-1], _hint_of(one["input"])) for one in details if one["type"] == "extra_forbidden"]

    def is_misspelt(one: ErrorDetails) -> bool:
        *table, key = one["loc"]
        return any(place == tuple(table) and f"`{key}`" in hint for place, hint in hints)

    return [one for one in details if one["type"] != "missing" or not is_misspelt(one)]


def unknown_keys(error: ValidationError) -> list[Diagnostic]:
    """The keys of a tree that did not validate which the format does not have."""
    return [_unknown(one["input"]) for one in error.errors(include_url=False) if one["type"] == "extra_forbidden"]


def _diagnostic(root: Node, details: ErrorDetails) -> Diagnostic:
    location, context = details["loc"], details.get("ctx", {})
    place = _place(root, location)
    match details["type"]:
        case "missing":
            return Diagnostic(place.key, f"key `{location[-1]}` is missing here; add it")
        case "extra_forbidden":
            return _unknown(details["input"])
        case "literal_error" if location[-1] == KEY:
            return Diagnostic(place.key, f"unknown key {place.name}{_hint(str(location[-2]), context)}")
        case "literal_error":
            return Diagnostic(place.value, f"{place.name} is {shown(details['input'])}; {_due(context)}")
        case "flow":
            return Diagnostic(context["span"], details["msg"])
    return Diagnostic(context.get("span", place.value), f"{place.name} {details['msg']}")


def _place(root: Node, location: tuple[int | str, ...]) -> _Place:
    """Follows a location. A step without a node is a mark of pydantic, or a missing key."""
    node, place = root, _Place("the file", root.span, root.span)
    for step in location:
        found = child(node, step)
        if isinstance(found, Entry):
            node, place = found.value, _Place(shown(found.key.text), found.key.span, found.value.span)
        elif found is not None:
            node, place = found, _Place(f"item {int(step) + 1} of {place.name}", found.span, found.span)
    return place


def _unknown(unknown: Unknown) -> Diagnostic:
    key = unknown.entry.key
    hint = _hint_of(unknown) or f"; the keys here are {', '.join(unknown.known)}"
    return Diagnostic(key.span, f"unknown key {shown(key.text)}{hint}")


def _hint_of(unknown: Unknown) -> str:
    return nearest(unknown.entry.key.text, unknown.known)


def _hint(key: str, context: dict[str, Any]) -> str:
    """The nearest of the keys that are due, or else all of them."""
    known = re.findall(r"'([^']+)'", str(context["expected"]))
    return nearest(key, known) or f"; {_due(context)}"


def _due(context: dict[str, Any]) -> str:
    return "write " + str(context["expected"]).replace("'", "")
