"""Changes as Markdown for a comment of a pull request; cosmetic ones are collapsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ucwagen.changes.forms.words import Titled, by_rule, counted, summary, version_phrase
from ucwagen.changes.types.change import Change
from ucwagen.changes.types.rule import Impact
from ucwagen.diagnostics import Diagnostic, visible

LONGEST = 60_000
"""Characters of a comment; the limit of GitHub is 65,536."""
SPECIAL = re.compile(r"[\\*_\[\]<>&@#|~!]")
HEADINGS = {Impact.BREAKING: "Breaking", Impact.ADDITION: "Additions", Impact.COSMETIC: "Cosmetic"}


def text(found: Sequence[Titled], longest: int = LONGEST) -> str:
    """Every comparison under a heading. Changes past the limit are counted, not listed."""
    room = longest // max(len(found), 1)
    return "\n".join("".join(f"{line}\n" for line in _lines(one, room)) for one in found)


def escaped(words: str) -> str:
    """Words with names between backticks, such that Markdown shows them as they are, and notifies no user."""
    parts = visible(words).replace("\n", " ").split("`")
    if len(parts) % 2 == 0:
        return SPECIAL.sub(r"\\\g<0>", " ".join(parts))
    return "`".join(part if index % 2 else SPECIAL.sub(r"\\\g<0>", part) for index, part in enumerate(parts))


def _lines(one: Titled, room: int) -> Iterator[str]:
    job = f"`{one.job}`: " if one.job else ""
    yield escaped(f"## {job}{summary(one.comparison)}").replace("\\#", "#")
    yield from ("", f"From {_code(one.old)} to {_code(one.new)}. {escaped(version_phrase(one))}")
    for impact in Impact:
        changes = one.comparison.of(impact)
        if not changes:
            continue
        if impact is Impact.COSMETIC:
            yield from ("", f"<details><summary>{counted(impact, len(changes))}</summary>")
        else:
            yield from ("", f"### {HEADINGS[impact]}")
        listed = list(_listed(changes, room))
        room -= sum(map(len, listed))
        yield from listed
        if impact is Impact.COSMETIC:
            yield from ("", "</details>")
    if one.besides:
        yield from _besides(one.besides, room)


def _besides(rows: tuple[Diagnostic, ...], room: int) -> Iterator[str]:
    """What is apart and no change, as much as there is room for."""
    yield from ("", f"<details><summary>{len(rows)} besides, no change for users</summary>", "")
    for index, row in enumerate(rows):
        line = f"- {escaped(row.message)} ({_code(str(row.span))})"
        room -= len(line)
        if room < 0:
            yield f"- … and {len(rows) - index} more"
            break
        yield line
    yield from ("", "</details>")


def _listed(changes: tuple[Change, ...], room: int) -> Iterator[str]:
    """The changes by rule, as many as there is room for; then how many are left."""
    left = len(changes)
    for rule, rows in by_rule(changes):
        head = f"**{rule.id}**: {escaped(rule.why)}"
        room -= len(head)
        if room < 0:
            break
        yield from ("", head, "")
        for row in rows:
            line = f"- {escaped(row.message)} ({_code(str(row.span))})"
            room -= len(line)
            if room < 0:
                break
            left -= 1
            yield line
    if left:
        yield from ("", f"… and {left} more; `ucwagen diff` lists them all.")


def _code(name: str) -> str:
    """A name as code, whatever is in it."""
    shown = visible(name).replace("\n", " ")
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    space = " " if "`" in shown else ""
    return f"{fence}{space}{shown}{space}{fence}"
