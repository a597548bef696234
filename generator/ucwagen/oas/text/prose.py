"""Descriptions in Markdown: lists of errors, resources and members, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ucwagen.model.types.api import ErrorRow, Reason


def one_line(text: str) -> str:
    """The text without line ends."""
    return " ".join(text.split())


def paragraphs(texts: Iterable[str]) -> str:
    """The texts that are not empty, with an empty line between them."""
    return "\n\n".join(text for text in texts if text)


def bullets(rows: Iterable[tuple[str, str]]) -> str:
    """A list of terms and what each means; each row once."""
    lines = (f"- `{term}`: {one_line(meaning)}" if meaning else f"- `{term}`" for term, meaning in rows)
    return "\n".join(dict.fromkeys(lines))


def refusals(rows: Iterable[ErrorRow]) -> str:
    """The errors of one status."""
    return bullets((_term(row.error.name, row.subcode), row.summary or row.error.summary) for row in rows)


def reasons(rows: Iterable[Reason]) -> str:
    """The asynchronous reasons of an operation, as a paragraph and a list; nothing without any."""
    listed = bullets((_term(row.code, row.subcode), row.summary) for row in rows)
    return f"An event can bring these reasons later:\n\n{listed}" if listed else ""


def members(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The values of an enumeration, as a list."""
    listed = bullets(rows)
    if listed:
        yield listed


def _term(code: str, subcode: str | None) -> str:
    return f"{code}/{subcode}" if subcode else code
