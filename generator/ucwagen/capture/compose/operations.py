"""Operations as trees: parameters and their places, the content of requests, what comes back, errors and reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ucwagen.capture.compose.error_groups import ErrorCatalogue, ErrorKey, FailureRow, listed
from ucwagen.capture.compose.returns import is_structured, returns
from ucwagen.capture.compose.sources import PageSources
from ucwagen.capture.compose.spec_draft import SpecDraft, Tree, marked, value_tree
from ucwagen.capture.infer.evidence import NOTHING, Sightings
from ucwagen.capture.infer.reference import Calls, EditionRow, union
from ucwagen.capture.infer.value_types import Subject, parameter_type
from ucwagen.capture.read.facts import ErrorFact, ParameterFact, ReasonFact
from ucwagen.spec.placeholders import TODO


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


def operations(one: PageSources) -> dict[str, Tree]:
    """The operations of the page by method."""
    return {row.fact: _operation(one, row) for row in one.page.methods}


def _operation(one: PageSources, row: EditionRow[str]) -> Tree:
    method, path = row.fact, f"operations.{row.fact}"
    calls = one.page.calls[method]
    content = _content(kind for _, call in calls for kind in call.media_types("request"))
    tree: dict[str, Tree] = {"summary": one.draft.sentence(path)}
    if parameters := _parameters(one, method, content):
        tree["parameters"] = parameters
    if content:
        tree["request"] = {"content": list(content)}
    tree["returns"] = returns(one, method)
    if errors := _errors(one, path, calls):
        tree["errors"] = errors
    if reasons := _reasons(one, method):
        tree["reasons"] = reasons
    return tree | marked(row.only, None)


def _content(kinds: Iterable[str]) -> tuple[str, ...]:
    """The media types of a request that is not the usual input."""
    return tuple(dict.fromkeys(kind for kind in kinds if not is_structured(kind)))


def _parameters(one: PageSources, method: str, content: Sequence[str]) -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    evidence, key = one.inferred.evidence, (one.name, method)
    queries, seen = evidence.queries.get(key, NOTHING), evidence.sent(*key)
    places = _places(one.page.calls[method])
    if method == "POST":
        places |= _unlisted(one.draft, method, evidence.inputs.get(key, NOTHING), places)
    for name, place in places.items():
        at = f"operations.{method}.parameters.{name}"
        subject = Subject(one.name, name, place.fact.text, place.fact.refs, seen.one(name))
        value = parameter_type(subject, one.inferred.types)
        word = place.word
        if word is None and name in queries.texts:
            one.draft.correct(f"{at}.in", "body", "The samples have it in the query.")
            word = "query"
        if content and value.type == "bytes" and word is None:
            why = "The body is this itself, as the samples show, and not a table of values."
            one.draft.correct(at, "present", why)
            continue
        summary = one.draft.sentence(at)
        found[name] = value_tree(value, place.only, summary, in_=word, required_=place.required)
    return found


def _places(calls: Calls) -> dict[str, ParameterPlaces]:
    """Parameters in the order of the body, then of the query; of an older edition those that the newest lacks."""
    rows = union(((edition, (*call.fact.body, *call.fact.query)) for edition, call in calls), lambda fact: fact.name)
    found: dict[str, ParameterPlaces] = {}
    for row in rows:
        name = row.fact.name
        call = next(call.fact for edition, call in calls if row.only in (None, edition))
        body = next((fact for fact in call.body if fact.name == name), None)
        query = next((fact for fact in call.query if fact.name == name), None)
        found[name] = ParameterPlaces(body, query, row.only)
    return found


def _unlisted(draft: SpecDraft, method: str, sent: Sightings, places: Collection[str]) -> dict[str, ParameterPlaces]:
    """What samples send in the body and no table lists. A PUT sends its whole resource, listed or not."""
    found: dict[str, ParameterPlaces] = {}
    for name in (*sent.values, *sent.data):
        if name not in places:
            draft.correct(f"operations.{method}.parameters.{name}", "absent", "Samples send it.")
            found[name] = ParameterPlaces(ParameterFact(name, "", False, 0), None, None)
    return found


def _errors(one: PageSources, path: str, calls: Calls) -> list[Tree]:
    def key(fact: ErrorFact) -> ErrorKey:
        return fact.error, fact.subcode

    rows = union(((edition, call.fact.errors) for edition, call in calls), key)
    said = [one.draft.sentences.get(f"{path}.errors.{row.fact.error}.{row.fact.subcode}") for row in rows]
    found = [_error(row, summary, one.errors) for row, summary in zip(rows, said, strict=True)]
    return listed(found, one.errors.errors, lambda row, _: row.summary is None)


def _error(row: EditionRow[ErrorFact], summary: str | None, errors: ErrorCatalogue) -> FailureRow:
    fact = row.fact
    tree: dict[str, Tree] = {"error": fact.error}
    if errors.codes.get(fact.error) != fact.code:
        tree["code"] = str(fact.code)
    if fact.subcode:
        tree["subcode"] = fact.subcode
    return FailureRow((fact.error, fact.subcode), tree, row.only, summary)


def _reasons(one: PageSources, method: str) -> list[Tree]:
    at = f"operations.{method}.reasons"
    rows = one.page.reasons[method]
    found = [_reason(row, one.draft.sentence(f"{at}.{row.fact.code}.{row.fact.subcode}")) for row in rows]
    return listed(found, one.errors.reasons, lambda row, said: row.summary in (said, TODO))


def _reason(row: EditionRow[ReasonFact], summary: str) -> FailureRow:
    fact = row.fact
    tree: dict[str, Tree] = {"code": fact.code}
    if fact.subcode:
        tree["subcode"] = fact.subcode
    return FailureRow((fact.code, fact.subcode), tree, row.only, summary)
