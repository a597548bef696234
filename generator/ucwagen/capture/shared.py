"""Rows of errors and reasons as a list: the page's own, then the groups of errors.yaml that are there whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ucwagen.capture.drafts import Tree, marked

Pair = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Happening:
    """An error or a reason: its name, its subcode, its own tree, and a sentence where it has one of its own."""

    pair: Pair
    tree: dict[str, Tree]
    only: str | None
    summary: str | None


Groups = Mapping[str, Mapping[Pair, str | None]]
"""The pairs of each group, with the sentences that the group has for them."""
Same = Callable[[Happening, str | None], bool]


def listed(rows: Sequence[Happening], groups: Groups, same: Same) -> list[Tree]:
    """The rows, those of a group replaced by its name. ``same``: whether the group's row says what this one would."""
    given = {(row.pair, row.only) for row in rows}
    own: list[Tree] = []
    named: dict[str | None, list[Tree]] = {}
    for row in rows:
        group = _group(row, given, groups)
        if group is None or not same(row, groups[group][row.pair]):
            own.append(row.tree | marked(row.only, row.summary))
        elif group not in named.setdefault(row.only, []):
            named[row.only].append(group)
    return [*own, *({"shared": names, **marked(only, None)} for only, names in named.items())]


def _group(row: Happening, given: set[tuple[Pair, str | None]], groups: Groups) -> str | None:
    """The group to which the row belongs, if all its rows are there."""
    for name, pairs in groups.items():
        if row.pair in pairs and all((pair, row.only) in given for pair in pairs):
            return name
    return None
