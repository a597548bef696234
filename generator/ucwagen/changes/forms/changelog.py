"""A change log in, the same out with the changes of a comparison in a block of its own under Unreleased.

The block is replaced as a whole, so that a second run changes nothing, and changes that were taken back go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ucwagen.changes.forms.as_markdown import escaped
from ucwagen.changes.forms.words import Titled
from ucwagen.changes.types.change import Change
from ucwagen.changes.types.rule import Impact

BEGIN, END = "<!-- ucwagen diff: begin -->", "<!-- ucwagen diff: end -->"
UNRELEASED = re.compile(r"^## \[?unreleased\]?.*$", re.IGNORECASE | re.MULTILINE)
RELEASE = re.compile(r"^## ", re.MULTILINE)
NEW = "# Changelog\n\nThe format follows Keep a Changelog; versions follow Semantic Versioning.\n"
DEPRECATED = "deprecated"


def with_entry(log: str, found: Sequence[Titled]) -> str:
    """The change log with the entry; its line ends stay."""
    end = "\r\n" if "\r\n" in log else "\n"
    text = log.replace("\r\n", "\n") or NEW
    return _with_block(text, "\n".join(_block(found))).replace("\n", end)


def _with_block(text: str, block: str) -> str:
    head = UNRELEASED.search(text)
    if head is None:
        first = RELEASE.search(text)
        place = first.start() if first else len(text)
        before = text[:place].rstrip("\n")
        after = text[place:]
        return "\n\n".join(part for part in (before, f"## Unreleased\n\n{block}", after) if part).rstrip("\n") + "\n"
    following = RELEASE.search(text, head.end())
    stop = following.start() if following else len(text)
    section = _without(text[head.end() : stop])
    parts = (text[: head.end()], block, section.strip("\n"), text[stop:].rstrip("\n"))
    return "\n\n".join(part for part in parts if part) + "\n"


def _without(section: str) -> str:
    """The text under a heading without the block of an earlier run."""
    begin, found, rest = section.partition(BEGIN)
    _, closed, after = rest.partition(END)
    return f"{begin.rstrip()}\n\n{after.lstrip()}" if found and closed else section


def _block(found: Sequence[Titled]) -> Iterator[str]:
    changes = [(one, row) for one in found for row in one.comparison.changes if row.impact is not Impact.COSMETIC]
    yield BEGIN
    for title in ("Removed", "Changed", "Deprecated", "Added"):
        lines = [f"- {_job(one, found)}{_sentence(row)}" for one, row in changes if _title(row) == title]
        if lines:
            yield from ("", f"### {title}", "", *dict.fromkeys(lines))
    if not changes:
        yield from ("", "No change of the API.")
    yield from ("", END)


def _job(one: Titled, found: Sequence[Titled]) -> str:
    """The job of a change, where there are several."""
    return f"`{one.job}`: " if len(found) > 1 else ""


def _title(change: Change) -> str:
    """The heading of Keep a Changelog under which a change stands."""
    if change.rule.id == DEPRECATED:
        return "Deprecated"
    if change.impact is Impact.ADDITION:
        return "Added"
    return "Removed" if change.rule.gone else "Changed"


def _sentence(change: Change) -> str:
    words = escaped(change.message)
    return f"{words[0].upper()}{words[1:]}."
