"""Calls made: from a link, an operation's table and arguments."""

from __future__ import annotations

from collections.abc import Mapping

from .bodies import Input, Raw
from .calls import Call
from .errors import InvalidArgument
from .http import check_header, media_type, quoted
from .operations import UNSET, Operation, Parameter
from .registry import index, load
from .state import State
from .typed import TYPE_CHECKING, Any, TypeVar
from .values import Kind, guess

if TYPE_CHECKING:
    from .http import Validator
    from .link import Link

T = TypeVar("T")
Pairs = tuple[tuple[str, str], ...]


def call(
    link: Link,
    operation: Operation,
    arguments: Mapping[str, Any],
    content: str | bytes | None,
    content_type: str | None,
    if_none_match: Validator,
) -> Call[Any]:
    """A call that sends arguments, or content of its own."""
    found = operation.check(arguments, index().minted)
    values = {
        parameter.name: (parameter.kind, value) for parameter, value in found.items() if operation.in_body(parameter)
    }
    body = _content(operation, content, content_type) if content is not None else Input(values) if values else None
    return Call(
        operation.method,
        link.href,
        operation.returns,
        base=link._base,
        query=_query(operation, found),
        body=body,
        headers={**_version(link), **_condition("If-None-Match", if_none_match)},
        known=None if isinstance(if_none_match, str) else if_none_match,
    )


def put(link: Link, operation: Operation, base: State, changes: Mapping[str, Any]) -> Call[Any]:
    """A call that sends everything that was received, and the changes."""
    _check_base(link, base)
    given = {name: value for name, value in changes.items() if value is not UNSET}
    found = operation.check_changes(given)
    values = {
        parameter.name: (parameter.kind, value) for parameter, value in found.items() if operation.in_body(parameter)
    }
    return Call(
        operation.method,
        link.href,
        operation.returns,
        base=link._base,
        query=_query(operation, found),
        body=Input(values, base),
        headers={**_version(link), **_condition("If-Match", base)},
    )


def _check_base(link: Link, base: State) -> None:
    """A PUT takes a state of what the link leads to, or one that no spec knows."""
    path = index().states.get(link._rel or "")
    if not isinstance(base, load(path) if path and type(base) is not State else State):
        raise InvalidArgument(f"takes the state to change, not {type(base).__name__}", parameter="base")


def with_(call: Call[T], query: Mapping[str, Any], body: Any, headers: Mapping[str, str]) -> Call[T]:
    """A call with other parameters, unchecked but for what would break the message."""
    kept = tuple(pair for pair in call.query if pair[0] not in query)
    added = tuple((name, _query_text(None, item)) for name, value in query.items() for item in _items(value))
    names = {name.lower() for name in headers}
    other = {name: value for name, value in call.headers.items() if name.lower() not in names}
    return Call(
        call.method,
        call.target,
        call.returns,
        base=call.base,
        query=kept + added,
        body=_merged(call.body, body),
        headers={**other, **{name: value for name, value in headers.items() if value is not None}},
        known=call.known,
    )


def _merged(old: Input | Raw | None, new: Any) -> Input | Raw | None:
    if new is None:
        return old
    if isinstance(new, str | bytes):
        return Raw(new, old.content_type if isinstance(old, Raw) else "text/plain;charset=utf-8")
    if not isinstance(new, Mapping):
        raise InvalidArgument(f"takes a mapping, a text or bytes, not {type(new).__name__}", parameter="body")
    return (old if isinstance(old, Input) else Input({})).merged(new)


def _content(operation: Operation, content: str | bytes, content_type: str | None) -> Raw:
    """A body as it is: of a media type that the operation takes."""
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


def _query(operation: Operation, found: Mapping[Parameter, Any]) -> Pairs:
    outside = ((parameter, value) for parameter, value in found.items() if not operation.in_body(parameter))
    return tuple(
        (parameter.name, _query_text(parameter.kind, item)) for parameter, value in outside for item in _items(value)
    )


def _items(value: Any) -> list[Any]:
    return [] if value is None else list(value) if isinstance(value, list | tuple) else [value]


def _query_text(kind: Kind | None, value: Any) -> str:
    """As XML has it, but for booleans, which the reference writes in lower case here."""
    try:
        return str(value).lower() if isinstance(value, bool) else (kind or guess(value)).xml(value)
    except ValueError as fault:
        raise InvalidArgument(str(fault)) from None


def _version(link: Link) -> dict[str, str]:
    """The header that demands a revision; the first needs none."""
    return {index().headers["minimum_version"]: str(link._revision)} if link._revision > 1 else {}


def _condition(name: str, validator: Validator) -> dict[str, str]:
    etag = validator if validator is None or isinstance(validator, str) else validator.etag
    return {name: quoted(etag)} if etag else {}
