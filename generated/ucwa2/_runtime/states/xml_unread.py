"""Content of XML resources that no value holds: it is kept, and named where a state is validated."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.errors import DecodeError
from ..base.redact import brief
from ..base.typing_shim import TYPE_CHECKING, Any
from .xml_index import XmlIndex

if TYPE_CHECKING:
    from ..codecs.xml import Element
    from .format_xml import XmlForm
    from .state import State


def has_unread(state: State) -> bool:
    """Whether an XML state, or what is embedded in it, holds such content. Other states hold none."""
    if state._context.form.name != "xml":
        return False
    form, element = element_of(state)
    return _has_unread(form, element)


def unread(state: State) -> Iterator[DecodeError]:
    """The faults of one XML state, without what is embedded in it; such content has the path of its element."""
    form, element = element_of(state)
    for where, problem in _found(form, element):
        yield DecodeError(problem, path=f"{state._path}{where}")


def unread_below(state: State) -> Iterator[DecodeError]:
    """The faults of an XML state, and of what is embedded in it."""
    yield from unread(state)
    for key in state._keys():
        for item in state.embedded._states(key):
            yield from unread_below(item)


def element_of(state: State) -> tuple[XmlForm, Element]:
    """The element of an XML state, which may have an index, and its form."""
    form: Any = state._context.form
    source = state._source
    return (form.plain, source.element) if isinstance(source, XmlIndex) else (form, source)


def _has_unread(form: XmlForm, root: Element) -> bool:
    """One pass over a tree, which is several times as fast as an XPath expression of the same rules."""
    single, several, item, link, resource = form.property, form.list, form.item, form.link, form.resource
    if _is_text(root.text):
        return True
    items = listed = 0
    for element in root.iterdescendants("*"):
        tag = element.tag
        if tag == single:
            bad = len(element) or element.get("name") is None
        elif tag == item:
            items += 1
            bad = len(element)
        elif tag == several:
            inside = len(element.findall(item))
            listed += inside
            bad = element.get("name") is None or inside != len(element) or _is_text(element.text)
        else:
            known = tag == resource or (tag == link and not len(element))
            bad = not known or element.get("rel") is None or _is_text(element.text)
        if bad or _is_text(element.tail):
            return True
    return items != listed


def _is_text(text: str | None) -> bool:
    return text is not None and text != "" and not text.isspace()


def _found(form: XmlForm, element: Element) -> Iterator[tuple[str, str]]:
    """Each with its path below the element."""
    yield from texts(element, "", "members")
    for child in element.iterchildren():
        if child.tag == form.link:
            yield from in_link(child)
        elif child.tag in (form.property, form.list):
            yield from in_property(form, child)
        elif child.tag != form.resource:
            yield f".{local_name(child)}", "an element that is no member of a resource"
        elif child.get("rel") is None:
            yield "._embedded", "an embedded resource without a `rel`"


def in_link(link: Element) -> Iterator[tuple[str, str]]:
    """What a link has besides its attributes, and a link without a rel."""
    rel = link.get("rel")
    if rel is None:
        yield "._links", "a link without a `rel`"
    elif len(link) or (link.text or "").strip():
        yield f"._links.{rel}", "a link with content"


def in_property(form: XmlForm, found: Element) -> Iterator[tuple[str, str]]:
    """Elements in a property or a list, texts beside the items of a list, and a property without a name."""
    name = found.get("name")
    if name is None:
        yield "", "a property without a name"
    elif found.tag == form.property:
        if len(found):
            yield f".{name}", f"an element in a property: `{local_name(found[0])}`"
    else:
        yield from texts(found, f".{name}", "items")
        yield from _in_items(form, found, f".{name}")


def _in_items(form: XmlForm, found: Element, path: str) -> Iterator[tuple[str, str]]:
    for number, item in enumerate(found.iterchildren()):
        inner = item if item.tag != form.item else item[0] if len(item) else None
        if inner is not None:
            yield f"{path}[{number}]", f"an element in a list: `{local_name(inner)}`"


def texts(element: Element, path: str, what: str) -> Iterator[tuple[str, str]]:
    """The texts beside the children of an element."""
    for text in (element.text, *[child.tail for child in element]):
        if text and not text.isspace():
            yield path, f"a text beside {what}: {brief(text.strip())!r}"


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
