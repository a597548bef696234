"""The selected pages and the specs that exist come in; out goes what capture would write, by path below the specs.

Pages go through the rooms in order: read, infer, compose, examples; ``compare`` then takes the drafts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePath

from ucwagen.capture.compare.edits import as_loaded
from ucwagen.capture.compare.page_index import PageIndex
from ucwagen.capture.compare.read_summaries import summaries
from ucwagen.capture.compare.spec_view import SpecView, view
from ucwagen.capture.compose.composed import Composed, compose
from ucwagen.capture.compose.error_groups import catalogue
from ucwagen.capture.compose.first_files import SUBCODES, first_api, first_errors, first_subcodes, subcodes_page
from ucwagen.capture.compose.sources import Sources
from ucwagen.capture.compose.spec_draft import Miss
from ucwagen.capture.compose.spec_text import spec_text
from ucwagen.capture.examples.guide_examples import DraftedOperations, guide_examples
from ucwagen.capture.examples.page_examples import Supplies, page_examples
from ucwagen.capture.infer.inferred import Inferred, infer
from ucwagen.capture.infer.observed import ObservedPage, observe
from ucwagen.capture.selection import Selection
from ucwagen.source import load
from ucwagen.source.node import Node
from ucwagen.spec.api import ApiSpec
from ucwagen.spec.read import API, ERRORS, read
from ucwagen.spec.types import ErrorsSpec

EXAMPLES = ".http"


@dataclass(frozen=True, slots=True)
class HeldSpecs:
    """The files that exist, by path: the texts and trees of specs, the texts of examples; what is true of the API."""

    folder: Path
    texts: Mapping[str, str]
    examples: Mapping[str, str]
    roots: Mapping[str, Node]
    api: ApiSpec | None
    errors: ErrorsSpec | None
    """What is true of the whole API; None where the file is missing."""

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions of the API, the newest last."""
        return self.api.editions if self.api else ()

    def view(self, path: str) -> SpecView:
        """A spec as it is compared."""
        return view(path, self.texts[path], self.roots[path])


def held_specs(folder: Path, texts: Mapping[str, str], examples: Mapping[str, str] | None = None) -> HeldSpecs:
    """The specs and examples of a folder; each spec is loaded once."""
    roots = {path: load(path, as_loaded(text)) for path, text in texts.items()}
    api, errors = (roots.get(str(folder / name)) for name in (API, ERRORS))
    return HeldSpecs(
        folder,
        texts,
        examples or {},
        roots,
        read(api, ApiSpec) if api else None,
        read(errors, ErrorsSpec) if errors else None,
    )


@dataclass(frozen=True, slots=True)
class Drafts:
    """What capture would write, by path below the folder of specs; the pages, to find where a fact stands."""

    texts: Mapping[str, str]
    index: PageIndex
    misses: tuple[Miss, ...]
    """What was read and yet has no place in a spec."""


def drafts(selection: Selection, held: HeldSpecs) -> Drafts:
    """The specs and the files of examples that were asked for."""
    pages = tuple(map(observe, selection.evidence))
    subcodes = held.api.roles.get("subcodes", "") if held.api else subcodes_page(selection.evidence)
    inferred = infer(pages, selection.editions, subcodes)
    first = _first_files(inferred, held, subcodes)
    api = held.api or read(load(API, first[API]), ApiSpec)
    errors = catalogue(held.errors or read(load(ERRORS, first[ERRORS]), ErrorsSpec))
    sources = Sources(inferred, errors, {PurePath(path).stem: summaries(root) for path, root in held.roots.items()})
    composed = compose(sources, selection.wants)
    texts = {**first, **composed.texts, **_examples(selection, composed, sources, api)}

    def alone(others: Sequence[ObservedPage], name: str) -> Composed:
        own = replace(sources, inferred=infer(others, selection.editions, subcodes))
        return compose(own, lambda other: other == name)

    return Drafts(dict(sorted(texts.items())), _index(selection, pages, sources, alone), composed.misses)


def _first_files(inferred: Inferred, held: HeldSpecs, of_subcodes: str) -> dict[str, str]:
    """The files about the whole API that are missing, as the pages give them."""
    made: dict[str, str] = {}
    if held.api is None:
        if not of_subcodes and (tree := first_subcodes(inferred.reference)):
            of_subcodes = SUBCODES
            made[f"enums/{SUBCODES}.yaml"] = spec_text(tree)
        made[API] = spec_text(first_api(inferred.reference, of_subcodes), "")
    if held.errors is None:
        made[ERRORS] = spec_text(first_errors(inferred.reference), "")
    return made


def _examples(selection: Selection, composed: Composed, sources: Sources, api: ApiSpec) -> dict[str, str]:
    """The files of examples: of resources that were asked for, and of guides."""
    inferred = sources.inferred
    supplies = Supplies(inferred.evidence, api.operation_id, sources.errors.codes)
    pages = inferred.reference.pages
    texts = {
        f"examples/{name}{EXAMPLES}": page_examples(selection.shown(name, pages[name].editions), tree, supplies)
        for name, tree in composed.resources.items()
    }
    operations = DraftedOperations(inferred.reference, composed.resources)
    calls = inferred.reference.all_operations()
    requests = ((name, one.sample.text) for name, call in calls for one in call.samples if one.sample.kind == "request")
    events = api.roles.get("events", "")
    told = guide_examples(selection.guides, operations, events, supplies, requests)
    texts |= {f"examples/guides/{name}{EXAMPLES}": text for name, text in told.items()}
    return {path: text for path, text in texts.items() if text}


def _index(
    selection: Selection,
    pages: Sequence[ObservedPage],
    sources: Sources,
    compose_alone: Callable[[Sequence[ObservedPage], str], Composed],
) -> PageIndex:
    """Where the facts of specs stand on the pages; a page in one edition alone is composed where it is asked for."""

    @cache
    def alone(name: str, edition: str) -> SpecView:
        others = [page for page in pages if page.facts.name != name or page.facts.edition == edition]
        return next(view(path, text) for path, text in compose_alone(others, name).texts.items())

    merged = sources.inferred.reference.pages
    facts = {name: tuple(page.facts for page in merged[name].editions) for name in merged}
    return PageIndex(facts, selection.texts, selection.read, alone, sources.errors.codes)
