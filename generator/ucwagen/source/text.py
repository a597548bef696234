"""Bytes in, clean text out: UTF-8, line feeds, no invisible characters. Later stages never see a refused character."""

from __future__ import annotations

import re

from ucwagen.diagnostics import Collector, Diagnostic, Faults, Source, Span

LONGEST = 1_000_000
MOST_FAULTS = 50
MORE = "more faults follow; mend these first"
SHOWN = 60

TAB = "\t"
SURROGATE = "\ud800-\udfff"
BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff"
INVISIBLE = (
    "\xad\u0600-\u0605\u06dd\u070f\u180e\u200b-\u200d\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
REFUSED = re.compile(f"[{TAB}{SURROGATE}{BIDIRECTIONAL}{CONTROL}{INVISIBLE}]")
REASONS = (
    (TAB, "a tab{more}; write spaces"),
    (f"[{SURROGATE}]", "lone surrogate `U+{code:04X}`{more}; remove it"),
    (
        f"[{BIDIRECTIONAL}]",
        "`U+{code:04X}` changes the direction of writing, which hides what is there{more}; remove it",
    ),
    (f"[{CONTROL}]", "control character `U+{code:04X}`{more}; remove it"),
    (f"[{INVISIBLE}]", "invisible character `U+{code:04X}`{more}; remove it"),
)


def decode(path: str, data: bytes) -> str:
    """The text of a file; a fault at the first byte that is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        source = Source(path, with_line_feeds(data.decode("utf-8", "replace")))
        before = with_line_feeds(data[: fault.start].decode("utf-8"))
        message = f"byte 0x{data[fault.start]:02X} is not UTF-8; save the file as UTF-8"
        raise Faults([Diagnostic(span_at(source, len(before)), message)]) from None


def clean(path: str, text: str, faults: Collector, *, tabs: bool = False) -> Source:
    """The text with line feeds only and no byte order mark. An invisible character is a fault, and becomes a blank."""
    text = with_line_feeds(text.removeprefix("\ufeff"))
    source = Source(path, text)
    if len(text) > LONGEST:
        source = Source(path, "")
        faults.error(Span(source, 1, 1), f"more than {LONGEST:,} characters; split the file")
        faults.finish()
    if text.replace("\n", "").isprintable():  # no refused character is printable
        return source
    places: dict[str, list[int]] = {}
    for match in REFUSED.finditer(text):
        places.setdefault(match[0], []).append(match.start())
    for char, offsets in places.items():
        if char != TAB or not tabs:
            faults.error(span_at(source, offsets[0]), why_refused(char, len(offsets)))
    return Source(path, REFUSED.sub(lambda match: match[0] if tabs and match[0] == TAB else " ", text))


def why_refused(char: str, count: int = 1) -> str:
    """What is wrong with a refused character that stands in ``count`` places."""
    reason = next(words for pattern, words in REASONS if re.match(pattern, char))
    return reason.format(code=ord(char), more=f", here and in {count - 1} more places" if count > 1 else "")


def span_at(source: Source, offset: int, length: int = 1) -> Span:
    """The place of ``length`` characters from ``offset``."""
    start = source.text.rfind("\n", 0, offset) + 1
    column = offset - start + 1
    return Span(source, source.text.count("\n", 0, offset) + 1, column, column + length)


def offset(span: Span) -> int:
    """How many characters of the source come before the place."""
    lines = span.source.text.split("\n", span.line - 1)[: span.line - 1]
    return sum(len(line) + 1 for line in lines) + span.column - 1


def shown(text: str) -> str:
    """A text of the user as a message shows it: between backticks, on one line, shortened, all characters visible."""
    line = REFUSED.sub(lambda match: f"<U+{ord(match[0]):04X}>", " ".join(text.split()))
    return f"`{line if len(line) <= SHOWN else line[: SHOWN - 1] + '…'}`"


def with_line_feeds(text: str) -> str:
    """The text with LF for CRLF and CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
