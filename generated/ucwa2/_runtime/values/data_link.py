"""Data links: ``data:`` URIs, whose content is decoded when it is read."""

from __future__ import annotations

from ..base.arguments import check_kind, check_kind_if_given
from ..base.errors import DecodeError, InvalidArgument

_SCHEME = "data:"
_SHOWN = 48
_SLACK = str.maketrans("-_", "+/", " \t\r\n\v\f")


def unbase64(text: str) -> bytes:
    """Base64 of either alphabet, with or without padding, with line ends anywhere."""
    from binascii import a2b_base64

    plain = text.translate(_SLACK).rstrip("=")
    return a2b_base64(plain + "=" * (-len(plain) % 4), strict_mode=True)


def _comma(href: str) -> int:
    """The position of the comma before the content: the first one outside of quotes, in which a parameter may have commas."""
    at, start, quotes = href.find(","), 0, 0
    first = at
    while at >= 0:
        quotes += href.count('"', start, at)
        if quotes % 2 == 0:
            return at
        start, at = at, href.find(",", at + 1)
    return first


def _cut(head: str) -> list[str]:
    """The parts between semicolons, of which those in quotes separate nothing."""
    found = [""]
    for number, piece in enumerate(head.split('"')):
        first, *rest = [f'"{piece}"'] if number % 2 else piece.split(";")
        found[-1] += first
        found += rest
    return found


def _has_stray_percent(payload: str) -> bool:
    """Whether a percent sign encodes nothing."""
    import re

    return "%" in payload and re.search("%(?![0-9A-Fa-f]{2})", payload) is not None


_Bytes = bytes


class DataLink:
    """A link with its content."""

    __slots__ = ("_href",)

    def __init__(self, href: str) -> None:
        check_kind(href, str, "href", "the `data:` URI as a text")
        self._href = href

    @classmethod
    def of(cls, content: str | _Bytes, media_type: str | None = None) -> DataLink:
        """A data link to some content: text is URL-encoded, bytes are base64.

        Raises ``InvalidArgument`` for text that UTF-8 cannot hold.
        """
        check_kind(content, (str, bytes, bytearray, memoryview), "content", "a text or bytes")
        check_kind_if_given(media_type, str, "media_type", "a text such as `image/png`")
        from urllib.parse import quote, quote_from_bytes

        if isinstance(content, str):
            try:
                return cls(f"{_SCHEME}{media_type or 'text/plain;charset=utf-8'},{quote(content, safe='')}")
            except UnicodeEncodeError:
                raise InvalidArgument("the content holds a lone surrogate, which no message can carry") from None
        from base64 import b64encode

        return cls(
            f"{_SCHEME}{media_type or 'application/octet-stream'};base64,{quote_from_bytes(b64encode(content), '')}"
        )

    @property
    def href(self) -> str:
        """The URI, as received."""
        return self._href

    @property
    def media_type(self) -> str:
        """The media type, without parameters."""
        return self._head[0].strip().lower() or "text/plain"

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of the media type, such as ``charset`` and ``boundary``; names in lower case."""
        from urllib.parse import unquote

        pairs = (unquote(item).partition("=") for item in self._head[1:])
        return {name.strip().lower(): value.strip().strip('"') for name, equals, value in pairs if equals}

    @property
    def bytes(self) -> _Bytes:
        """The content, decoded."""
        from urllib.parse import unquote_to_bytes

        if not self._is_data:
            raise self._fault("expected a data link")
        payload = self._href[_comma(self._href) + 1 :]
        if _has_stray_percent(payload):
            raise self._fault("expected two hexadecimal digits after each percent sign")
        if self._head[-1].strip().lower() != "base64":
            return unquote_to_bytes(payload.replace("+", " "))
        try:
            return unbase64(unquote_to_bytes(payload).decode("ascii"))
        except ValueError:
            raise self._fault("expected base64") from None

    @property
    def text(self) -> str:
        """The content as text, in its charset or else in UTF-8."""
        charset = self.parameters.get("charset") or "utf-8"
        try:
            return self.bytes.decode(charset)
        except (LookupError, ValueError):
            raise self._fault(f"expected text in `{charset}`") from None

    @property
    def _is_data(self) -> bool:
        return self._href[: len(_SCHEME)].lower() == _SCHEME and "," in self._href

    @property
    def _head(self) -> list[str]:
        """Media type, parameters, and ``base64`` if that is given."""
        return _cut(self._href[len(_SCHEME) : _comma(self._href)]) if self._is_data else [""]

    def _fault(self, problem: str) -> DecodeError:
        return DecodeError(problem, excerpt=self._href[:_SHOWN])

    def __eq__(self, other: object) -> bool:
        return self._href == other._href if isinstance(other, DataLink) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._href)

    def __copy__(self) -> DataLink:
        return self

    def __deepcopy__(self, memo: object) -> DataLink:
        return self

    def __reduce__(self) -> tuple[type[DataLink], tuple[str]]:
        return DataLink, (self._href,)

    def __repr__(self) -> str:
        """The content is not shown, because it may be private."""
        return f"<DataLink {self.media_type}, {len(self._href)} characters>"
