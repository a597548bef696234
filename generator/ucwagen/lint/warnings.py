"""Collects the warnings of every kind: what a build accepts, and a person should mend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ucwagen.diagnostics import Diagnostic
from ucwagen.lint.events import unreachable_events
from ucwagen.lint.messages import contradictions
from ucwagen.lint.unfinished import unfinished, unfinished_examples
from ucwagen.model.types.api import Api
from ucwagen.source.http import Example

Examples = Mapping[str, Iterable[Example]]


@dataclass(frozen=True, slots=True)
class Material:
    """The texts of specs by path, and the documented messages of pages and of guides by the name of the page."""

    texts: Mapping[str, str]
    examples: Examples
    guides: Examples


def warnings(api: Api, material: Material) -> tuple[Diagnostic, ...]:
    """Every warning."""
    messages = [
        *((page, example) for page, found in material.examples.items() for example in found),
        *((None, example) for found in material.guides.values() for example in found),
    ]
    return (
        *unfinished(material.texts),
        *unfinished_examples(example for _, example in messages),
        *unreachable_events(api),
        *contradictions(api, messages),
    )
