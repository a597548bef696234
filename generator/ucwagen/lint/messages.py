"""The API and its documented messages come in; a warning goes out where a message contradicts the specs.

A value that the sample declares as a placeholder, and a message that it declares as foreign, are as they should be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from ucwagen.diagnostics import Diagnostic, Span
from ucwagen.lint.bodies import UnreadableError, parse
from ucwagen.lint.message_types import Known, status_of, typed
from ucwagen.lint.values import expected
from ucwagen.model.types.api import Api, Gives, Operation, Resource
from ucwagen.source.http import EVENT, Example, Message, split
from ucwagen.source.text import shown


def contradictions(api: Api, messages: Iterable[tuple[str | None, Example]]) -> Iterator[Diagnostic]:
    """The warnings about messages; each comes with its page, None where it stands on a guide and names the page."""
    known = Known(api)
    for page, example in messages:
        if example.span and not any(mend.kind == "foreign" for mend in example.mends):
            yield from _message(known, page, example, example.span)


def _message(known: Known, page: str | None, example: Example, span: Span) -> Iterator[Diagnostic]:
    message = split(example.text)
    resource = known.pages.get(page or next(iter(example.words), ""))
    operation = next((one for one in resource.operations if one.method == example.method), None) if resource else None
    if example.direction != EVENT and operation is None:
        yield _warning(span, _unknown(example, page, resource))
    elif _is_structured(message, example, operation):
        try:
            tree = parse(message.body, example.format)
        except UnreadableError as fault:
            yield _warning(
                _place(example, span, message, fault),
                f"the body {fault.reason}; mend it, and declare `# broken: …` below the title",
            )
        else:
            yield from _types(known, example, operation, tree, span)


def _unknown(example: Example, page: str | None, resource: Resource | None) -> str:
    if resource is None:
        return "the first word of the title names no resource; write the name of its spec"
    name = page or resource.ref.page
    return f"`{name}` has no operation {example.method}; add it to the spec, or remove the message"


def _is_structured(message: Message, example: Example, operation: Operation | None) -> bool:
    """Whether the body is JSON or XML of the API, and no content or placeholder."""
    if not message.body.strip() or any(mend.text == "$" for mend in example.mends if mend.kind == "placeholder"):
        return False
    kind = next((value for name, value in message.headers if name.lower() == "content-type"), example.format)
    if example.format not in kind.lower():
        return False
    if operation is None:
        return True
    if example.direction == "request":
        return not operation.content
    return operation.returns.gives is not Gives.CONTENT or status_of(message) >= 400


def _types(known: Known, example: Example, operation: Operation | None, tree: Any, span: Span) -> Iterator[Diagnostic]:
    for path, found, types in typed(known, example, operation, tree):
        for name, value in found.values.items():
            at = f"{path}.{name}"
            words = expected(value, types[name]) if name in types else None
            if words and not _is_placeholder(example, at):
                message = f"`{at}` is {_said(value)}, and the spec says {words}; mend the message or the spec"
                yield _warning(_line_of(example, span, name), f"{message}, or declare `# placeholder: {at}`")


def _is_placeholder(example: Example, path: str) -> bool:
    return any(fnmatchcase(path, mend.text) for mend in example.mends if mend.kind == "placeholder")


def _said(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, Mapping):
        return "an object"
    return shown(str(value).lower() if isinstance(value, bool) else str(value)) if str(value).strip() else "empty"


def _place(example: Example, span: Span, message: Message, fault: UnreadableError) -> Span:
    """The place where the parser stopped, in the file."""
    before = example.text.removesuffix(message.body).count("\n")
    line = span.line + 1 + len(example.mends) + before + fault.line - 1
    return replace(span, line=line, column=fault.column, end=0)


def _line_of(example: Example, span: Span, name: str) -> Span:
    """The first line of the message that names a member; the title where there is none."""
    for number, line in enumerate(example.text.split("\n"), span.line + 1 + len(example.mends)):
        if (column := line.find(f'"{name}"')) >= 0:
            return replace(span, line=number, column=column + 1, end=column + len(name) + 3)
    return span


def _warning(span: Span, message: str) -> Diagnostic:
    return Diagnostic(span, message, severity="warning")
