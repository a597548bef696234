"""What a spec says, as frozen types: the keys of the YAML, nothing resolved, each with the node it came from.

The JSON Schema of the format (``specs/schema.json``) is made from these classes, so their docstrings and field
descriptions are what an editor shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from ucwagen.spec.base import (
    TABLE,
    WORD,
    Flag,
    Given,
    Rows,
    Sentence,
    Spec,
    Table,
    Text,
    Value,
    Whole,
    Words,
    given_keys,
)

EventType = Annotated[Literal["added", "updated", "deleted", "started", "completed"], WORD]
Priority = Annotated[Literal["low", "medium", "high", "realtime"], WORD]
Place = Annotated[Literal["body", "query", "either", "header"], WORD]
ListForm = Annotated[Literal["repeated", "comma"], WORD]
Required = Annotated[Literal["true", "false", "body", "query"], WORD]
Method = Literal["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]
Inferred = Annotated[Literal["samples", "enumeration", "words", "placeholder", "server"], WORD]
DEPRECATED = "true where new code is not to use it: its use gives a DeprecationWarning"
PYTHON = "the Python name, where none follows from the wire name or it clashes with another"
ONLY = "the one edition of the reference that has it, out of `editions` in api.yaml"


class ValueSpec(Spec):
    """What properties and parameters have in common: a type and its limits."""

    type: Text = Field(
        description="string, boolean, integer, number, decimal, datetime, date, timespan, uuid, bytes, object, data, "
        "or the name of an enumeration"
    )
    many: Flag = Field(False, description="true where the value is a list")
    nullable: Flag = Field(False, description="true where the reference says Nullable; a PATCH can then send null")
    deprecated: Flag = Field(False, description=DEPRECATED)
    format: Text | None = Field(None, description="what a string holds (uri, phone, sip …); changes no wire form")
    max_length: Whole | None = Field(None, description="greatest number of characters")
    minimum: Whole | None = Field(None, description="least value")
    maximum: Whole | None = Field(None, description="greatest value")
    inferred: Inferred | None = Field(None, description="what the type was inferred from, where no page states it")
    python: Text | None = Field(None, description=PYTHON)
    only: Value | None = Field(None, description=ONLY)
    summary: Sentence = Field(description="what it means, in one or two short sentences")


class PropertySpec(ValueSpec):
    """A property of a resource."""


class ParameterSpec(ValueSpec):
    """A parameter of an operation."""

    in_: Place = Field(
        "body", alias="in", description="where it travels; either: the body if there is one, else the query"
    )
    list_: ListForm | None = Field(
        None,
        alias="list",
        description="how a list stands in a query: a=1&a=2 (repeated, when left out) or a=1,2 (comma)",
    )
    required: Required = Field(
        "false", description="whether it must be given; body or query: only there, of a parameter in either place"
    )


class LinkSpec(Spec):
    """A link relation, or an embedded resource, of a resource."""

    to: Text | None = Field(
        None, description="the page it leads to; left out: the page of the same name; none: untyped"
    )
    many: Flag = Field(False, description="true where there can be several")
    deprecated: Flag = Field(False, description=DEPRECATED)
    python: Text | None = Field(None, description=PYTHON)
    only: Value | None = Field(None, description=ONLY)
    summary: Sentence | None = Field(None, description="what it leads to; left out: the summary of its target")


class EventSpec(Spec):
    """An event that the resource raises."""

    type: EventType = Field(description="what happened to the resource")
    resource: Text | None = Field(None, description="the rel in the event; left out: the rel of this spec")
    priority: Priority = Field(description="the priority with which it is sent")
    sender: Text = Field(description="the rel of the resource that sends it")
    only: Value | None = Field(None, description=ONLY)
    summary: Sentence = Field(description="when it is sent")


class ErrorRowSpec(Spec):
    """A documented error: a row of its own, or the name of a group of shared rows."""

    error: Text | None = Field(None, description="the error's name, from errors.yaml")
    code: Whole | None = Field(None, description="HTTP status, where the page gives another than errors.yaml")
    subcode: Text | None = Field(None, description="the subcode; left out: none")
    shared: Rows[Text] | None = Field(None, description="names of groups in errors.yaml, instead of a row")
    only: Value | None = Field(None, description=ONLY)
    summary: Sentence | None = Field(None, description="when it happens; left out: what errors.yaml says of the pair")


class ReasonSpec(Spec):
    """An asynchronous reason: why an operation that was started ended as it did."""

    code: Text = Field(description="the code of the reason")
    subcode: Text | None = Field(None, description="the subcode; left out: none")
    only: Value | None = Field(None, description=ONLY)
    summary: Sentence | None = Field(None, description="when it is the reason; left out: the page says no more")


GROUPS, REASON = "row of groups", "row of a reason"


def _row_kind(given: Given) -> str:
    return GROUPS if "shared" in given_keys(given) else REASON


ReasonRow = Annotated[
    Annotated[ErrorRowSpec, Tag(GROUPS)] | Annotated[ReasonSpec, Tag(REASON)], Discriminator(_row_kind)
]


class RequestSpec(Spec):
    """A request body that is not the usual JSON or XML input."""

    content: Rows[Text] = Field(description="media types that the operation takes, the usual one first")


class OperationSpec(Spec):
    """An HTTP method on the resource."""

    summary: Sentence = Field(description="what it does, in one or two short sentences")
    parameters: Table[ParameterSpec] = Field(default_factory=dict, description="its parameters, by wire name")
    request: RequestSpec | None = Field(
        None, description="its body, where that is neither JSON nor XML; left out: it is"
    )
    returns: Text = Field(
        description="NAME (its representation), location NAME, none, content MEDIA-TYPE, headers, or document"
    )
    deprecated: Flag = Field(False, description=DEPRECATED)
    errors: Rows[ErrorRowSpec] = Field((), description="errors that it may answer with, in the order of the page")
    reasons: Rows[ReasonRow] = Field((), description="why what it started may end otherwise than it should")
    only: Value | None = Field(None, description=ONLY)


class CorrectionSpec(Spec):
    """A place where the reference is wrong and this spec is right."""

    edition: Value | None = Field(
        None, description="the edition that is wrong; left out: every edition that has the page"
    )
    at: Text = Field(description="path of the fact, such as operations.POST.parameters.to.required")
    says: Words = Field(
        description="what the page says there; absent where it has no such row, present where the row is struck"
    )
    because: Sentence = Field(description="how we know better")


class ResourceSpec(Spec):
    """One resource page of the reference: specs/resources/<page>.yaml."""

    rel: Text = Field(description="the link relation, as on the wire")
    page: Text = Field(description="file name of the reference page without its ending, or none")
    summary: Sentence = Field(description="what the resource is, in one or two short sentences")
    represents: Text | None = Field(None, description="the page whose state this one's representation has")
    aliases: Rows[Text] = Field((), description="other rels that representations of this resource say")
    revises: Text | None = Field(None, description="the page of which this is a later revision")
    revision: Whole | None = Field(None, description="the revision's number, with revises")
    deprecated: Flag = Field(False, description=DEPRECATED)
    python: Text | None = Field(None, description=PYTHON)
    scopes: Rows[Text] = Field((), description="permissions that an application needs")
    properties: Table[PropertySpec] = Field(default_factory=dict, description="properties of its representation")
    links: Table[LinkSpec] = Field(default_factory=dict, description="links of its representation, by rel")
    embedded: Table[LinkSpec] = Field(default_factory=dict, description="resources in its representation, by rel")
    events: Rows[EventSpec] = Field((), description="its events in the event channel")
    operations: Annotated[Mapping[Method, OperationSpec], TABLE] = Field(
        default_factory=dict, description="what can be done with it, by HTTP method"
    )
    corrections: Rows[CorrectionSpec] = Field((), description="where its page is wrong")


class MemberSpec(Spec):
    """A member of an enumeration."""

    deprecated: Flag = Field(False, description=DEPRECATED)
    python: Text | None = Field(None, description=PYTHON)
    only: Value | None = Field(None, description=ONLY)
    summary: Sentence = Field(description="what it means")


class EnumSpec(Spec):
    """One enumeration page of the reference: specs/enums/<Name>.yaml."""

    name: Text = Field(description="the name of the enumeration, and of the file")
    page: Text = Field(description="file name of the reference page without its ending, or none")
    summary: Sentence = Field(description="what its members say, in one or two short sentences")
    python: Text | None = Field(None, description=PYTHON)
    members: Table[MemberSpec] = Field(description="its members, by their text on the wire")
    corrections: Rows[CorrectionSpec] = Field((), description="where its page is wrong")


class ErrorSpec(Spec):
    """An error by name: its HTTP status and what it means."""

    code: Whole = Field(description="the HTTP status")
    alias_of: Text | None = Field(None, description="the error of the same status that this is another name of")
    python: Text | None = Field(None, description=PYTHON)
    summary: Sentence = Field(description="what it means")


class ErrorsSpec(Spec):
    """specs/errors.yaml: error names, and rows that many operations share."""

    errors: Table[ErrorSpec] = Field(description="every error, by its name on the wire")
    generic: Rows[ErrorRowSpec] = Field((), description="rows that any operation may meet")
    groups: Table[Rows[ErrorRowSpec]] = Field(
        default_factory=dict, description="rows that several operations share, by the name of their group"
    )
    reasons: Table[Rows[ReasonSpec]] = Field(default_factory=dict, description="groups of asynchronous reasons")
