"""What one reference page says, each fact with its line: the common ground of reading, inferring and comparing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class PropertyFact:
    """A row of the Properties table. ``text`` is the description as plain text, markup and links taken out."""

    name: str
    text: str
    line: int
    refs: tuple[str, ...] = ()
    """Names that the links of the description can mean: stems of pages, and single words, as they are spelled there."""


@dataclass(frozen=True, slots=True)
class LinkFact:
    """A row of the Links table: a link or an embedded resource, which the page does not tell apart."""

    rel: str
    text: str
    line: int
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScopeFact:
    """A row of the scopes table."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class SampleFact:
    """A documented message, decoded: entities undone as often as they were done, indentation of the page removed.

    ``raw`` is what stands on the page. ``text`` is start line (method in capitals), headers, blank line, body, with
    line feeds and none at the end; of a sample without a start line it is the body alone. An event has no format of
    its own, and its text is JSON (its XML twin is on no page). Content-Length is the page's, and hardly ever right.
    """

    kind: Literal["request", "response", "event"]
    format: Literal["json", "xml"]
    text: str
    raw: str
    line: int
    notes: tuple[str, ...] = ()
    """Defects that were undone while reading (``escaped twice``, ```<BR>` for line end``), or that remain:
    ``does not parse: …``, ``no body, though …``, ``no status line``.
    """


@dataclass(frozen=True, slots=True)
class EventFact:
    """A row of an event table, with the sample that follows it."""

    type: str
    resource: str
    priority: str
    sender: str
    text: str
    line: int
    sample: SampleFact | None


@dataclass(frozen=True, slots=True)
class ParameterFact:
    """A row of a query or body table. ``text`` still ends in the type phrase."""

    name: str
    text: str
    required: bool
    line: int
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ErrorFact:
    """A row of a table of synchronous errors; subcode None where the page says None or nothing."""

    error: str
    code: int
    subcode: str | None
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ReasonFact:
    """A row of a table of asynchronous reason codes; subcode None where the page says None."""

    code: str
    subcode: str | None
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ResponseFact:
    """The Response body section: ``representation`` (properties and links above), ``none``, or named items."""

    says: Literal["representation", "none", "items"]
    items: tuple[str, ...]
    """The names that the items can mean: of each the stem of the page that it links to, then its words. Where the two
    differ in case alone, the spelling is that of the words: a single page does not tell that of the folder.
    """
    line: int
    words: tuple[str, ...] = ()
    """The words of the items as they stand."""


@dataclass(frozen=True, slots=True)
class OperationFact:
    """One HTTP method of the page."""

    method: str
    text: str
    query: tuple[ParameterFact, ...]
    body: tuple[ParameterFact, ...]
    response: ResponseFact | None
    errors: tuple[ErrorFact, ...]
    reasons: tuple[ReasonFact, ...]
    samples: tuple[SampleFact, ...]
    line: int


@dataclass(frozen=True, slots=True)
class MemberFact:
    """A row of the Members table of an enumeration."""

    name: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Unread:
    """Something on the page that was not understood: its line, and what it is."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Note:
    """A defect of the page that was understood all the same."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Everything a page says. ``name`` is the file stem without ``_ref``; ``title`` is the heading as it stands.
    ``edition`` is the name of its folder, empty for an API without editions.

    ``reasons`` are those of the page's completed event: the pages list them with the events, under no operation.
    ``attributes`` are rows of the Web Link table besides rel and href: what links to this resource carry.
    """

    name: str
    edition: str
    path: str
    kind: Literal["resource", "enum"]
    title: str
    text: str
    properties: tuple[PropertyFact, ...]
    links: tuple[LinkFact, ...]
    scopes: tuple[ScopeFact, ...]
    events: tuple[EventFact, ...]
    operations: tuple[OperationFact, ...]
    members: tuple[MemberFact, ...]
    unread: tuple[Unread, ...]
    reasons: tuple[ReasonFact, ...] = ()
    notes: tuple[Note, ...] = ()
    attributes: tuple[PropertyFact, ...] = ()
