"""Types of properties and parameters: what rows state, else what samples show, else what enumerations and words say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ucwagen.capture.infer.enumerations import Clues, choose
from ucwagen.capture.infer.evidence import SeenValues
from ucwagen.capture.infer.reference import Reference
from ucwagen.capture.infer.type_phrases import Phrase, phrase

SAMPLES, ENUMERATION, BY_WORDS, PLACEHOLDER = "samples", "enumeration", "words", "placeholder"
_PLACEHOLDER = re.compile(r"samplevalue|base64-encoded-.*|somebase64encodedmessage|URLEncodedMessageString")
_FORMS = {
    "datetime": re.compile(r"/Date\(-?\d+\)/|\d{4}-\d\d-\d\dT.*"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "timespan": re.compile(r"-?P(?=[T\d])[\dDTHMS.]+"),
    "uuid": re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE),
}
"""The forms that texts of these types have."""
_SAYS_WHETHER = re.compile(
    r"^(gets (?:(?:and|or) sets )?)?(indicates )?whether\b|\b(is|are) (true|false)\b", re.IGNORECASE
)
_SAYS_NUMBER = re.compile(
    r"\b(number of|how many|in (minutes|seconds|hours)|(timer|timeout) value|wait time|limit)\b"
    r"|\b(range from|default \w+ is) \d",
    re.IGNORECASE,
)
_SAYS_TIME = re.compile(r"\bdate and time\b|\btime stamp\b", re.IGNORECASE)
_PHONE = re.compile(r"(?i)phonenumber$")
_URI = re.compile(r"(?i)ur[il]s?$")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
"""An address with its scheme, such as `tel:` or `https:`."""


@dataclass(frozen=True, slots=True)
class InferredType:
    """A type in the words of the specs, its limits, and what it was inferred from, None where a row states it."""

    type: str
    many: bool = False
    nullable: bool = False
    format: str | None = None
    max_length: str | None = None
    minimum: str | None = None
    maximum: str | None = None
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """The row that needs a type: its page and name, its text, the enumerations it links to, and what was seen of it."""

    page: str
    name: str
    text: str
    refs: tuple[str, ...]
    seen: SeenValues


@dataclass(frozen=True, slots=True)
class TypeContext:
    """What all pages say of types: the members of enumerations, and what body rows state by page, name and by name."""

    enums: Mapping[str, Mapping[str, str]]
    by_page: Mapping[tuple[str, str], Phrase]
    by_name: Mapping[str, Phrase]
    same_rows: Mapping[tuple[str, str], Sequence[str]]
    """The pages that have a property of a name and a text."""

    def stated(self, subject: Subject) -> Phrase | None:
        """What a body row of the same page and name states."""
        return self.by_page.get((subject.page, subject.name))


def type_context(reference: Reference, enums: Mapping[str, Mapping[str, str]]) -> TypeContext:
    """What all body rows state; where they disagree on a name, what most say."""
    by_page: dict[tuple[str, str], Phrase] = {}
    votes: dict[str, Counter[Phrase]] = {}
    for page, operation in reference.all_operations():
        for fact in operation.fact.body:
            said = _known(phrase(fact.text), enums)
            if said.type:
                by_page.setdefault((page, fact.name), said)
                votes.setdefault(fact.name, Counter())[said] += 1
    by_name = {name: counter.most_common(1)[0][0] for name, counter in votes.items()}
    return TypeContext(enums, by_page, by_name, _same_rows(reference))


def _same_rows(reference: Reference) -> dict[tuple[str, str], list[str]]:
    """The pages of each property, by its name and its text."""
    found: dict[tuple[str, str], list[str]] = {}
    for page in reference.resources:
        for row in reference.pages[page].properties:
            found.setdefault((row.fact.name, row.fact.text), []).append(page)
    return found


def _known(said: Phrase, enums: Collection[str]) -> Phrase:
    """A phrase whose enumeration has a page."""
    unknown = said.members and said.type not in enums
    return replace(said, type="string", members=()) if unknown else said


def property_type(subject: Subject, types: TypeContext) -> InferredType:
    """The type of a property, which no page states."""
    said = phrase(subject.text)
    value = _seen(subject, types) or _said(subject, types)
    return _finish(value, subject, said)


def parameter_type(subject: Subject, types: TypeContext) -> InferredType:
    """The type of a parameter: as its row states it, or a row of the same name, or else as for a property."""
    said = _known(phrase(subject.text), types.enums)
    own = said if said.type else types.stated(subject)
    if own and own.type:
        return _finish(InferredType(own.type, own.many, own.nullable), subject, said)
    value = _seen(subject, types) or _elsewhere(subject, types) or _said(subject, types)
    return _finish(value, subject, said)


def _elsewhere(subject: Subject, types: TypeContext) -> InferredType | None:
    """What other pages state of a parameter of this name."""
    said = types.by_name.get(subject.name)
    return InferredType(said.type, said.many, inferred=BY_WORDS) if said and said.type else None


def _seen(subject: Subject, types: TypeContext) -> InferredType | None:
    """What samples show; an enumeration where the values belong to one."""
    seen = subject.seen
    if seen.data is not None:
        return InferredType("data", seen.data, inferred=SAMPLES)
    values = seen.values
    many = any(isinstance(value, list) for value in values)
    items = [item for item in _flat(values) if item is not None]
    kinds = {type(item) for item in items}
    if kinds and kinds <= {bool, int, float}:
        word = "boolean" if kinds == {bool} else "number" if float in kinds else "integer"
        return InferredType(word, many, inferred=SAMPLES)
    texts = [str(item).strip() for item in items] + [text.strip() for text in seen.texts]
    return _text(subject, types, many, [text for text in texts if text])


def _text(subject: Subject, types: TypeContext, many: bool, texts: Sequence[str]) -> InferredType | None:
    real = [text for text in texts if not _PLACEHOLDER.fullmatch(text)]
    word = _word(real)
    if word and word != "string":
        return InferredType(word, many, inferred=SAMPLES)
    said = types.stated(subject)
    clues = Clues(subject.page, subject.name, subject.text, subject.refs, frozenset(real))
    enum = choose(clues, types.enums, said.type if said else None)
    if enum:
        return InferredType(enum, many, inferred=ENUMERATION)
    if real:
        return InferredType("string", many, inferred=SAMPLES)
    return InferredType("string", many, inferred=PLACEHOLDER) if texts else None


def _word(texts: Sequence[str]) -> str | None:
    """The type that all texts have the form of."""
    forms = (name for name, form in _FORMS.items() if all(form.fullmatch(text) for text in texts))
    return next(forms, "string") if texts else None


def _said(subject: Subject, types: TypeContext) -> InferredType:
    """Without any sample: the page's own parameter of this name, and the words of the row."""
    said = types.stated(subject)
    if said and said.type:
        return InferredType(said.type, said.many, inferred=BY_WORDS)
    text = subject.text
    if _SAYS_WHETHER.search(text):
        return InferredType("boolean", inferred=BY_WORDS)
    if _SAYS_NUMBER.search(text) or phrase(text).maximum:
        return InferredType("integer", inferred=BY_WORDS)
    return InferredType("datetime" if _SAYS_TIME.search(text) else "string", inferred=BY_WORDS)


def _finish(value: InferredType, subject: Subject, said: Phrase) -> InferredType:
    """With the limits that its kind can have, and the format of a string."""
    if value.type == "string":
        return replace(value, max_length=said.max_length, format=_format(subject))
    if value.type in ("integer", "number"):
        return replace(value, minimum=said.minimum, maximum=said.maximum)
    return value


def _format(subject: Subject) -> str | None:
    texts = [str(item).strip() for item in _flat(subject.seen.values)]
    if _PHONE.search(subject.name) or (texts and all(text.startswith("tel:") for text in texts)):
        return "phone"
    is_address = bool(texts) and all(_ADDRESS.fullmatch(text) for text in texts)
    return "uri" if is_address or _URI.search(subject.name) else None


def _flat(values: Iterable[Any]) -> list[Any]:
    return [item for value in values for item in (value if isinstance(value, list) else (value,))]
