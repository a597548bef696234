"""XML to an element tree, with nothing in it that could do harm."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from ..base.errors import DecodeError
from ..base.typing_shim import Any, TypeAlias
from .encodings import declared_encoding, to_utf8
from .json import DEPTH

Element: TypeAlias = Any

_AROUND = 24


def parse(data: bytes | str, charset: str | None = None) -> Element:
    """The root element. A document type is refused, in every encoding, before anything is parsed."""
    data = to_utf8(data, charset, None if isinstance(data, str) else declared_encoding(data))
    doctype = _doctype_at(data)
    if doctype is not None:
        raise DecodeError("a document type is not accepted", position=doctype)
    try:
        root = _parse()(data)
    except SyntaxError as fault:
        raise _malformed(data, fault) from None
    except (ValueError, MemoryError) as fault:
        raise DecodeError(f"not XML: {fault}") from None
    if _is_deep()(root):
        raise DecodeError("nested too deeply")
    return root


def _doctype_at(data: bytes) -> int | None:
    """Where a document type stands: after declaration, comments and processing instructions, before the root."""
    at = 0
    while True:
        while data[at : at + 1].isspace():
            at += 1
        end = b"?>" if data.startswith(b"<?", at) else b"-->" if data.startswith(b"<!--", at) else None
        if end is None:
            return at if data.startswith(b"<!DOCTYPE", at) else None
        found = data.find(end, at)
        if found < 0:
            return None
        at = found + len(end)


def _malformed(data: bytes, fault: SyntaxError) -> DecodeError:
    line, column = fault.lineno or 0, fault.offset or 0
    before = sum(len(text) for text in data.splitlines(keepends=True)[: max(line - 1, 0)])
    position = min(before + max(column - 1, 0), len(data))
    excerpt = data[max(0, position - _AROUND) : position + _AROUND].decode(errors="replace")
    return DecodeError(f"not XML: {fault.msg}", position=position, excerpt=excerpt)


@cache
def _parse() -> Callable[[bytes], Element]:
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_blank_text=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    return partial(etree.fromstring, parser=parser)


@cache
def _is_deep() -> Any:
    from lxml import etree

    return etree.XPath(f"boolean({'/*' * (DEPTH + 3)})")
