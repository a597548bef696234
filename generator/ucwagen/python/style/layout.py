"""A statement in parts comes in; its lines go out, as black prints them: on one line, or broken at the last bracket.

What is rare is left in one line that is too long: ``format`` has black look at a file with such a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ucwagen.python.text.literals import Braces

LINE_LENGTH = 120
STEP = 4


def folded(parts: Sequence[str | Sequence[str]], indent: int = 0) -> str:
    """Texts around one row of items, which may be broken over lines. Templates use this as a filter."""
    at = next(place for place, part in enumerate(parts) if not isinstance(part, str))
    head, tail = "".join(map(str, parts[:at])), "".join(map(str, parts[at + 1 :]))
    lay = call if head.endswith("(") else table if head.endswith("{") else listed
    return lay(parts[at], head, tail, indent)


def call(items: Iterable[str], head: str, tail: str = ")", indent: int = 0) -> str:
    """A call or the head of a definition: arguments go to a line of their own, or to one line each."""
    parts = tuple(items)
    inner = " " * (indent + STEP)
    together = f"{inner}{', '.join(parts)}"
    line = f"{head}{', '.join(parts)}{tail}"
    if _fits(line, indent) or (len(parts) == 1 and " = " in head):
        return line
    if not _fits(head, indent) and " = " in head:
        return _in_parentheses(parts, head, tail, indent)
    if len(together) <= LINE_LENGTH and parts != ("self",):
        return f"{head}\n{together}\n{' ' * indent}{tail}"
    return _each(parts, head, tail, indent)


def _in_parentheses(parts: Sequence[str], head: str, tail: str, indent: int) -> str:
    """An assignment whose call does not fit on the line of its target."""
    target, made = head.rsplit(" = ", 1)
    value = call(parts, made, tail, indent + STEP)
    return f"{target} = (\n{' ' * (indent + STEP)}{value}\n{' ' * indent})"


def listed(items: Iterable[str], head: str, tail: str = "]", indent: int = 0) -> str:
    """A list, or names that are imported: all on one line, or one line each."""
    parts = tuple(items)
    brackets = ("(", ")") if head.endswith(" import ") else ("", "")
    line = f"{head}{', '.join(parts)}{tail}"
    return line if _fits(line, indent) else _each(parts, head + brackets[0], brackets[1] + tail, indent)


def table(items: Iterable[str], head: str, tail: str, indent: int = 0) -> str:
    """A dictionary that is read as a table: one line each, however few they are."""
    parts = tuple(items)
    return _each(parts, head, tail, indent) if parts else f"{head}{tail}"


def _each(parts: Iterable[str], head: str, tail: str, indent: int) -> str:
    inner = " " * (indent + STEP)
    return f"{head}\n" + "".join(f"{inner}{_part(part, indent + STEP)},\n" for part in parts) + f"{' ' * indent}{tail}"


def _part(part: str, indent: int) -> str:
    """An argument with its comma."""
    if isinstance(part, Braces) and not _fits(f"{part},", indent):
        return _each(part.items, part.head, "}", indent)
    return part


def _fits(line: str, indent: int) -> bool:
    return indent + len(line) <= LINE_LENGTH
