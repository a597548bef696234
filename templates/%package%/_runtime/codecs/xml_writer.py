"""Writes XML as strings: states that were not received as XML, and inputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..base.errors import InvalidArgument

HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CONTROLS = bytes(sorted({*range(0x20)} - {0x09, 0x0A, 0x0D}))
_NAME_START = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_NAME = _NAME_START | frozenset("0123456789-.")


def finish(parts: Iterable[str]) -> bytes:
    """The document; characters that XML cannot represent are refused."""
    document = "".join(parts)
    data = document.encode()
    if len(data.translate(None, _CONTROLS)) != len(data) or (
        not document.isascii() and ("\ufffe" in document or "\uffff" in document)
    ):
        raise InvalidArgument("XML cannot carry control characters; send JSON")
    return data


def escape(value: str) -> str:
    """A text between tags."""
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value:
        value = value.replace("<", "&lt;")
    if ">" in value:
        value = value.replace(">", "&gt;")
    return value.replace("\r", "&#13;") if "\r" in value else value


def quote(value: str) -> str:
    """A text in an attribute, where white space would not survive otherwise."""
    value = escape(value)
    if '"' in value:
        value = value.replace('"', "&quot;")
    if "\n" in value or "\t" in value:
        value = value.replace("\n", "&#10;").replace("\t", "&#9;")
    return value


def property_(name: str, value: str) -> str:
    return f'<property name="{quote(name)}">{escape(value)}</property>'


def null(name: str) -> str:
    """A null property, which differs from an empty text."""
    return f'<property name="{quote(name)}" xmlns:xsi="{_XSI}" xsi:nil="true"/>'


def property_list(name: str, values: Iterable[str]) -> str:
    items = "".join([f"<item>{escape(value)}</item>" for value in values])
    return f'<propertyList name="{quote(name)}">{items}</propertyList>'


def link(rel: str, attributes: Mapping[str, str]) -> str:
    if len(attributes) == 1:
        return f'<link rel="{quote(rel)}" href="{quote(attributes["href"])}"/>'
    return f'<link rel="{quote(rel)}"{rest(attributes)}/>'


def rest(attributes: Mapping[str, str]) -> str:
    """Attributes of any names."""
    return "".join([f' {_checked(name)}="{quote(value)}"' for name, value in attributes.items() if name != "rel"])


def _checked(name: str) -> str:
    if not name or name[0] not in _NAME_START or not _NAME.issuperset(name) or name == "xmlns":
        raise InvalidArgument(f"XML has no form for an attribute called {name!r}; send JSON")
    return name
