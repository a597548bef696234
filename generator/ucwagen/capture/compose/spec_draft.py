"""A spec that is being composed: trees of text with the key order of the format, sentences to put in, corrections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TypeAlias

from ucwagen.capture.infer.value_types import InferredType
from ucwagen.spec.placeholders import TODO

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"


@dataclass(frozen=True, slots=True)
class Correction:
    """Where the pages are wrong; ``edition`` None for every edition that has the page."""

    at: str
    says: str
    because: str
    edition: str | None = None

    def tree(self) -> Tree:
        return {name: value for name in ("edition", "at", "says", "because") if (value := getattr(self, name))}


@dataclass(frozen=True, slots=True)
class Miss:
    """Something on a page that was read and yet has no place in the spec."""

    path: str
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class SpecDraft:
    """What is known of the page while its spec is composed: sentences by path of the fact, and corrections so far."""

    name: str
    sentences: Mapping[str, str]
    inherited: Mapping[str, str] = field(default_factory=dict)
    """Sentences of the page whose state this one has."""
    corrections: list[Correction] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)

    def sentence(self, *paths: str) -> str:
        """What is said of the first path that has a sentence, here or where it is inherited from."""
        for path in paths:
            for sentences in (self.sentences, self.inherited):
                if path in sentences:
                    return sentences[path]
        return TODO

    def correct(self, at: str, says: str, because: str, edition: str | None = None) -> None:
        correction = Correction(at, says, because, edition)
        if correction not in self.corrections:
            self.corrections.append(correction)


def value_tree(value: InferredType, only: str | None, summary: str, **more: str | None) -> Tree:
    """A property or parameter; ``more`` are its place and whether it is required."""
    facts = asdict(value)
    keys = ("type", "many", "nullable", "format", "max_length", "minimum", "maximum", "in", "required", "inferred")
    tree: dict[str, Tree] = {}
    for key in keys:
        fact = facts.get(key, more.get(f"{key}_"))
        if fact:
            tree[key] = "true" if fact is True else str(fact)
    return tree | marked(only, summary)


def marked(only: str | None, summary: str | None) -> dict[str, Tree]:
    """The keys that close a row."""
    tree: dict[str, Tree] = {"only": only} if only else {}
    return tree | ({"summary": summary} if summary else {})
