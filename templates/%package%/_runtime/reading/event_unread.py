"""Content of an XML page of events that no value holds, outside the states of its events."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.errors import DecodeError
from ..base.registry import index
from ..base.typing_shim import TYPE_CHECKING
from ..states.xml_unread import in_link, in_property, local_name, texts

if TYPE_CHECKING:
    from ..codecs.xml import Element
    from ..states.format_xml import XmlForm

_PARTS = frozenset({"in", "reason", "status"})
_EMPTY = frozenset({"in"})


def unread(root: Element, form: XmlForm) -> tuple[DecodeError, ...]:
    """The faults of a page, each with the path of its element; none in most pages."""
    return tuple(DecodeError(problem, path=f"${where}") for where, problem in _found(root, form))


def _found(root: Element, form: XmlForm) -> Iterator[tuple[str, str]]:
    """Each with its path below the page."""
    yield from texts(root, "", "members")
    senders = 0
    for child in root.iterchildren():
        if local_name(child) == "sender":
            yield from _in_sender(child, form, f".sender[{senders}]")
            senders += 1
        elif child.tag == form.link:
            yield from in_link(child)
        elif child.tag in (form.property, form.list):
            yield from in_property(form, child)
        else:
            yield f".{local_name(child)}", "an element that is no member of a page"


def _in_sender(sender: Element, form: XmlForm, path: str) -> Iterator[tuple[str, str]]:
    yield from texts(sender, path, "events")
    for number, event in enumerate(sender.iterchildren()):
        if len(event) or event.text:  # most events have neither
            yield from _in_event(event, form, f"{path}.events[{number}]")


def _in_event(event: Element, form: XmlForm, path: str) -> Iterator[tuple[str, str]]:
    yield from texts(event, path, "members")
    states = 0
    for child in event.iterchildren():
        name = local_name(child)
        if child.tag == form.resource:
            states += 1
            if states > 1:
                yield f"{path}._embedded", "a second resource in an event"
        elif name not in _PARTS and name != index().roots.error:
            yield f"{path}.{name}", "an element that is no member of an event"
        elif name in _EMPTY and (len(child) or (child.text or "").strip()):
            yield f"{path}.{name}", "a link with content"
        elif name == "status" and len(child):
            yield f"{path}.{name}", "an element in a text"
