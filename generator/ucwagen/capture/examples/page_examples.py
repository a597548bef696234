"""The samples of a page as the examples of its spec, with what was repaired, what they leave out, what says nothing."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote_to_bytes

from ucwagen.capture.examples.repairs import RepairedSample, repaired, repaired_alone
from ucwagen.capture.infer.evidence import Evidence, members
from ucwagen.capture.infer.observed import ObservedPage
from ucwagen.capture.infer.parsed_samples import events, items, table
from ucwagen.capture.read.facts import OperationFact
from ucwagen.capture.read.limits import why_left_out
from ucwagen.source.http import EVENT, Example, Mend, render
from ucwagen.spec.placeholders import TODO
from ucwagen.spec.words import WITH_BODY

_PLACEHOLDER = re.compile(r"samplevalue|some\w+|URLEncoded\w+|None")
_BASE64 = re.compile(r"data:[^,]*;base64,")
A_USER = "ann@contoso.com"
_TITLE_WORD = re.compile(r"[!-'*-~][!-~]*")
TAG = "If-Match = tag"
"""The header without which a server refuses to change a resource."""


@dataclass(frozen=True, slots=True)
class Supplies:
    """What is put in for required arguments that samples leave out: values of the same name in other samples."""

    evidence: Evidence
    operation_id: str | None
    codes: Mapping[str, int] = field(default_factory=dict)
    """The statuses of errors by name, for responses whose status line is not on the page."""

    def missing(self, method: str, spec: Mapping[str, Any], item: RepairedSample) -> Iterator[Mend]:
        """The arguments, and the entity tag, that a request must have and has not."""
        has_body = method in WITH_BODY and "request" not in spec
        seen = members(item.parsed.tree)
        given = {*seen.values, *seen.texts, *seen.data, *(name for name, _ in item.parsed.query)}
        for name, row in spec.get("parameters", {}).items():
            needed = row.get("required") in ("true", "body" if has_body else "query")
            if name not in given and (needed or name == self.operation_id):
                yield Mend("supplied", f"{name} = {self._value(name, row)}")
        if method == "PUT" and has_body and not item.parsed.has_header("if-match"):
            yield Mend("supplied", TAG)

    def _value(self, name: str, row: Mapping[str, Any]) -> str:
        if row["type"] in ("integer", "number"):
            return str(row.get("maximum", 1))
        for requests in (self.evidence.inputs, self.evidence.queries):
            for seen in requests.values():
                texts = [*seen.values.get(name, ()), *seen.texts.get(name, ())]
                for text in texts:
                    if isinstance(text, str) and text and not _PLACEHOLDER.fullmatch(text):
                        return text
        return A_USER if name.endswith("Address") else f"sip:{A_USER}"


def page_examples(pages: Iterable[ObservedPage], spec: Mapping[str, Any], supplies: Supplies) -> str:
    """The text of the file of examples; empty where the pages have none. The first page is the newest."""
    found: list[Example] = []
    for index, page in enumerate(pages):
        edition = page.facts.edition if index else None
        found += [replace(example, edition=edition) for example in (*_messages(page, spec, supplies), *_events(page))]
    return file_text(found)


def _messages(page: ObservedPage, spec: Mapping[str, Any], supplies: Supplies) -> Iterator[Example]:
    for operation in page.operations:
        for item in repaired(operation.samples, supplies.codes):
            yield _message(operation.fact, item, spec["operations"][operation.fact.method], supplies)


def _message(operation: OperationFact, item: RepairedSample, spec: Mapping[str, Any], supplies: Supplies) -> Example:
    sample = item.sample
    is_request = sample.kind == "request"
    more = supplies.missing(operation.method, spec, item) if is_request else placeholders(item)
    return Example(
        method=operation.method,
        format=sample.format,
        direction=sample.kind,
        text=item.text,
        mends=(*item.mends, *dict.fromkeys(more)),
    )


def _events(page: ObservedPage) -> Iterator[Example]:
    for event in page.events:
        if event.sample:
            item = repaired_alone(event.sample.sample, {}, event.sample)
            yield Example(EVENT, "json", "event", item.text, None, tuple(happened(item.parsed.tree))[:2], item.mends)


def happened(tree: Any) -> Iterator[str]:
    """The type and the rel of each event."""
    for event in events(tree):
        yield from map(in_title, (event.get("type"), table(event, "link").get("rel")))


def in_title(word: object) -> str:
    """A word of a title; TODO where it is none."""
    return word if isinstance(word, str) and _TITLE_WORD.fullmatch(word) else TODO


def placeholders(item: RepairedSample) -> Iterator[Mend]:
    """Data links whose base64 is none. A placeholder in a text is a text."""
    for path, address in _hrefs(item.parsed.tree, "$"):
        if _BASE64.match(address) and not _decodes(address.partition(",")[2]):
            yield Mend("placeholder", path)


def _hrefs(tree: Any, path: str) -> Iterator[tuple[str, str]]:
    """The path and the address of every link of a body, those of embedded resources included."""
    if isinstance(tree, Mapping):
        yield from _of_json(tree, path)
    else:
        for child in tree if tree is not None else ():
            rel = child.get("rel")
            if child.get("href") and child.tag.endswith("}link"):
                yield f"{path}.{rel}", child.get("href")
            elif child.tag.endswith("}resource"):
                yield from _hrefs(child, f"{path}._embedded.{rel}")


def _of_json(tree: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for rel, links in table(tree, "_links").items():
        for link in items(links):
            yield f"{path}.{rel}", str(link.get("href", ""))
    for rel, inside in table(tree, "_embedded").items():
        for item in items(inside):
            yield from _hrefs(item, f"{path}._embedded.{rel}")


def _decodes(text: str) -> bool:
    try:
        b64decode(unquote_to_bytes(text), validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


def file_text(found: Iterable[Example]) -> str:
    """The text of a file of examples, without those that no file may hold: the report names them. Empty without any."""
    readable = [example for example in found if why_left_out(example.text, example.format) is None]
    return render(distinct(readable)) if readable else ""


def distinct(found: Collection[Example]) -> list[Example]:
    """Titles that would be equal, told apart by a number."""
    times: Counter[str] = Counter()
    made: list[Example] = []
    for example in found:
        times[example.title] += 1
        number = times[example.title]
        made.append(replace(example, words=(*example.words, str(number))) if number > 1 else example)
    return made
