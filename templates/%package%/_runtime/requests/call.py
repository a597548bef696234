"""A call: one HTTP exchange as a value, which can be printed, batched, repeated and read without a network."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..base.arguments import check_kind
from ..base.errors import InvalidArgument
from ..base.redact import shown
from ..base.registry import index
from ..base.typing_shim import Any, Generic, Literal, TypeVar
from ..http.messages import Received, Request, Response, add_query, check_header, check_href, check_method, resolve
from .contracts import Body, Returns, message_codec

T_co = TypeVar("T_co", covariant=True)
Format = Literal["json", "xml"]
_FORMATS = ("json", "xml")
_SAID = ("method", "target", "base", "query", "body", "headers", "returns")
"""The parts of a call that are compared."""


class Call(Generic[T_co]):
    """A request and the type of its result. Immutable: ``with_`` returns a new call."""

    __slots__ = ("base", "body", "headers", "known", "method", "query", "returns", "target")

    method: str
    """The HTTP method, in capital letters."""
    target: str
    """The address of the link, without the query of this call."""
    base: str | None
    """The address that a relative target resolves against."""
    query: tuple[tuple[str, str], ...]
    """The parameters that this call adds."""
    body: Body | None
    """What is sent: properties, content, or nothing."""
    headers: Mapping[str, str]
    """The headers that this call needs, beside Accept and Content-Type."""
    returns: Returns
    """How an answer is read."""
    known: Any
    """The state or content that is the result of a 304 response, or the state that a PATCH changes; None without any."""

    def __init__(
        self,
        method: str,
        target: str,
        returns: Returns,
        *,
        base: str | None = None,
        query: tuple[tuple[str, str], ...] = (),
        body: Body | None = None,
        headers: Mapping[str, str] | None = None,
        known: Any = None,
    ) -> None:
        for name, value in (headers or {}).items():
            check_header(name, value)
        fields = MappingProxyType(dict(headers or {}))
        members: tuple[Any, ...] = (base, body, fields, known, check_method(method), query, returns, check_href(target))
        for name, value in zip(self.__slots__, members, strict=True):
            object.__setattr__(self, name, value)

    @property
    def href(self) -> str:
        """The address with its query, relative or absolute as in the link."""
        return add_query(self.target, self.query)

    @property
    def url(self) -> str:
        """The absolute address, if the base is known, without a fragment, which is never sent."""
        return resolve(self.base, self.href).partition("#")[0]

    @property
    def path(self) -> str:
        """The path of the address, without secrets."""
        from urllib.parse import urlsplit

        return urlsplit(self.target).path

    @property
    def operation_id(self) -> str | None:
        """The ID of this operation in events."""
        name = index().operation_id
        if name is None:
            return None
        sent = self.body.values if self.body else {}
        return str(sent[name][1]) if name in sent else dict(self.query).get(name)

    def request(self, format: Format = "json") -> Request:
        """The HTTP request, in either format. Raises ``InvalidArgument`` for a value that the format cannot hold."""
        headers, content = self._message(format)
        return Request(self.method, self.url, headers, content)

    def _message(self, format: Format) -> tuple[dict[str, str], bytes]:
        """The headers and the content of the request."""
        if format not in _FORMATS:
            raise InvalidArgument(f"is {format!r}; a message is in json or in xml", parameter="format")
        if format == "xml" and not index().xml_types:
            raise InvalidArgument("is 'xml', which this API does not have", parameter="format")
        content, content_type = self.body.encode(format) if self.body else (b"", None)
        fields = {"Accept": self.returns.accept(format), **({"Content-Type": content_type} if content_type else {})}
        if not self.headers:
            return fields, content
        given = {name.lower() for name in self.headers}
        kept = {name: value for name, value in fields.items() if name.lower() not in given}
        return {**kept, **self.headers}, content

    def preview(self, format: Format = "json") -> str:
        """The HTTP message as text, without secrets. Raises ``InvalidArgument`` as ``request`` does."""
        from ..http.preview import preview

        return preview(self.request(format))

    def with_(
        self,
        *,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Call[T_co]:
        """The same call with other parameters, unchecked: the escape hatch where a documented limit is wrong.

        Values replace those of the same name, and None removes one. Text or bytes are sent as the whole body.
        """
        from .operations import items, query_text

        changed, fields = query or {}, headers or {}
        for parameter, given in (("query", changed), ("headers", fields)):
            check_kind(given, Mapping, parameter, "a dictionary")
            for name in given:
                check_kind(name, str, parameter, "a dictionary whose names are texts")
        kept = tuple(pair for pair in self.query if pair[0] not in changed)
        added = tuple((name, query_text(None, item)) for name, value in changed.items() for item in items(value))
        names = {name.lower() for name in fields}
        other = {name: value for name, value in self.headers.items() if name.lower() not in names}
        return Call(
            self.method,
            self.target,
            self.returns,
            base=self.base,
            query=kept + added,
            body=message_codec().merged(self.body, body),
            headers={**other, **{name: value for name, value in fields.items() if value is not None}},
            known=self.known,
        )

    def read(self, response: Received) -> T_co:
        """The result of the call from its response.

        Raises the ``ApiError`` that the response reports, ``DecodeError`` for one that cannot be read, ``TransportError``
        for one that is not from the API, and ``NotModified`` for an ETag that is still valid.
        """
        result: T_co = message_codec().read(Response.of(response), self)
        return result

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a call does not change; `with_` gives another")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a call does not change; `with_` gives another")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Call):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _SAID)

    def __hash__(self) -> int:
        return hash((self.method, self.target, self.base, self.query))

    def __copy__(self) -> Call[T_co]:
        return self

    def __deepcopy__(self, memo: object) -> Call[T_co]:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        members = {name: getattr(self, name) for name in self.__slots__}
        return _rebuild, tuple({**members, "headers": dict(self.headers)}.values())

    def __repr__(self) -> str:
        return f"<Call {self.method} {shown(self.href)}>"


def _rebuild(
    base: str | None,
    body: Any,
    headers: Mapping[str, str],
    known: Any,
    method: str,
    query: Any,
    returns: Returns,
    target: str,
) -> Call[Any]:
    return Call(method, target, returns, base=base, query=query, body=body, headers=headers, known=known)


def check_call(value: object) -> None:
    """Raise ``TypeError`` for what no client can send, such as a link without its method."""
    if not isinstance(value, Call):
        name = getattr(value, "__name__", None)
        got = f"`{name}` without its parentheses" if callable(value) and name else type(value).__name__
        if isinstance(value, list | tuple):
            got = f"a {got}; give each call by itself, or write `*` before it"
        raise TypeError(f"expected a call, such as `link.get()`, and got {got}")
