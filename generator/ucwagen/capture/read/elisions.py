"""JSON of guide pages that leaves parts out: ``{...}``, lines of dots, members without their object."""

from __future__ import annotations

import re

from ucwagen.capture.read.bodies import Body, decode

_STRING = r'"(?:[^"\\\n]|\\.)*"'
_REPAIRS = (
    ("elided object", re.compile(rf"({_STRING})|\{{\s*\.\.\.\s*\}}"), "{}"),
    ("elided lines", re.compile(rf"({_STRING})|^[ \t]*(?:\.[ \t]*)+,?[ \t]*(?:\n|\Z)", re.MULTILINE), ""),
    ("comma before a closing bracket", re.compile(rf"({_STRING})|,(?=\s*[\]}}])"), ""),
)
_MEMBER = re.compile(r'\s*"[^"\n]+"\s*:')


def restore(text: str) -> Body:
    """The text as complete JSON, with a note on each kind of gap; with a fault where that is not enough."""
    notes: list[str] = []
    if _MEMBER.match(text):
        text = "{\n" + text.rstrip().rstrip(",") + "\n}"
        notes.append("members without their object")
    for note, pattern, instead in _REPAIRS:
        whole = pattern.sub(lambda match, instead=instead: match[1] or instead, text)  # type: ignore[misc]
        if whole != text:
            notes.append(note)
        text = whole
    body = decode(text)
    return Body(body.text, (*notes, *body.notes), body.fault)
