"""One enumeration, in all its editions, as the tree of its spec."""

from __future__ import annotations

from collections.abc import Mapping

from ucwagen.capture.compose.spec_draft import SpecDraft, Tree, marked
from ucwagen.capture.infer.reference import Reference


def enumeration(name: str, known: Mapping[str, str], reference: Reference, summaries: Mapping[str, str]) -> Tree:
    """The spec of an enumeration, whose members ``known`` are with the page that names them."""
    draft = SpecDraft(name, summaries)
    rows = {row.fact.name: row for row in reference.rows(name, lambda page: page.members, lambda fact: fact.name)}
    tree: dict[str, Tree] = {}
    for member, page in known.items():
        if page:
            draft.correct(f"members.{member}", "absent", f"The page of {page} has it.")
        only = rows[member].only if member in rows else None
        tree[member] = marked(only, draft.sentence(f"members.{member}"))
    corrections: list[Tree] = [correction.tree() for correction in draft.corrections]
    head: dict[str, Tree] = {"name": name, "page": f"{name.lower()}_ref", "summary": draft.sentence("summary")}
    return head | {"members": tree} | ({"corrections": corrections} if corrections else {})
