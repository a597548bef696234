"""Names in the target language that change where the API has the same thing: by `python`, by acronyms, by siblings."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.changes.rules.found import Both, Found, Key, Place
from ucwagen.changes.types.rule import breaking
from ucwagen.model.types.api import Api

NAME_CHANGED = breaking("python-name-changed", "Code that uses the former name fails.")
RULES = (NAME_CHANGED,)
OF_A_PAGE = ("module", "state class", "links class", "embedded class", "link class")
"""Kinds of names that a page gives; those of a page that is called otherwise follow from that."""
IN_A_PAGE = (*OF_A_PAGE, "property", "link", "embedded resource", "parameter", "shortcut")
TABLES = {
    "property": "properties", "link": "links", "embedded resource": "embedded", "member": "members",
    "parameter": "operations", "error": "errors", "shortcut": "shortcuts",
}  # fmt: skip
"""The tables of specs in which the bearers of names stand."""
REPORTED = ("package", "base error")
"""Kinds with rules of their own."""


def names(both: Both, place: Place) -> Iterator[Found]:
    """Every name that both sides have, of the same thing."""
    mine = {_renamed(key, both): (key, name) for key, name in both.old_names.items()}
    old_places, new_places = _places(both.old), _places(both.new)
    for key, name in both.new_names.items():
        if key not in mine or key[0] in REPORTED:
            continue
        former, was = mine[key]
        if was != name and not (key[0] in OF_A_PAGE and former != key):
            here = Place(old_places.get(former[:2], place).old, new_places.get(key[:2], place).new, _at(key))
            yield here.found(NAME_CHANGED, f"{key[0]} {_bearer(key)} is `{name}`, was `{was}`")


def _renamed(key: Key, both: Both) -> Key:
    """The key as the new specs call its page."""
    return (key[0], both.renamed[key[1]], *key[2:]) if key[1:] and _is_of_page(key) and key[1] in both.renamed else key


def _is_of_page(key: Key) -> bool:
    return key[0] in IN_A_PAGE


def _bearer(key: Key) -> str:
    if len(key) == 2:
        return f"of `{key[1]}`"
    return f"`{key[-1]}` of {' of '.join(f'`{part}`' for part in reversed(key[1:-1]))}"


def _at(key: Key) -> str:
    """The path of the bearer in its file."""
    head = TABLES.get(key[0])
    if head is None:
        return ""
    if key[0] == "shortcut":
        return ".".join(("shortcuts", *key[1:]))
    rest = (key[2], "parameters", key[3]) if key[0] == "parameter" else key[-1:]
    return ".".join((head, *rest))


def _places(api: Api) -> dict[Key, Place]:
    """The places of what bears names, by the first two parts of their keys."""
    found: dict[Key, Place] = {}
    for row in api.resources:
        for kind in IN_A_PAGE:
            found[kind, row.ref.page] = Place(row.ref.span, row.ref.span)
        for shortcut in row.shortcuts:
            found["shortcut", row.ref.page] = Place(shortcut.span, shortcut.span)
    for enum in api.enums:
        for kind in ("enumeration", "member"):
            found[kind, enum.name] = Place(enum.span, enum.span)
    for error in api.errors:
        for kind in ("error", "error with subcode"):
            found[kind, error.name] = Place(error.span, error.span)
    return found | {("subcode", member.name): Place(member.span, member.span) for member in api.subcodes}
