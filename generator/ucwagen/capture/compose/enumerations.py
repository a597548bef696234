"""One enumeration, in all its editions, as the tree of its spec."""

from __future__ import annotations

from ucwagen.capture.compose.sources import Sources
from ucwagen.capture.compose.spec_draft import SpecDraft, Tree, marked


def enumeration(name: str, sources: Sources) -> Tree:
    """The spec of an enumeration; a member that only other pages name is declared as a correction."""
    draft = SpecDraft(name, sources.sentences.get(name, {}))
    rows = {row.fact.name: row for row in sources.inferred.reference.pages[name].members}
    tree: dict[str, Tree] = {}
    for member, page in sources.inferred.types.enums[name].items():
        if page:
            draft.correct(f"members.{member}", "absent", f"The page of {page} has it.")
        only = rows[member].only if member in rows else None
        tree[member] = marked(only, draft.sentence(f"members.{member}"))
    corrections: list[Tree] = [correction.tree() for correction in draft.corrections]
    head: dict[str, Tree] = {"name": name, "page": f"{name.lower()}_ref", "summary": draft.sentence("summary")}
    return head | {"members": tree} | ({"corrections": corrections} if corrections else {})
