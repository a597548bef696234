"""Resources of several types at one address: a rel tells them apart, where no other of them says the same rel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ucwagen.model.types.api import ResourceRef
from ucwagen.oas.text.names import Names, schema_ref

Rels = Mapping[str, tuple[str, ...]]
"""By page of a state, the names by which its representations call themselves."""


def owners(refs: Iterable[ResourceRef]) -> tuple[ResourceRef, ...]:
    """The resources whose state classes these have; each once."""
    return tuple({ref.owner.page: ref.owner for ref in refs}.values())


def are_told_apart(refs: tuple[ResourceRef, ...], rels: Rels) -> bool:
    """Whether there are several, and no two of them can say the same rel."""
    said = [rel for ref in refs for rel in rels[ref.page]]
    return len(refs) > 1 and len(said) == len(set(said))


def one_of(refs: tuple[ResourceRef, ...], rels: Rels, names: Names) -> dict[str, Any]:
    """The schema of a representation of one of them; with a discriminator, where the rel tells which."""
    found = [schema_ref(names.state(ref)) for ref in refs]
    if len(found) == 1:
        return dict(found[0])
    if not are_told_apart(refs, rels):
        return {"anyOf": found}
    mapping = {rel: row["$ref"] for ref, row in zip(refs, found, strict=True) for rel in rels[ref.page]}
    return {"oneOf": found, "discriminator": {"propertyName": "rel", "mapping": mapping}}
