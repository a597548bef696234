"""Bodies of documented messages: escaping undone as often as it was done, and whether what remains parses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from ucwagen.source.depth import TOO_DEEP, load_json, too_deep

_ENTITY = re.compile(r"&(amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_TIMES = ("", "escaped once", "escaped twice", "escaped three times")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_MARKUP = re.compile(r"&(?:amp;)*lt;")
_ROOT = re.compile(r"<([A-Za-z][\w.:-]*)")
_KNOWN_ROOTS = ("resource", "input", "reason")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it was meant, and what had to be undone. ``fault`` says why it does not parse, or is empty."""

    text: str
    notes: tuple[str, ...] = ()
    fault: str = ""


def unescape(text: str) -> str:
    """The five entities of XML and character references, undone once."""
    return _ENTITY.sub(lambda match: _character(match[1]) or match[0], text)


def _character(name: str) -> str:
    if not name.startswith("#"):
        return _NAMED[name]
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 and code else ""


def unescape_markup(text: str) -> tuple[str, tuple[str, ...]]:
    """Text of no known format, unescaped as long as it holds escaped markup."""
    level = 0
    while level + 1 < len(_TIMES) and _MARKUP.search(text):
        text, level = unescape(text), level + 1
    return text, (_TIMES[level],) if level else ()


def decode(text: str) -> Body:
    """A JSON or XML body: the first level of unescaping that parses, otherwise the last one with its fault."""
    result = Body(text)
    for level, candidate in enumerate(_levels(text)):
        result = _read(candidate)
        if level:
            result = Body(result.text, (_TIMES[level], *result.notes), result.fault)
        if not result.fault:
            return result
    return result


def _levels(text: str) -> Iterator[str]:
    for _ in _TIMES:
        yield text
        plain = unescape(text)
        if plain == text:
            return
        text = plain


def _read(text: str) -> Body:
    if text.lstrip()[:1] in ("{", "["):
        return _json(text)
    if text.lstrip()[:1] == "<":
        return Body(text, (), f"XML: {TOO_DEEP}") if too_deep(text, "xml") is not None else _xml(text)
    return Body(text, (), "neither JSON nor XML")


def _json(text: str) -> Body:
    joined = _STRING.sub(lambda match: _LINE_END.sub("", match[0]), text)
    notes = ("line end inside a string",) if joined != text else ()
    fault, twice = _json_fault(joined)
    if fault:
        return Body(text, (), fault)
    return Body(joined, (*notes, *(f"key `{key}` twice" for key in twice)))


def _json_fault(text: str) -> tuple[str, tuple[str, ...]]:
    twice: list[str] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        twice.extend(sorted({key for key in keys if keys.count(key) > 1}))
        return dict(pairs)

    try:
        load_json(text, unique)
    except ValueError as error:
        return f"JSON: {error}", ()
    return "", tuple(twice)


def _xml(text: str) -> Body:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return Body(text, (), "XML: document type")
    try:
        ElementTree.fromstring(text.strip())
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        return Body(text, (), f"XML: {error}")
    root = _ROOT.search(text)
    name = root[1] if root else ""
    return Body(text, () if name in _KNOWN_ROOTS else (f"root element `{name}`",))
