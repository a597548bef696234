"""Calls made: from a link, an operation's table and arguments."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from ..base.arguments import check_text, described, given
from ..base.errors import InvalidArgument, warn_deprecated
from ..base.registry import index, load
from ..base.typing_shim import TYPE_CHECKING, Any
from ..http.messages import CommaList, check_header, media_type, quoted
from ..reading.decode import is_html
from ..requests.call import Call
from ..requests.chain import Chain
from ..requests.operations import UNSET, Operation, Parameter, items, query_text
from ..states.state import State
from ..values.kinds import Kind
from .bodies import Input, Raw, merged
from .results import Anything, Media

if TYPE_CHECKING:
    from ..http.messages import Response
    from ..states.link import Link, Validator

Pairs = tuple[tuple[str, str], ...]
__all__ = ["call", "chain", "merged", "patch", "put", "read", "untyped"]

"""What `CallMaker` and `MessageCodec` ask of this module."""


def read(response: Response, call: Call[Any]) -> Any:
    """The result of a call; raises what the response reports."""
    from .response import read

    return read(response, call)


def untyped(
    link: Link,
    method: str,
    query: Mapping[str, Any] | None,
    body: Mapping[str, Any] | bytes | str | None,
    headers: Mapping[str, str] | None,
) -> Call[Any]:
    """A call without a spec, unchecked."""
    check_text(method, "method", "`GET`")
    made = call(link, Operation(method.upper(), returns=Anything(_documents_pages(link, method))), {}, None, None, None)
    return made.with_(query=query, body=body, headers=headers)


def _documents_pages(link: Link, method: str) -> bool:
    """Whether a web page is the documented answer to this method of the link."""
    known = vars(sys.modules[type(link).__module__]).get(f"_{method.upper()}")
    returns = known.returns if isinstance(known, Operation) else None
    return isinstance(returns, Media) and is_html(b"", returns.media_type)


def call(
    link: Link,
    operation: Operation,
    arguments: Mapping[str, Any],
    content: str | bytes | None,
    content_type: str | None,
    if_none_match: Validator,
) -> Call[Any]:
    """A call that sends arguments, or content of its own."""
    _warn(link, operation)
    if operation.content:
        given("content", content)
    found = operation.check(arguments, index().minted)
    values = _body_values(operation, found)
    body = _content(operation, content, content_type) if content is not None else Input(values) if values else None
    return Call(
        operation.method,
        link.href,
        operation.returns,
        base=link._base,
        query=_query(operation, found),
        body=body,
        headers={**_version(link), **_fields(found), **_condition("If-None-Match", if_none_match)},
        known=None if isinstance(if_none_match, str) else if_none_match,
    )


def put(link: Link, operation: Operation, base: State, changes: Mapping[str, Any]) -> Call[Any]:
    """A call that sends everything that was received, and the changes."""
    _warn(link, operation)
    _check_base(link, base)
    given = {name: value for name, value in changes.items() if value is not UNSET}
    found = operation.check_changes(given)
    return Call(
        operation.method,
        link.href,
        operation.returns,
        base=link._base,
        query=_query(operation, found),
        body=Input(_body_values(operation, found), base),
        headers={**_version(link), **_fields(found), **_condition("If-Match", base)},
    )


def patch(link: Link, operation: Operation, changes: Mapping[str, Any], if_match: Validator) -> Call[Any]:
    """A call that sends the changes alone, of which None is null, on top of a known version if one is given."""
    _warn(link, operation)
    found = operation.check_partial(changes, index().minted)
    return Call(
        operation.method,
        link.href,
        operation.returns,
        base=link._base,
        query=_query(operation, found),
        body=Input(_body_values(operation, found)),
        headers={**_version(link), **_fields(found), **_condition("If-Match", if_match)},
        known=None if isinstance(if_match, str) else if_match,
    )


def chain(first: Call[Any], rels: tuple[str, ...], last: Call[Any]) -> Chain[Any]:
    """A call whose link stands in a state that is read before."""
    return Chain(first, rels, last)


def _check_base(link: Link, base: State) -> None:
    """A PUT takes a state of the link's target, or one without a spec."""
    path = index().states.get(link._rel or "")
    if not isinstance(base, load(path) if path and type(base) is not State else State):
        raise InvalidArgument(f"takes the state to change, not {type(base).__name__}", parameter="base")


def _content(operation: Operation, content: str | bytes, content_type: str | None) -> Raw:
    """A body of a media type that the operation accepts."""
    kind = content_type or operation.content[0]
    check_header("Content-Type", kind)
    if not isinstance(content, str | bytes):
        raise InvalidArgument(f"takes a text or bytes, not {type(content).__name__}", parameter="content")
    if media_type(kind)[0] not in {media_type(known)[0] for known in operation.content}:
        known = ", ".join(operation.content)
        raise InvalidArgument(
            f"is `{kind}`, which this operation does not take; use one of: {known}", parameter="content_type"
        )
    text_without_charset = isinstance(content, str) and kind.startswith("text/") and media_type(kind)[1] is None
    return Raw(content, f"{kind};charset=utf-8" if text_without_charset else kind)


def _body_values(operation: Operation, found: Mapping[Parameter, Any]) -> dict[str, tuple[Kind, Any]]:
    return {row.name: (row.kind, value) for row, value in found.items() if operation.in_body(row)}


def _query(operation: Operation, found: Mapping[Parameter, Any]) -> Pairs:
    """Pairs of name and text; a list has a pair for each item, or one pair whose text has commas."""
    pairs: list[tuple[str, str]] = []
    for row, value in found.items():
        if operation.in_query(row):
            texts = [query_text(row.kind, item) for item in items(value)]
            if row.comma and texts:
                texts = [CommaList(",".join(texts))]
            pairs += [(row.name, text) for text in texts]
    return tuple(pairs)


def _fields(found: Mapping[Parameter, Any]) -> dict[str, str]:
    """The parameters that travel in headers; a list is one text, with a comma and a space between its items."""
    rows = ((row, items(value)) for row, value in found.items() if row.place == "header")
    return {row.name: ", ".join(query_text(row.kind, item) for item in values) for row, values in rows if values}


def _warn(link: Link, operation: Operation) -> None:
    """Warn of a deprecated operation, or of a deprecated resource."""
    if operation.deprecated:
        warn_deprecated(f"{operation.method} of `{link.rel}`")
    elif link._deprecated:
        warn_deprecated(f"resource `{link.rel}`")


def _version(link: Link) -> dict[str, str]:
    """The header that demands a revision: none for the first, nor where the API has no such header."""
    name = index().headers.get("minimum_version")
    return {name: str(link._revision)} if name and link._revision > 1 else {}


def _condition(name: str, validator: Validator) -> dict[str, str]:
    if not isinstance(validator, str | None) and not hasattr(type(validator), "etag"):
        raise InvalidArgument(f"is {described(validator)}; give a state, or an entity tag", parameter=name)
    etag = validator if validator is None or isinstance(validator, str) else validator.etag
    return {name: quoted(etag)} if etag else {}
