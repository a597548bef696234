"""Enumerations: their members, those included that only other pages name, and which one a property takes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ucwagen.capture.infer.evidence import NOTHING as NOTHING_SEEN
from ucwagen.capture.infer.evidence import Evidence
from ucwagen.capture.infer.reference import Reference
from ucwagen.capture.infer.type_phrases import phrase

GENERIC = "Generic"
"""How the name of an enumeration begins that stands for every switch without one of its own."""
SWITCH = frozenset({"Enabled", "Disabled"})
NOTHING = "None"
_SUFFIX = re.compile(r"Enum$")
_WORD = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])|\d+")
_SHORTEST = 8
"""How long a name must be to be told by its beginning."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of a property: its page and name, what the page says and links to, and the values seen."""

    page: str
    name: str
    text: str
    refs: tuple[str, ...]
    values: frozenset[str]


def members(reference: Reference, evidence: Evidence, of_subcodes: str) -> dict[str, dict[str, str]]:
    """The members of each enumeration, with the page that names them; empty where it is the enumeration's own.

    Subcodes in the tables of errors and reasons are members of the enumeration ``of_subcodes``, where it has a page.
    """
    found = {name: {row.fact.name: "" for row in reference.pages[name].members} for name in reference.enums}
    for page, operation in reference.all_operations():
        for fact in (*operation.fact.body, *operation.fact.query):
            said = phrase(fact.text)
            for member in said.members if said.type in found else ():
                found[said.type or ""].setdefault(member, page)
    for enum, known in found.items():
        for page, value in _shown(enum, reference, evidence):
            known.setdefault(value, page)
    if of_subcodes in found:
        for subcode, page in subcodes(reference).items():
            found[of_subcodes].setdefault(subcode, page)
    return found


def _shown(enum: str, reference: Reference, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Values of the property after whose page and name the enumeration is called, with the page."""
    for page in reference.resources:
        for name, values in evidence.bodies.get(page, NOTHING_SEEN).values.items():
            if (page + name).casefold() == enum.casefold():
                yield from ((page, value) for value in values if isinstance(value, str))


def subcodes(reference: Reference) -> dict[str, str]:
    """The subcodes of all error and reason tables, with a page that has them."""
    found: dict[str, str] = {}
    for name, operation in reference.all_operations():
        for error in operation.fact.errors:
            found.setdefault(error.subcode or NOTHING, name)
    for name in reference.resources:
        for page in reference.pages[name].editions:
            for reason in page.facts.reasons:
                found.setdefault(reason.subcode or NOTHING, name)
    found.pop(NOTHING, None)
    return found


def choose(clues: Clues, enums: Mapping[str, Mapping[str, str]], stated: str | None) -> str | None:
    """The enumeration whose page the row links to; else one that the values fit and that the name or the page names.

    ``stated`` is what a row elsewhere states.
    """
    linked = next((name for name in clues.refs if name in enums), None)
    if linked:
        return linked
    fits = {name for name, known in enums.items() if clues.values <= set(known)}
    for candidates in (_named(clues, enums), iter([stated or ""]), _spoken(clues, enums)):
        for name in candidates:
            if name in fits:
                return name
    return _only(clues, fits, enums) or _switch(clues, fits)


def _named(clues: Clues, enums: Collection[str]) -> Iterator[str]:
    """By the name of the property alone, by page and name together, by a beginning or an end that they share."""
    own = clues.name.casefold()
    whole = (clues.page + clues.name).casefold()
    bare = {name: _SUFFIX.sub("", name).casefold() for name in enums}
    yield from (name for name, low in bare.items() if own in (low, f"{low}s"))
    by_page = [name for name, low in bare.items() if whole.endswith(low) and low.endswith(own) and low != own]
    yield from sorted(by_page, key=len, reverse=True)
    long = [name for name, low in bare.items() if min(len(low), len(own)) >= _SHORTEST]
    yield from (name for name in long if bare[name].startswith(own) or own.startswith(bare[name]))
    yield from (name for name in long if own.rstrip("s").endswith(bare[name]))


def _spoken(clues: Clues, enums: Collection[str]) -> Iterator[str]:
    """By its words in the text, where the name of the property is one of them."""
    text = clues.text.casefold()
    for name in sorted(enums, key=len, reverse=True):
        words = _WORD.findall(_SUFFIX.sub("", name))
        if (
            len(words) > 1
            and clues.name.casefold() in name.casefold()
            and re.search(rf"\b{' '.join(words).casefold()}\b", text)
        ):
            yield name


def _only(clues: Clues, fits: Collection[str], enums: Mapping[str, Mapping[str, str]]) -> str | None:
    """The one that has such values, where they say something: by the members of its own page, or by all."""
    own = {name for name in fits if not any(enums[name][value] for value in clues.values)}
    for known in (own, fits):
        if len(known) == 1 and clues.values - SWITCH - {NOTHING}:
            return next(iter(known))
    return None


def _switch(clues: Clues, fits: Collection[str]) -> str | None:
    """A policy that is on or off."""
    is_policy = "polic" in f"{clues.page} {clues.text}".casefold()
    if clues.values & SWITCH or (clues.values == {NOTHING} and is_policy):
        return next((name for name in sorted(fits) if name.startswith(GENERIC)), None)
    return None
