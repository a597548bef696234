"""HTTP messages as values, and the rules for addresses, headers and media types. No network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from ..base.arguments import described
from ..base.errors import InvalidArgument
from ..base.redact import shown
from ..base.typing_shim import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from re import Pattern

_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SHOWN = 96
_SERVER = r"https?://[A-Za-z0-9.:-]+"
_PLAIN = rf"({_SERVER})?(?:/[\w~-][\w.~-]*)+(?:\?[\w.~=&%-]+)?"
"""Addresses that resolve without a parser: a server, or none; a path without empty and dotted steps; a query."""
_ABSOLUTE = ("https://", "http://")
_PRIVATE = ("authorization", "cookie")
"""Parts of the names of headers that are never kept."""


class Headers(Mapping[str, str]):
    """Header fields by name, whose case does not matter."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Iterable[tuple[str, str]] = ()) -> None:
        self._fields = {name.lower(): (name, value) for name, value in fields}

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()][1]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._fields.values())

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"<{len(self)} headers: {', '.join(self)}>"


class Received(Protocol):
    """The attributes that this package needs of a response of an HTTP library."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def content(self) -> bytes: ...


class Response:
    """A response, without a reference to the request and its secrets.

    - status_code: The status.
    - headers: The header fields, without secrets; the case of names does not matter.
    - content: The body after decompression, as bytes.
    - url: The absolute address that answered, or None.
    """

    __slots__ = ("content", "headers", "status_code", "url", "whole")

    def __init__(
        self,
        status_code: int,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        url: str | None = None,
        *,
        whole: int | None = None,
    ) -> None:
        self.status_code = status_code
        self.headers = Headers((name, value) for name, value in (headers or {}).items() if not _is_private(name))
        self.content = content
        self.url = url
        self.whole = whole
        """Bytes of the answer to a batch of which it is a part; None if it came alone."""

    @classmethod
    def of(cls, received: Received) -> Response:
        """The response with the parts of an HTTP library's response that this package keeps."""
        if isinstance(received, cls):
            return received
        url = getattr(received, "url", None)
        return cls(received.status_code, received.headers, received.content, None if url is None else str(url))

    def __repr__(self) -> str:
        return f"<Response {self.status_code}, {len(self.content)} bytes>"


class Request:
    """A request, ready to be sent by any HTTP library.

    - method, url: The HTTP method and the address.
    - headers: The header fields by name.
    - content: The body as bytes; empty without a body.
    """

    __slots__ = ("content", "headers", "method", "url")

    def __init__(self, method: str, url: str, headers: Mapping[str, str], content: bytes) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.content = content

    def __repr__(self) -> str:
        return f"<Request {self.method} {shown(self.url)}>"


def _is_private(name: str) -> bool:
    plain = name.lower()
    return any(part in plain for part in _PRIVATE)


def check_method(method: str) -> str:
    """Refuse characters that could end the first line early."""
    if not method or not _TOKEN.issuperset(method):
        raise InvalidArgument(f"{method[:_SHOWN]!r} is no HTTP method")
    return method


def check_header(name: str, value: str) -> None:
    """Refuse characters that could end a header early, or start another."""
    if not isinstance(name, str) or not name or not _TOKEN.issuperset(name):
        raise InvalidArgument(f"{name!r} is no name of a header")
    if not isinstance(value, str):
        raise InvalidArgument(f"header `{name}` is {described(value)}; give a text")
    if any((sign < " " and sign != "\t") or sign == "\x7f" for sign in value) or not value.isascii():
        raise InvalidArgument(f"header `{name}` holds a character that no header may have")


def check_href(href: str) -> str:
    """Refuse an address with white space or control characters in it."""
    if not href.isprintable() or " " in href:
        raise InvalidArgument(f"{href[:_SHOWN]!r} is no address: it holds white space or control characters")
    return href


def resolve(base: str | None, href: str) -> str:
    """The absolute address. Without a base it is unchanged."""
    pattern, server = _patterns()
    plain = pattern.fullmatch(href)
    if plain:
        if plain[1] or not base:
            return href
        found = server.match(base)
        if found:
            return found[0] + href
    check_href(href)
    return _joined(base, href) if base else href


@cache
def _patterns() -> tuple[Pattern[str], Pattern[str]]:
    """A plain address, and the server at the start of any."""
    import re  # not needed to import the package

    return re.compile(_PLAIN, re.ASCII), re.compile(rf"{_SERVER}(?=[/?#]|\Z)")


@lru_cache(maxsize=64)
def _joined(base: str, href: str) -> str:
    from urllib.parse import urljoin, urlsplit

    try:
        if href.startswith(_ABSOLUTE):
            urlsplit(href)
            return href
        return urljoin(base, href)
    except ValueError:
        raise InvalidArgument(f"`{href[:_SHOWN]}` is no address") from None


class CommaList(str):
    """A text of a query that lists items, with commas between them: these stay as they are in the address."""

    __slots__ = ()


def add_query(href: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Add parameters to an address; those that the server put there stay as they are."""
    if not pairs:
        return href
    from urllib.parse import quote

    added = "&".join(
        f"{quote(name, safe='')}={quote(value, safe=',' if isinstance(value, CommaList) else '')}"
        for name, value in pairs
    )
    address, mark, fragment = href.partition("#")
    glue = "" if address.endswith(("?", "&")) else "&" if "?" in address else "?"
    return f"{address}{glue}{added}{mark}{fragment}"


@lru_cache(maxsize=64)
def media_type(content_type: str | None) -> tuple[str, str | None]:
    """The type in lower case, and its charset."""
    kind, *parameters = (content_type or "").split(";")
    pairs = (item.partition("=") for item in parameters)
    charset = next((value.strip().strip('"') for name, _, value in pairs if name.strip().lower() == "charset"), None)
    return kind.strip().lower(), charset or None


def quoted(etag: str) -> str:
    """An ETag as headers have it."""
    return etag if etag.startswith(('"', "W/", "*")) else f'"{etag}"'
