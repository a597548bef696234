"""Answers of several parts: each part of the page with the one in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .comparing import Comparer, PageDifference
from .exchanges import json_of, parts_of
from .known import Known
from .sending import RawResponse
from .transcript import TranscriptMessage, split

_STATUS = re.compile(r"HTTP/\S+ (\d+)")
_LEFT_OUT = re.compile(r"\{\s*\.\.\.\s*\}")
_MARK = re.compile(r"^[?\ufeff]\s*")
"""The mark of a byte order, which pages show as a question mark."""


def compare_parts(
    comparer: Comparer, known: Known, page: TranscriptMessage, answer: RawResponse
) -> Iterator[PageDifference]:
    """The differences of the parts of a batch."""
    ours = parts_of(page.header("content-type") or "", page.body)
    theirs = parts_of(answer.header("content-type") or "", answer.body.decode("utf-8", "replace"))
    if len(ours) != len(theirs):
        yield PageDifference("parts", str(len(ours)), str(len(theirs)))
        return
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        for found in _compared(comparer, known, one, other, answer):
            yield PageDifference(f"part {number}: {found.at}", found.page, found.server)


def _compared(comparer: Comparer, known: Known, one: str, other: str, answer: RawResponse) -> Iterator[PageDifference]:
    start, headers, body = split(one)
    their_start, their_headers, their_body = split(other)
    due, came = _STATUS.match(start), _STATUS.match(their_start)
    if due is None or came is None or due[1] != came[1]:
        yield PageDifference("status", start, their_start)
        return
    names = {name.lower(): value for name, value in their_headers}
    for name, value in headers:
        if (
            name.lower() == "content-type"
            and names.get("content-type", "").partition(";")[0] != value.partition(";")[0]
        ):
            yield PageDifference("header content-type", value, names.get("content-type", "nothing"))
    ours = json_of(_MARK.sub("", _LEFT_OUT.sub("{}", body)))
    found = json_of(_MARK.sub("", their_body))
    known.pair(ours, found, answer)
    yield from comparer.body(ours, found)
