"""Words of specs and samples in, Markdown out: the only place where a text of a spec becomes Markdown.

What comes out shows the text as it is in CommonMark and in Python-Markdown: it opens no markup and holds no HTML.
"""

from __future__ import annotations

import json
import re
from typing import NewType
from urllib.parse import quote

from ucwagen.diagnostics import visible

Markdown = NewType("Markdown", str)
"""Markdown that holds no raw text of a spec."""

CODE = re.compile(r"`([^`]+)`")
PLAIN_CODE = re.compile(r"[A-Za-z0-9/.(][A-Za-z0-9_./,()=@+%?:;-]*(?: [A-Za-z0-9_./,()=@+%?:;-]+)*", re.ASCII)
"""Code that needs no entities between backticks, in a cell of a table too."""
ACTIVE = re.compile(r"[&<>\\`*_{}\[\]#!|~^$]|([=+-])(?=\1)|://|@")
"""What could open markup, or make a link by itself."""
FIRST = re.compile(r"^(\d*)([^A-Za-z0-9& ])")
FENCES = re.compile(r"`{3,}")
IN_ADDRESS = ":/?#@!&'+,;=%~"
SLUG = re.compile(r"[^\w\s-]")


def text(words: str) -> Markdown:
    """A text on one line, whose words between backticks are code."""
    parts = CODE.split(_line(words))
    return _begun("".join(code(part) if index % 2 else _escaped(part) for index, part in enumerate(parts)))


def sentence(words: str) -> Markdown:
    """The same, with a full stop at its end."""
    line = _line(words)
    return text(line if not line or line[-1] in ".!?:…" else f"{line}.")


def plain(words: str) -> Markdown:
    """A text on one line in which nothing is code."""
    return _begun(_escaped(_line(words)))


def code(words: str) -> Markdown:
    """A name or a value, in a fixed-width font."""
    line = _line(words)
    if PLAIN_CODE.fullmatch(line):
        return Markdown(f"`{line}`")
    return Markdown(f"<code>{''.join(char if _is_plain(char) else _entity(char) for char in line)}</code>")


def markup(words: str) -> Markdown:
    """A text in HTML that stands in Markdown, or in a quoted attribute of it."""
    return Markdown("".join(char if _is_plain(char) else _entity(char) for char in _line(words)))


def link(label: Markdown, target: str) -> Markdown:
    """A link to a page of the reference, or to an address outside."""
    return Markdown(f"[{label}]({quote(_line(target), safe=IN_ADDRESS)})")


def fence(language: str, words: str, indent: int = 0) -> Markdown:
    """A block of code as it is, behind ``indent`` blanks."""
    shown = visible(words.replace("\t", "    ")).strip("\n")
    mark = "`" * max(3, *(len(run) + 1 for run in FENCES.findall(shown)), 3)
    lines = (f"{mark}{language}", *shown.split("\n"), mark)
    return Markdown("\n".join(f"{' ' * indent}{line}".rstrip() for line in lines))


def scalar(words: str) -> Markdown:
    """A value in the YAML at the head of a page."""
    return Markdown(json.dumps(_line(words).replace("`", "")))


def slug(heading: str) -> str:
    """The anchor that sites give to a heading."""
    return re.sub(r"[-\s]+", "-", SLUG.sub("", heading).strip().lower())


def _line(words: str) -> str:
    return " ".join(visible(words).split())


def _escaped(words: str) -> str:
    return ACTIVE.sub(lambda found: "".join(map(_entity, found[0])), words)


def _begun(words: str) -> Markdown:
    """Text at the start of a line that begins no list, heading or block."""
    return Markdown(FIRST.sub(_first, words)) if words[:5] != "<code" and words[:1] != "`" else Markdown(words)


def _first(found: re.Match[str]) -> str:
    return f"{found[1]}{_entity(found[2])}"


def _is_plain(char: str) -> bool:
    return char.isalnum() or char == " "


def _entity(char: str) -> str:
    return f"&#{ord(char)};"
