"""XML answers by their structure: elements with their names, each of the page somewhere in the same place."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

from .comparing import PageDifference

_NAMING = ("rel", "name")


def compare_xml(page: str, body: bytes) -> Iterator[PageDifference]:
    """The elements of the page that the answer does not have."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        yield PageDifference("/", "a document", "a document with definitions, which is not read")
        return
    try:
        theirs = fromstring(body)
    except ParseError:
        yield PageDifference("/", "a document", "no document")
        return
    ours = fromstring(page.encode())
    if _label(ours) != _label(theirs):
        yield PageDifference("/", _label(ours), _label(theirs))
        return
    yield from _below(ours, theirs, f"/{_label(ours)}")


def _below(ours: Element, theirs: Element, at: str) -> Iterator[PageDifference]:
    left = list(theirs)
    for child in filter(_says_something, ours):
        alike = next((other for other in left if _label(other) == _label(child)), None)
        where = f"{at}/{_label(child)}"
        if alike is None:
            yield PageDifference(where, "there", "missing")
            continue
        left.remove(alike)
        yield from _below(child, alike, where)


def _says_something(element: Element) -> bool:
    """Whether an element holds anything; an empty one says no more than one that is left out."""
    return bool(element.attrib or len(element) or (element.text or "").strip())


def _label(element: Element) -> str:
    """The name of an element, with what it is about; a random name of a property counts as none."""
    tag = element.tag.rpartition("}")[2]
    about = next((element.get(name) for name in _NAMING if element.get(name)), None)
    return f"{tag} {about}" if about and "-" not in about else tag
