"""Docstrings of methods: what an operation does, takes and gives, and the errors of its own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ucwagen.model.types.api import ErrorRow, Gives, Operation, Parameter, Reason, Returns
from ucwagen.python.code.values import limits
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.names.names import Identifier
from ucwagen.python.text.prose import Prose, docstring, item, phrase, sentence, wrap
from ucwagen.python.views.modules import DocView

IN_METHOD = 2
OTHERWISE = {
    Gives.HEADERS: "Gives the headers of the answer.",
    Gives.DOCUMENT: "Gives a document.",
    Gives.EVENTS: "Gives a page of events.",
}
BASE = Prose("base: The state to change, as it was read; what is not given stays as it is.")
IF_MATCH = Prose("if_match: The state as it was read, or its ETag; the call fails if the resource has changed since.")


def method_doc(
    operation: Operation,
    arguments: Mapping[str, Identifier],
    vocabulary: Vocabulary,
    first: tuple[Prose, ...] = (),
    last: tuple[Prose, ...] = (),
) -> DocView:
    """The parts of a method's docstring; ``arguments`` are its parameters' names by wire name.

    ``first`` and ``last`` describe parameters that the specs do not have.
    """
    own = [row for row in operation.errors if row.group is None]
    groups = dict.fromkeys(row.group for row in operation.errors if row.group)
    return DocView(
        summary=docstring(IN_METHOD, operation.summary, marked(operation.deprecated)),
        parameters=tuple(item(IN_METHOD, line) for line in (*first, *_parameters(operation, arguments), *last)),
        outcome=wrap(_outcome(operation.returns, groups, bool(own), vocabulary), IN_METHOD),
        errors=tuple(item(IN_METHOD, error_line(row, vocabulary)) for row in own),
        reasons=tuple(item(IN_METHOD, _reason(row)) for row in operation.reasons),
    )


def _parameters(operation: Operation, arguments: Mapping[str, Identifier]) -> Iterator[Prose]:
    """The content that is sent, if there is any, and the parameters."""
    yield from content_lines(operation)
    for row in operation.parameters:
        yield parameter_line(row, arguments[row.name])


def content_lines(operation: Operation, given: str | None = None) -> Iterator[Prose]:
    """The content that is sent, if there is any, and its type, unless that is ``given``."""
    if not operation.content:
        return
    kinds = " or ".join(f"`{phrase(kind)}`" for kind in ([given] if given else operation.content))
    yield Prose(f"content: What is sent, as text (in UTF-8) or bytes, of the type {kinds}.")
    if given is None:
        yield Prose(f"content_type: Its media type; `{phrase(operation.content[0])}` when left out.")


def marked(deprecated: bool) -> str:
    """The sentence that docstrings carry for what new code is not to use."""
    return "Deprecated" if deprecated else ""


def error_line(row: ErrorRow, vocabulary: Vocabulary) -> Prose:
    """An error by the name of its class, and when it happens."""
    name = vocabulary.errors[row.error.alias_of or row.error.name, row.subcode]
    status = f" (status {row.code})" if row.code != row.error.code else ""
    return Prose(f"`{name}`{status}: {sentence(row.summary)}")


def parameter_line(row: Parameter, name: Identifier, *more: str) -> Prose:
    """A parameter with its limits, and ``more`` that is said of it, between parentheses."""
    shape = ", ".join((*limits(row), *more))
    return Prose(f"{name}{f' ({phrase(shape)})' if shape else ''}: {sentence(row.summary)}")


def _reason(row: Reason) -> Prose:
    name = phrase("/".join(filter(None, (row.code, row.subcode))))
    return Prose(f"`{name}`{f': {sentence(row.summary)}' if row.summary else ''}")


def _outcome(returns: Returns, groups: Iterable[str], more: bool, vocabulary: Vocabulary) -> Prose:
    shared = " and of ".join(["any operation", *([_groups(groups)] if groups else [])])
    raises = f"Raises the errors of {shared} (see `{vocabulary.package}.errors`){', and:' if more else '.'}"
    return Prose(f"{gives(returns, vocabulary)} {raises}")


def _groups(groups: Iterable[str]) -> str:
    names = [f"`{phrase(name)}`" for name in groups]
    return f"the group{'s' if len(names) > 1 else ''} {', '.join(names)}"


def gives(returns: Returns, vocabulary: Vocabulary) -> str:
    """What an operation gives, as a sentence."""
    match returns:
        case Returns(Gives.STATE, resource) if resource:
            return f"Gives the `{vocabulary.state(resource).text}`."
        case Returns(Gives.LOCATION, resource) if resource:
            return f"Gives a link to the `{phrase(resource.rel)}`."
        case Returns(Gives.CONTENT):
            return f"Gives the content, `{phrase(returns.media_type or '')}`."
    return OTHERWISE.get(returns.gives, "Gives nothing.")
