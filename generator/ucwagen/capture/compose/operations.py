"""Operations as trees: parameters and their places, the content of requests, what comes back, errors and reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ucwagen.capture.compose.error_groups import ErrorCatalogue, FailureRow, listed
from ucwagen.capture.compose.returns import is_structured, returns
from ucwagen.capture.compose.spec_draft import TODO, SpecDraft, Tree, marked, value_tree
from ucwagen.capture.infer.evidence import Sightings, media_types
from ucwagen.capture.infer.families import Families
from ucwagen.capture.infer.reference import EditionRow, Reference, union
from ucwagen.capture.infer.value_types import Subject, TypeContext, parameter_type
from ucwagen.capture.read.facts import ErrorFact, OperationFact, PageFacts, ParameterFact, ReasonFact, SampleFact

Calls = Sequence[tuple[str, OperationFact]]
"""One operation in its editions, newest first."""


@dataclass(frozen=True, slots=True)
class ParameterPlaces:
    """A parameter's rows in the body and in the query."""

    body: ParameterFact | None
    query: ParameterFact | None
    only: str | None

    @property
    def fact(self) -> ParameterFact:
        fact = self.body or self.query
        assert fact is not None
        return fact

    @property
    def word(self) -> str | None:
        """Where it travels; None for the body alone."""
        return None if self.query is None else "either" if self.body else "query"

    @property
    def required(self) -> str | None:
        places = {"body": self.body, "query": self.query}
        needed = [name for name, fact in places.items() if fact and fact.required]
        given = [name for name, fact in places.items() if fact]
        return None if not needed else "true" if needed == given else needed[0]


def operations(draft: SpecDraft, typing: TypeContext, family: Families, shared: ErrorCatalogue) -> dict[str, Tree]:
    """The operations of the page by method."""
    reference = typing.reference
    found: dict[str, Tree] = {}
    for row in reference.methods(draft.name):
        found[row.fact] = _operation(draft, row, typing, family, shared)
    return found


def _operation(
    draft: SpecDraft, row: EditionRow[str], typing: TypeContext, family: Families, shared: ErrorCatalogue
) -> Tree:
    method, path = row.fact, f"operations.{row.fact}"
    calls = typing.reference.operations(draft.name, method)
    samples = [sample for _, call in calls for sample in call.samples]
    content = _content(samples)
    tree: dict[str, Tree] = {"summary": draft.sentence(path)}
    if parameters := _parameters(draft, path, calls, content, typing):
        tree["parameters"] = parameters
    if content:
        tree["request"] = {"content": list(content)}
    tree["returns"] = returns(draft, method, calls, typing.reference, family)
    if errors := _errors(draft, path, calls, shared):
        tree["errors"] = errors
    if reasons := _reasons(draft, method, typing.reference, shared):
        tree["reasons"] = reasons
    return tree | marked(row.only, None)


def _content(samples: Sequence[SampleFact]) -> tuple[str, ...]:
    """The media types of a request that is not the usual input."""
    return tuple(kind for kind in media_types(samples, "request") if not is_structured(kind))


def _parameters(
    draft: SpecDraft, path: str, calls: Calls, content: Sequence[str], typing: TypeContext
) -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    method = path.rpartition(".")[2]
    key = (draft.name, method)
    seen = typing.evidence.sent(*key)
    places = _places(calls)
    if method == "POST":
        places |= _unlisted(draft, path, typing.evidence.inputs.get(key, Sightings()), places)
    for name, place in places.items():
        at = f"{path}.parameters.{name}"
        subject = Subject(draft.name, name, place.fact.text, place.fact.refs, seen)
        value = parameter_type(subject, typing)
        word = place.word
        if word is None and name in typing.evidence.queries.get(key, Sightings()).texts:
            draft.correct(f"{at}.in", "body", "The samples have it in the query.")
            word = "query"
        if content and value.type == "bytes" and word is None:
            draft.correct(at, "present", "The body is this itself, as the samples show, and not a table of values.")
            continue
        summary = draft.sentence(at)
        found[name] = value_tree(value, place.only, summary, in_=word, required_=place.required)
    return found


def _places(calls: Calls) -> dict[str, ParameterPlaces]:
    """Parameters in the order of the body, then of the query; of an older edition those that the newest lacks."""
    rows = union(((edition, (*call.body, *call.query)) for edition, call in calls), lambda fact: fact.name)
    found: dict[str, ParameterPlaces] = {}
    for row in rows:
        name = row.fact.name
        call = next(call for edition, call in calls if row.only in (None, edition))
        body = next((fact for fact in call.body if fact.name == name), None)
        query = next((fact for fact in call.query if fact.name == name), None)
        found[name] = ParameterPlaces(body, query, row.only)
    return found


def _unlisted(
    draft: SpecDraft, path: str, sent: Sightings, places: Mapping[str, ParameterPlaces]
) -> dict[str, ParameterPlaces]:
    """What samples send in the body and no table lists. A PUT sends its whole resource, listed or not."""
    found: dict[str, ParameterPlaces] = {}
    for name in (*sent.values, *sent.data):
        if name not in places:
            draft.correct(f"{path}.parameters.{name}", "absent", "Samples send it.")
            found[name] = ParameterPlaces(ParameterFact(name, "", False, 0), None, None)
    return found


def _errors(draft: SpecDraft, path: str, calls: Calls, shared: ErrorCatalogue) -> list[Tree]:
    def key(fact: ErrorFact) -> tuple[str, str | None]:
        return fact.error, fact.subcode

    rows = union(((edition, call.errors) for edition, call in calls), key)
    said = [draft.sentences.get(f"{path}.errors.{row.fact.error}.{row.fact.subcode}") for row in rows]
    found = [_error(row, summary, shared) for row, summary in zip(rows, said, strict=True)]
    return listed(found, shared.errors, lambda row, _: row.summary is None)


def _error(row: EditionRow[ErrorFact], summary: str | None, shared: ErrorCatalogue) -> FailureRow:
    fact = row.fact
    tree: dict[str, Tree] = {"error": fact.error}
    if shared.codes.get(fact.error) != fact.code:
        tree["code"] = str(fact.code)
    if fact.subcode:
        tree["subcode"] = fact.subcode
    return FailureRow((fact.error, fact.subcode), tree, row.only, summary)


def _reasons(draft: SpecDraft, method: str, reference: Reference, shared: ErrorCatalogue) -> list[Tree]:
    """Those under the operation. Those of the completed event belong to what reads its outcome, the first operation."""
    is_first = method == reference.methods(draft.name)[0].fact

    def table(page: PageFacts) -> list[ReasonFact]:
        own = [fact for operation in page.operations if operation.method == method for fact in operation.reasons]
        return [*(page.reasons if is_first else ()), *own]

    rows = reference.rows(draft.name, table, lambda fact: (fact.code, fact.subcode))
    at = f"operations.{method}.reasons"
    found = [_reason(row, draft.sentence(f"{at}.{row.fact.code}.{row.fact.subcode}")) for row in rows]
    return listed(found, shared.reasons, lambda row, said: row.summary in (said, TODO))


def _reason(row: EditionRow[ReasonFact], summary: str) -> FailureRow:
    fact = row.fact
    tree: dict[str, Tree] = {"code": fact.code}
    if fact.subcode:
        tree["subcode"] = fact.subcode
    return FailureRow((fact.code, fact.subcode), tree, row.only, summary)
