"""Texts of the pages that carry no facts, known exactly. Whatever else stands on a page must be read."""

from __future__ import annotations

import re

_SAMPLE = (
    "This sample is given only as an illustration of {} syntax. "
    "The semantic content is not guaranteed to correspond to a valid scenario."
)
_ERRORS = (
    " are specific to this resource. "
    "Generic errors that can apply to any resource are covered in Generic synchronous errors."
)
NONE = "None"
REPRESENTATION = (
    "The response from a GET request contains the properties and links shown in the Properties and Links sections "
    "at the top of this page."
)
PENDING = "Operation description coming soon..."
"""Stands for a description that was never written."""

_TEXTS = frozenset(
    {
        "",
        NONE,
        PENDING,
        "For more on web links, see Web links.",
        "For more information about web links, see Web links.",
        "This resource can have the following relationships.",
        "The user must have at least one of these scopes for operations on the resource to be allowed.",
        "The following sections describe the Operations.",
        "Only server-supplied query parameters, if any, are shown in the request sample.",
        "The errors below (if any)" + _ERRORS,
        "The errors below, if any," + _ERRORS,
        _SAMPLE.format("response"),
        _SAMPLE.format("event"),
        "Sample of returned event data",
        "Sample of returned event data.",
        "Sample of returned event data. " + _SAMPLE.format("event"),
        'The completed event is sent on the event channel when the operation is finished. A status value of "success" '
        'indicates that the operation completed successfully.A status value of "failure" indicates that the operation '
        "failed. In case of failure, the error code and subcode are sent on the event channel.The following table "
        "shows the errors that are possible for this resource.",
        "It is recommended that applications handle the error codes shown here. Applications can optionally display "
        "subcodes and messages in their user interface.",
    }
)
_PATTERNS = re.compile(
    r"[_* ]*Applies to[:* ]*[A-Z][\w .]*[_* ]*"
    r"|Last modified: [A-Z][a-z]+ \d\d, 20\d\d"
    r"|In this article( (Web [Ll]ink|Resource description|Events|Operations|Remarks|Members|Additional resources))*"
)

_RESIDUE = re.compile(r'</?p>|<br ?/?>|</a>|<a name ?= ?"[\w-]*">')

WEB_LINK_ROWS = frozenset(
    {
        ("rel", "The resource that this link points to. In JSON, this is the outer container."),
        ("href", "The location of this resource on the server, and the target of an HTTP operation."),
    }
)


def residue(tag: str) -> bool:
    """Whether this HTML tag is left over from an earlier form of the page."""
    return _RESIDUE.fullmatch(tag) is not None


def known(text: str) -> bool:
    """Whether this text says nothing about the resource."""
    return text in _TEXTS or _PATTERNS.fullmatch(text) is not None
