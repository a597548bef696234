"""Pages of all editions and the sentences that people wrote come in; the texts of spec files go out, by path."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath

from ucwagen.capture.compare.page_index import PageIndex
from ucwagen.capture.compare.read_summaries import summaries
from ucwagen.capture.compose.enumerations import enumeration
from ucwagen.capture.compose.error_groups import catalogue
from ucwagen.capture.compose.relations import unpaged
from ucwagen.capture.compose.resources import Sentences, Sources, resource, unpaged_resource
from ucwagen.capture.compose.spec_draft import Tree
from ucwagen.capture.compose.spec_text import spec_text
from ucwagen.capture.examples.guide_examples import DraftedOperations, guide_examples
from ucwagen.capture.examples.page_examples import Supplies, page_examples
from ucwagen.capture.infer.enumerations import members, subcodes
from ucwagen.capture.infer.evidence import Evidence, evidence
from ucwagen.capture.infer.families import families
from ucwagen.capture.infer.reference import Reference, reference
from ucwagen.capture.infer.value_types import TypeContext, same_rows, stated
from ucwagen.capture.selection import Selection
from ucwagen.source import load
from ucwagen.spec.api import ApiSpec
from ucwagen.spec.read import API, ERRORS, read
from ucwagen.spec.types import ErrorsSpec

EXAMPLES = ".http"


def compose(chosen: Selection, summaries: Sentences, api: ApiSpec, errors: ErrorsSpec) -> dict[str, str]:
    """The text of every spec and file of examples that was asked for, by its path under ``specs``."""
    known = reference(chosen.evidence)
    seen = evidence(known)
    enums = _members(known, seen, api)
    typing = TypeContext(known, seen, enums, stated(known, enums), same_rows(known))
    sources = Sources(typing, families(known, seen), catalogue(errors), summaries)
    trees = {name: resource(name, sources) for name in known.resources() if chosen.wants(name)}
    bare = {rel: own for rel, own in unpaged(known, seen).items() if chosen.wants(rel)}
    found: dict[str, Tree] = {f"resources/{name}.yaml": tree for name, tree in trees.items()}
    found |= {f"resources/{rel}.yaml": unpaged_resource(rel, own, sources) for rel, own in bare.items()}
    found |= {
        f"enums/{name}.yaml": enumeration(name, enums[name], known, summaries.get(name, {}))
        for name in enums
        if chosen.wants(name)
    }
    texts = {path: spec_text(tree) for path, tree in found.items()}
    told = _examples(chosen, DraftedOperations(known, trees), Supplies(seen, api.operation_id), api)
    return dict(sorted((texts | told).items()))


def _examples(chosen: Selection, operations: DraftedOperations, supplies: Supplies, api: ApiSpec) -> dict[str, str]:
    """The files of examples: of resources that were asked for, and of guides."""
    texts: dict[str, str] = {}
    for name, tree in operations.specs.items():
        text = page_examples(chosen.shown(name, operations.reference.in_order(name)), tree, supplies)
        texts |= {f"examples/{name}{EXAMPLES}": text} if text else {}
    calls = operations.reference.all_operations()
    requests = ((name, one.text) for name, call in calls for one in call.samples if one.kind == "request")
    told = guide_examples(chosen.guides, operations, api.roles.get("events", ""), supplies, requests)
    return texts | {f"examples/guides/{name}{EXAMPLES}": text for name, text in told.items()}


def from_texts(chosen: Selection, specs: Path, texts: Mapping[str, str]) -> dict[str, str]:
    """As ``compose``, beside specs that exist: what is true of the whole API is theirs, and so are the sentences."""
    said = {PurePath(path).stem: summaries(load(path, text)) for path, text in texts.items()}
    api = read(load(str(specs / API), texts.get(str(specs / API), "")), ApiSpec)
    errors = read(load(str(specs / ERRORS), texts.get(str(specs / ERRORS), "")), ErrorsSpec)
    return compose(chosen, said, api, errors)


def against(chosen: Selection, specs: Path, texts: Mapping[str, str]) -> PageIndex:
    """What the specs of the chosen pages are held against."""
    known = reference(chosen.evidence)

    def draft(name: str, edition: str) -> str:
        drafts = from_texts(chosen.alone(name, edition), specs, texts)
        return next(text for path, text in drafts.items() if PurePath(path).suffix != EXAMPLES)

    return PageIndex({name: known.in_order(name) for name in known.pages}, chosen.texts, chosen.editions, draft)


def _members(known: Reference, seen: Evidence, api: ApiSpec) -> dict[str, dict[str, str]]:
    """The members of every enumeration; subcodes are those of the tables of errors and reasons as well."""
    enums = members(known, seen)
    if (of_subcodes := enums.get(api.roles.get("subcodes", ""))) is not None:
        for subcode, page in subcodes(known).items():
            of_subcodes.setdefault(subcode, page)
    return enums
