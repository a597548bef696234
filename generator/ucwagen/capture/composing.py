"""Pages of all editions and the sentences that people wrote come in; the texts of spec files go out, by path."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath

from ucwagen.capture.against import Against
from ucwagen.capture.calls import Shared
from ucwagen.capture.chosen import Chosen
from ucwagen.capture.drafts import Draft, Tree, marked
from ucwagen.capture.editions import Reference, reference
from ucwagen.capture.enumerations import members, subcodes
from ucwagen.capture.evidence import Evidence, evidence
from ucwagen.capture.examples import Supplies, examples
from ucwagen.capture.families import families
from ucwagen.capture.guided import Operations, guided
from ucwagen.capture.infer import Typing, stated, twins
from ucwagen.capture.relations import unpaged
from ucwagen.capture.resources import Sentences, Sources, resource
from ucwagen.capture.sentences import sentences
from ucwagen.capture.shared import Pair
from ucwagen.capture.write import spec_text
from ucwagen.source import load
from ucwagen.spec.api import ApiSpec
from ucwagen.spec.read import API, ERRORS, read
from ucwagen.spec.types import ErrorRowSpec, ErrorsSpec, ReasonSpec

EXAMPLES = ".http"


def compose(chosen: Chosen, sentences: Sentences, api: ApiSpec, errors: ErrorsSpec) -> dict[str, str]:
    """The text of every spec and file of examples that was asked for, by its path under ``specs``."""
    known = reference(chosen.evidence)
    seen = evidence(known)
    enums = _members(known, seen, api)
    typing = Typing(known, seen, enums, stated(known, enums), twins(known))
    sources = Sources(typing, families(known, seen), _shared(errors), sentences)
    trees = {name: resource(name, sources) for name in known.resources() if chosen.wants(name)}
    bare = {rel: own for rel, own in unpaged(known, seen).items() if chosen.wants(rel)}
    found: dict[str, Tree] = {f"resources/{name}.yaml": tree for name, tree in trees.items()}
    found |= {f"resources/{rel}.yaml": _unpaged(rel, own, sources) for rel, own in bare.items()}
    found |= {
        f"enums/{name}.yaml": _enum(name, enums[name], known, sentences.get(name, {}))
        for name in enums
        if chosen.wants(name)
    }
    texts = {path: spec_text(tree) for path, tree in found.items()}
    told = _examples(chosen, Operations(known, trees), Supplies(seen, api.operation_id), api)
    return dict(sorted((texts | told).items()))


def _examples(chosen: Chosen, operations: Operations, supplies: Supplies, api: ApiSpec) -> dict[str, str]:
    """The files of examples: of resources that were asked for, and of guides."""
    texts: dict[str, str] = {}
    for name, tree in operations.specs.items():
        text = examples(chosen.shown(name, operations.reference.in_order(name)), tree, supplies)
        texts |= {f"examples/{name}{EXAMPLES}": text} if text else {}
    told = guided(chosen.guides, operations, api.roles.get("events", ""), supplies)
    return texts | {f"examples/guides/{name}{EXAMPLES}": text for name, text in told.items()}


def from_texts(chosen: Chosen, specs: Path, texts: Mapping[str, str]) -> dict[str, str]:
    """As ``compose``, beside specs that exist: what is true of the whole API is theirs, and so are the sentences."""
    said = {PurePath(path).stem: sentences(load(path, text)) for path, text in texts.items()}
    api = read(load(str(specs / API), texts.get(str(specs / API), "")), ApiSpec)
    errors = read(load(str(specs / ERRORS), texts.get(str(specs / ERRORS), "")), ErrorsSpec)
    return compose(chosen, said, api, errors)


def against(chosen: Chosen, specs: Path, texts: Mapping[str, str]) -> Against:
    """What the specs of the chosen pages are held against."""
    known = reference(chosen.evidence)

    def draft(name: str, edition: str) -> str:
        drafts = from_texts(chosen.alone(name, edition), specs, texts)
        return next(text for path, text in drafts.items() if PurePath(path).suffix != EXAMPLES)

    return Against({name: known.in_order(name) for name in known.pages}, chosen.texts, chosen.editions, draft)


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
