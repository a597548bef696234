"""What was inferred comes in; the specs of the pages that are wanted go out, as trees and as texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ucwagen.capture.compose.enumerations import enumeration
from ucwagen.capture.compose.resources import resource, unpaged_resource
from ucwagen.capture.compose.sources import Sources
from ucwagen.capture.compose.spec_draft import Miss, Tree
from ucwagen.capture.compose.spec_text import spec_text


@dataclass(frozen=True, slots=True)
class Composed:
    """The trees of the resources that have a page, by name; the texts of all specs, by path; what has no place."""

    resources: Mapping[str, dict[str, Tree]]
    texts: Mapping[str, str]
    misses: tuple[Miss, ...]


def compose(sources: Sources, is_wanted: Callable[[str], bool]) -> Composed:
    """The specs of the names that are wanted, each page composed once."""
    inferred = sources.inferred
    made = {name: resource(name, sources) for name in filter(is_wanted, inferred.reference.resources)}
    resources = {name: tree for name, (tree, _) in made.items()}
    trees: dict[str, Tree] = {f"resources/{name}.yaml": tree for name, tree in resources.items()}
    trees |= {
        f"resources/{rel}.yaml": unpaged_resource(rel, own, sources)
        for rel, own in inferred.unpaged.items()
        if is_wanted(rel)
    }
    trees |= {f"enums/{name}.yaml": enumeration(name, sources) for name in filter(is_wanted, inferred.types.enums)}
    misses = tuple(miss for _, found in made.values() for miss in found)
    return Composed(resources, {path: spec_text(tree) for path, tree in trees.items()}, misses)
