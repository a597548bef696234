"""From bytes of a message to a state of a known class."""

from __future__ import annotations

from ..base.arguments import check_kind, check_kind_if_given
from ..base.errors import DecodeError
from ..base.redact import brief
from ..base.registry import index
from ..base.typing_shim import TYPE_CHECKING, Any, TypeVar
from ..codecs.encodings import to_utf8
from ..codecs.json import parse
from .format_json import JSON
from .wire_format import Context

if TYPE_CHECKING:
    from ..codecs.xml import Element
    from .format_xml import XmlForm
    from .state import State

S = TypeVar("S", bound="State")

MAX_BYTES = 32 * 1024 * 1024
"""The greatest size of a body."""


LARGE = 4 * 1024 * 1024
"""Bytes of a JSON message from which on its embedded resources are decoded when they are first read."""


def check_size(data: bytes | str, base: str | None = None) -> None:
    """Refuse a body that is too large, what is none, and a base that is no text."""
    check_kind(data, (bytes, str, bytearray), "data", "the text or the bytes of a message")
    check_kind_if_given(base, str, "base", "the address as a text")
    if len(data) > MAX_BYTES:
        raise DecodeError(f"larger than {MAX_BYTES} bytes")


def state_from_json(
    kind: type[S],
    data: bytes | str,
    base: str | None,
    strict: bool,
    charset: str | None = None,
    etag: str | None = None,
    whole: int | None = None,
) -> S:
    """A state of a known class. ``whole`` is the size of the message of which the data are a part."""
    check_size(data, base)
    source = parse_large(data, charset, strict, whole)
    if not isinstance(source, dict):
        raise DecodeError("expected an object")
    return kind._make(source, Context(JSON, base, etag))


def state_from_xml(
    kind: type[S],
    data: bytes | str,
    base: str | None,
    strict: bool,
    charset: str | None = None,
    etag: str | None = None,
    whole: int | None = None,
) -> S:
    """A state of a known class. In XML it makes no difference of what the data are a part."""
    check_size(data, base)
    root, form, name = parse_xml(data, charset)
    if form is None or name not in (index().roots.resource, index().roots.input):
        raise unexpected(root, form, f"a `{index().roots.resource}` element")
    return xml_state(kind, root, Context(form, base, etag), strict)


def parse_json(data: bytes | str, charset: str | None, strict: bool) -> Any:
    """A JSON value in any encoding that is accepted."""
    return parse(to_utf8(data, charset), strict=strict)


def parse_large(data: bytes | str, charset: str | None, strict: bool, whole: int | None = None) -> Any:
    """As ``parse_json``; in an object of a large message, or of a part of one, embedded resources may be unread."""
    text = to_utf8(data, charset)
    if max(len(text), whole or 0) >= LARGE and not strict:
        from ..codecs.json_lists import apart

        found = apart(text)
        if found is not None:
            return found
    return parse(text, strict=strict)


def parse_xml(data: bytes | str, charset: str | None) -> tuple[Element, XmlForm | None, str]:
    """The root, its form if it has the API's namespace or none, and its local name."""
    if not index().xml_types:
        raise DecodeError("XML, which this API does not have")
    from ..codecs.xml import parse
    from .format_xml import xml_form

    root = parse(data, charset)
    namespace, _, name = str(root.tag).rpartition("}")
    namespace = namespace.lstrip("{")
    is_ours = namespace in ("", index().namespace)
    return root, xml_form(namespace, index().roots.resource) if is_ours else None, name


def unexpected(root: Element, form: XmlForm | None, expected: str) -> DecodeError:
    """The fault of a document with another root, or with one of another namespace."""
    namespace, _, name = str(root.tag).rpartition("}")
    if form is not None:
        return DecodeError(f"expected {expected}, found `{name}`")
    if not index().xml_types:
        return DecodeError("this API has no XML")
    return DecodeError(
        f"expected the namespace `{index().namespace}`, found `{brief(namespace.lstrip('{'))}` of `{name}`"
    )


def xml_state(kind: type[S], root: Element, context: Context, strict: bool) -> S:
    """A state from an element; ``strict`` refuses repeated members, and content that no value holds."""
    state = kind._make(root, context)
    if strict:
        refuse_ambiguous(state)
    return state


def refuse_ambiguous(state: State) -> None:
    """Refuse repeated members of an XML state, and content that no value holds."""
    from .duplicates import refuse_repeats

    refuse_repeats(state)
