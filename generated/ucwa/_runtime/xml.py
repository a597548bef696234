"""XML to an element tree, with nothing in it that could do harm."""

from __future__ import annotations

from functools import cache
from .typed import TYPE_CHECKING, TypeAlias

from .errors import DecodeError
from .json import DEPTH
from .text import declared_encoding, to_utf8

if TYPE_CHECKING:
    from lxml import etree

    Element: TypeAlias = etree._Element

_DOCTYPE = b"<!DOCTYPE"
_AROUND = 24


def parse(data: bytes | str, charset: str | None = None) -> Element:
    """The root element. A document type is refused, in every encoding, before anything is parsed."""
    from lxml import etree

    data = to_utf8(data, charset, None if isinstance(data, str) else declared_encoding(data))
    if _DOCTYPE in data and _has_doctype(data):
        raise DecodeError("a document type is not accepted", position=data.index(_DOCTYPE))
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as fault:
        raise _malformed(data, fault) from None
    except (ValueError, MemoryError) as fault:
        raise DecodeError(f"not XML: {fault}") from None
    if _is_deep()(root):
        raise DecodeError("nested too deeply")
    return root


def _has_doctype(data: bytes) -> bool:
    """Whether the prolog, and not some text, holds it: comments and processing instructions may come first."""
    rest = data.lstrip()
    while rest.startswith((b"<?", b"<!--")):
        end = b"?>" if rest.startswith(b"<?") else b"-->"
        rest = rest.partition(end)[2].lstrip()
    return rest.startswith(_DOCTYPE)


def _malformed(data: bytes, fault: etree.XMLSyntaxError) -> DecodeError:
    line, column = fault.position
    before = sum(len(text) for text in data.splitlines(keepends=True)[: max(line - 1, 0)])
    position = min(before + max(column - 1, 0), len(data))
    excerpt = data[max(0, position - _AROUND) : position + _AROUND].decode(errors="replace")
    return DecodeError(f"not XML: {fault.msg}", position=position, excerpt=excerpt)


@cache
def _parser() -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_blank_text=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip


@cache
def _is_deep() -> etree.XPath:
    from lxml import etree

    return etree.XPath(f"boolean({'/*' * (DEPTH + 3)})")
