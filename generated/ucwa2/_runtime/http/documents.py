"""Results other than resources: content of any media type, and documents of another vocabulary."""

from __future__ import annotations

from ..base.arguments import check_kind, check_kind_if_given
from ..base.errors import DecodeError
from ..base.typing_shim import Any
from ..codecs.encodings import to_utf8
from ..codecs.json import parse
from .messages import media_type

_Bytes = bytes


class Content:
    """Received content: a photo, a text, a session description."""

    __slots__ = ("_bytes", "_content_type", "_etag")

    def __init__(self, content: _Bytes, content_type: str | None = None, etag: str | None = None) -> None:
        check_kind(content, (bytes, bytearray), "content", "bytes")
        check_kind_if_given(content_type, str, "content_type", "the media type as a text")
        check_kind_if_given(etag, str, "etag", "the entity tag as a text")
        self._bytes = content
        self._content_type = content_type
        self._etag = etag

    @property
    def bytes(self) -> _Bytes:
        """The content as it came, after decompression."""
        return self._bytes

    @property
    def content_type(self) -> str | None:
        """The media type with its parameters, as in the header."""
        return self._content_type

    @property
    def media_type(self) -> str | None:
        """The media type alone."""
        return media_type(self._content_type)[0] or None

    @property
    def etag(self) -> str | None:
        """The entity tag of the response, for a later request on condition; None without one."""
        return self._etag

    @property
    def text(self) -> str:
        """The content as text, in its charset or else in UTF-8. Raises ``DecodeError`` for bytes of another charset."""
        charset = media_type(self._content_type)[1] or "utf-8"
        try:
            return self._bytes.decode(charset)
        except (LookupError, ValueError):
            raise DecodeError(f"expected text in `{charset}`") from None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Content):
            return NotImplemented
        return type(self) is type(other) and self._bytes == other._bytes and self.media_type == other.media_type

    def __hash__(self) -> int:
        return hash(self._bytes)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.media_type}, {len(self._bytes)} bytes>"


class Document(Content):
    """A JSON or XML document that is not a resource."""

    __slots__ = ()

    def json(self) -> Any:
        """The document as a JSON value. Raises ``DecodeError`` for what is no JSON."""
        return parse(to_utf8(self._bytes, media_type(self._content_type)[1]))

    def xml(self) -> Any:
        """The document as an ``lxml`` element. Raises ``DecodeError`` for what is no XML."""
        from ..codecs.xml import parse as parse_xml

        return parse_xml(self._bytes, media_type(self._content_type)[1])
