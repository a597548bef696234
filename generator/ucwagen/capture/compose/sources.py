"""What was inferred and what people wrote come in; what the spec of one page is composed from goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ucwagen.capture.compose.error_groups import ErrorCatalogue
from ucwagen.capture.compose.spec_draft import Miss, SpecDraft
from ucwagen.capture.infer.evidence import Sightings
from ucwagen.capture.infer.inferred import Inferred
from ucwagen.capture.infer.reference import MergedPage

Sentences = Mapping[str, Mapping[str, str]]
"""Sentences by page or enumeration, and by path of the fact."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that specs are composed from."""

    inferred: Inferred
    errors: ErrorCatalogue
    sentences: Sentences


@dataclass(frozen=True, slots=True)
class PageSources:
    """Everything that the spec of one page is composed from."""

    draft: SpecDraft
    page: MergedPage
    owner: str
    """The page whose state its representation has."""
    family: tuple[str, ...]
    """The pages that share the state, the owner first."""
    seen: Sightings
    """What samples show of the state."""
    inferred: Inferred
    errors: ErrorCatalogue

    @property
    def name(self) -> str:
        """The name of the page."""
        return self.page.name

    def miss(self, edition: str, line: int, what: str) -> None:
        """Report what the page says in an edition and the spec cannot."""
        path = next(page.facts.path for page in self.page.editions if page.facts.edition == edition)
        self.draft.misses.append(Miss(path, line, what))


def of_page(name: str, sources: Sources) -> PageSources:
    """What concerns one page."""
    inferred, sentences = sources.inferred, sources.sentences
    owner = inferred.family.owner(name)
    family = inferred.family.members(owner)
    draft = SpecDraft(name, sentences.get(name, {}), sentences.get(owner, {}))
    page = inferred.reference.pages[name]
    return PageSources(draft, page, owner, family, inferred.evidence.of(*family), inferred, sources.errors)
