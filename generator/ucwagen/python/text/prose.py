"""Words of a spec in, lines of a docstring or a comment out: the only place where prose becomes source text.

What comes out cannot end the docstring that it stands in, and shows every character that would hide or reorder text.
"""

from __future__ import annotations

import re
import unicodedata

WIDTH = 120
INDENT = 4
QUOTES = '"""'
HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
QUOTE = re.compile(r'"(?="|$)')
ENDS = (".", "!", "?", ":", "…")


class Prose(str):
    """Text that is safe between triple double quotes and in a comment of one line."""

    __slots__ = ()


def sentence(text: str) -> Prose:
    """One line that begins with a capital and ends with a full stop; empty stays empty."""
    words = " ".join(text.split())
    if not words:
        return Prose("")
    first = words.split(maxsplit=1)[0]
    if first.islower() and first.isalpha():
        words = words[0].upper() + words[1:]
    return Prose(_safe(words if words.rstrip("\"')`”").endswith(ENDS) else words + "."))


def phrase(text: str) -> Prose:
    """One line as it is."""
    return Prose(_safe(" ".join(text.split())))


def docstring(level: int, *texts: str) -> Prose:
    """Sentences that open a docstring ``level`` steps deep."""
    words = " ".join(filter(None, map(sentence, texts)))
    apart = " " if words.startswith('"') else ""
    return Prose(wrap(Prose(f"{QUOTES}{apart}{words}"), level).removeprefix(QUOTES))


def item(level: int, text: Prose) -> Prose:
    """An item of a list ``level`` steps deep."""
    return wrap(Prose(f"- {text}"), level, hanging=2)


def wrap(text: Prose, level: int, hanging: int = 0) -> Prose:
    """Lines that fit ``level`` steps deep, and leave room for the quotes; all but the first hang by so many columns.

    The text is one line with single blanks; one at its end is left out. A word that is too long has a line of its own.
    """
    width = WIDTH - level * INDENT - len(QUOTES)
    lines: list[str] = []
    line, *words = text.rstrip(" ").split(" ")
    for word in words:
        if len(line) + 1 + len(word) <= width:
            line += f" {word}"
        else:
            lines.append(line)
            line = f"{' ' * hanging}{word}"
    return Prose("\n".join((*lines, line)))


def _safe(text: str) -> str:
    plain = text.isascii() and text.isprintable()
    shown = text if plain else "".join(map(_visible, text))
    return QUOTE.sub(r'\\"', shown.replace("\\", "\\\\"))


def _visible(char: str) -> str:
    return f"<U+{ord(char):04X}>" if unicodedata.category(char) in HIDDEN else char
