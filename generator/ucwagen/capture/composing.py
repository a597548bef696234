"""Pages of all editions and the sentences that people wrote come in; the texts of spec files go out, by path."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from ucwagen.capture.calls import Shared
from ucwagen.capture.drafts import Draft, Tree, marked
from ucwagen.capture.editions import Reference, reference
from ucwagen.capture.enumerations import members, subcodes
from ucwagen.capture.evidence import Evidence, evidence
from ucwagen.capture.examples import Supplies, examples
from ucwagen.capture.facts import PageFacts
from ucwagen.capture.families import families
from ucwagen.capture.guided import Guide, Operations, guided
from ucwagen.capture.infer import Typing, stated, twins
from ucwagen.capture.relations import unpaged
from ucwagen.capture.resources import Sentences, Sources, resource
from ucwagen.capture.sentences import sentences
from ucwagen.capture.shared import Pair
from ucwagen.capture.write import spec_text
from ucwagen.source import load
from ucwagen.spec.read import API, ERRORS, read
from ucwagen.spec.types import ApiSpec, ErrorRowSpec, ErrorsSpec, ReasonSpec


@dataclass(frozen=True, slots=True)
class Pages:
    """What was read: pages of resources and enumerations, and guides.

    Examples are those of the newest edition; of the pages in ``both`` those of the older one as well.
    """

    reference: Collection[PageFacts]
    guides: Collection[Guide] = ()
    both: Collection[str] = ()


def compose(pages: Pages, sentences: Sentences, api: ApiSpec, errors: ErrorsSpec) -> dict[str, str]:
    """The text of every spec and file of examples by its path under ``specs``."""
    known = reference(pages.reference)
    seen = evidence(known)
    enums = _members(known, seen, api)
    typing = Typing(known, seen, enums, stated(known, enums), twins(known))
    sources = Sources(typing, families(known, seen), _shared(errors), sentences)
    trees = {name: resource(name, sources) for name in known.resources()}
    found: dict[str, Tree] = {f"resources/{name}.yaml": tree for name, tree in trees.items()}
    found |= {f"resources/{rel}.yaml": _unpaged(rel, own, sources) for rel, own in unpaged(known, seen).items()}
    found |= {f"enums/{name}.yaml": _enum(name, enums[name], known, sentences.get(name, {})) for name in enums}
    texts = {path: spec_text(tree) for path, tree in found.items()}
    told = _examples(pages, Operations(known, trees), Supplies(seen, api.operation_id), api)
    return dict(sorted((texts | told).items()))


def _examples(pages: Pages, operations: Operations, supplies: Supplies, api: ApiSpec) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name, tree in operations.specs.items():
        editions = operations.reference.in_order(name)
        text = examples(editions if name in pages.both else editions[:1], tree, supplies)
        texts |= {f"examples/{name}.http": text} if text else {}
    told = guided(pages.guides, operations, api.roles.get("events", ""), supplies)
    return texts | {f"examples/guides/{name}.http": text for name, text in told.items()}


def from_texts(pages: Pages, specs: Path, texts: Mapping[str, str]) -> dict[str, str]:
    """As ``compose``, beside specs that exist: what is true of the whole API is theirs, and so are the sentences."""
    said = {PurePath(path).stem: sentences(load(path, text)) for path, text in texts.items()}
    api = read(load(str(specs / API), texts.get(str(specs / API), "")), ApiSpec)
    errors = read(load(str(specs / ERRORS), texts.get(str(specs / ERRORS), "")), ErrorsSpec)
    return compose(pages, said, api, errors)


def _members(known: Reference, seen: Evidence, api: ApiSpec) -> dict[str, dict[str, str]]:
    """The members of every enumeration; subcodes are those of the tables of errors and reasons as well."""
    enums = members(known, seen)
    if (of_subcodes := enums.get(api.roles.get("subcodes", ""))) is not None:
        for subcode, page in subcodes(known).items():
            of_subcodes.setdefault(subcode, page)
    return enums


def _shared(errors: ErrorsSpec) -> Shared:
    return Shared(
        codes={name: row.code for name, row in errors.errors.items()},
        errors={name: dict(map(_error, rows)) for name, rows in errors.groups.items()},
        reasons={name: dict(map(_reason, rows)) for name, rows in errors.reasons.items()},
    )


def _error(row: ErrorRowSpec) -> tuple[Pair, str | None]:
    return (row.error or "", row.subcode), row.summary


def _reason(row: ReasonSpec) -> tuple[Pair, str | None]:
    return (row.code, row.subcode), row.summary


def _unpaged(rel: str, own: str, sources: Sources) -> Tree:
    """What travels and has no page: what the samples show of it."""
    draft = Draft(rel, sources.sentences.get(rel, {}))
    return {"rel": own, "page": "none", "summary": draft.sentence("summary"), "links": {"self": {}}}


def _enum(name: str, known: Mapping[str, str], reference: Reference, sentences: Mapping[str, str]) -> Tree:
    draft = Draft(name, sentences)
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
