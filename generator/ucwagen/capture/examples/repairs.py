"""Samples repaired where a page has damaged them, each with a line that says what was repaired."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from ucwagen.capture.infer.parsed_samples import ParsedSample, parse
from ucwagen.capture.read.facts import SampleFact
from ucwagen.source.http import Mend, split

JOINED = "a line end inside a text is taken out"
COLONS = "spaces that the page puts around colons of addresses are taken out"
MARGINS = "spaces before a value are taken out"
STATUS = "the status line and the content type, which the page leaves out, are put in"
TYPE = "the content type, which the page leaves out, is put in"
QUERY = "spaces that the page puts around the question mark of an address are taken out"
PARTS = "line ends and spaces that the page lost are put back"
SPELLED = "names of parameters are spelt as on the page of the resource"
TWIN = "the body, which the page leaves out, is that of the other sample"

_ADDRESS = re.compile(r'(?<=[">])\s*(tel|sips?|conf|data|urn|https?)(?: : ?| ?: )(//)?(?=[^\s"<])')
_QUERY = re.compile(r" ?\? (?=\w+=)")
_MARGIN = re.compile(r'((?:: |^\s+)")[ ]+(?=[^"\s][^"\n]*")|(<(?:property|item)\b[^>]*>)[ ]+(?=[^\s<])', re.MULTILINE)
_LOST = (
    (re.compile(r"^([A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)*) : ", re.MULTILINE), r"\1: "),
    (re.compile(r"^([A-Z]+)(/\S+?)(HTTP/\d\.\d)$", re.MULTILINE), r"\1 \2 \3"),
    (re.compile(r"^(HTTP/\d\.\d)(\d{3})([A-Z]\w*)$", re.MULTILINE), r"\1 \2 \3"),
)
_ARGUMENT = re.compile(r"(?<=[?&])\w+(?==)")
_MEMBER = re.compile(r'(?<=")\w+(?="\s*:)')
_CODE = re.compile(r'"code"\s*:\s*"(\w+)"|<code>\s*(\w+)\s*</code>|<property name="code">\s*(\w+)\s*<')
_REPRESENTATION = re.compile(r'"rel"|"_links"|\brel="')
_LENGTH = re.compile(r"^content-length: *[1-9]", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RepairedSample:
    """A sample as it should be, with its parts, and what was done to it."""

    parsed: ParsedSample
    mends: tuple[Mend, ...]

    @property
    def sample(self) -> SampleFact:
        """The sample, whose text is as it should be."""
        return self.parsed.sample

    @property
    def text(self) -> str:
        """The text as it should be."""
        return self.sample.text

    def with_text(self, text: str, *mends: Mend) -> RepairedSample:
        """The sample with another text, if it differs, and what was done to it."""
        if text == self.text:
            return self
        return RepairedSample(parse(replace(self.sample, text=text)), (*self.mends, *mends))


def repaired(samples: Iterable[ParsedSample], codes: Mapping[str, int]) -> tuple[RepairedSample, ...]:
    """The samples of one operation, in their order. ``codes`` are the statuses of errors by name."""
    found = tuple(repaired_alone(parsed.sample, codes, parsed) for parsed in samples)
    return tuple(_with_body(item, found) for item in found)


def repaired_alone(sample: SampleFact, codes: Mapping[str, int], parsed: ParsedSample | None = None) -> RepairedSample:
    """One sample; ``parsed`` where it was parsed already, which is used if nothing is repaired."""
    text = sample.text
    done = [JOINED] if "line end inside a string" in sample.notes else []
    for what, repair in _repairs(sample, codes):
        text, before = repair(text), text
        if text != before:
            done.append(what)
    whole = parsed if parsed and text == sample.text else parse(replace(sample, text=text))
    return RepairedSample(whole, tuple(Mend("broken", what) for what in done))


def respelled(item: RepairedSample, names: Iterable[str]) -> RepairedSample:
    """A request that names parameters in the right letters, but of the wrong case."""
    right = {name.casefold(): name for name in names}
    start, end, rest = item.text.partition("\n")
    head, gap, body = rest.partition("\n\n")
    text = f"{_spelled(_ARGUMENT, start, right)}{end}{head}{gap}{_spelled(_MEMBER, body, right)}"
    return item.with_text(text, Mend("broken", SPELLED))


def _spelled(pattern: re.Pattern[str], text: str, right: Mapping[str, str]) -> str:
    return pattern.sub(lambda match: right.get(match[0].casefold(), match[0]), text)


def _repairs(sample: SampleFact, codes: Mapping[str, int]) -> Iterator[tuple[str, Callable[[str], str]]]:
    yield COLONS, lambda text: _ADDRESS.sub(lambda match: f"{match[1]}:{match[2] or ''}", text)
    yield QUERY, lambda text: _QUERY.sub("?", text)
    yield MARGINS, lambda text: _MARGIN.sub(lambda match: match[1] or match[2], text)
    if sample.kind == "response":
        yield STATUS, lambda text: _with_status(text, sample.format, codes)
        yield TYPE, lambda text: _with_type(text, sample.format)
    if "`<BR>` for line end" in sample.notes:
        yield PARTS, _parts


def _with_status(text: str, form: str, codes: Mapping[str, int]) -> str:
    return text if split(text).start else f"{status_line(text, codes)}\nContent-Type: application/{form}\n\n{text}"


def status_line(text: str, codes: Mapping[str, int]) -> str:
    """The first line of a response whose body is in the text: the status of its error, if it is one, or else 200."""
    found = None if _REPRESENTATION.search(text) else _CODE.search(text)
    code = codes.get(found[found.lastindex or 1], HTTPStatus.OK) if found else HTTPStatus.OK
    phrase = HTTPStatus(code).phrase if code in set(HTTPStatus) else ""
    return f"HTTP/1.1 {code:d} {phrase}".rstrip()


def _with_type(text: str, form: str) -> str:
    head, gap, body = text.partition("\n\n")
    is_told = any(name.lower() == "content-type" for name, _ in split(text).headers)
    return text if is_told or not body else f"{head}\nContent-Type: application/{form}{gap}{body}"


def _parts(text: str) -> str:
    for pattern, instead in _LOST:
        text = pattern.sub(instead, text)
    return text


def _with_body(item: RepairedSample, others: Sequence[RepairedSample]) -> RepairedSample:
    """A request that lacks its body, which is neither JSON nor XML, has that of the sample in the other format."""
    if item.sample.kind != "request" or item.parsed.message.body or not _LENGTH.search(item.text):
        return item
    for other in others:
        body = other.parsed.message.body
        if other.sample.kind == "request" and body and not body.startswith(("{", "<")):
            return item.with_text(f"{item.text}\n\n{body}", Mend("broken", TWIN))
    return item
