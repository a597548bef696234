"""From an answer of the event channel, in either format, to events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from ..base.errors import DecodeError
from ..base.registry import index, load
from ..base.typing_shim import TYPE_CHECKING, Any, TypeVar
from ..states.format_json import JSON
from ..states.format_xml import checked
from ..states.link import Link
from ..states.state import State, state_class
from ..states.wire_format import Context
from ..states.xml_index import XmlIndex
from .error_body import ErrorBody
from .event_unread import unread
from .events import Event, EventPage

if TYPE_CHECKING:
    from ..codecs.xml import Element
    from ..states.format_xml import XmlForm

T = TypeVar("T")
_APART = ("events", "rel", "status")
"""Attributes of a sender or an event that are not those of its link."""

_READ = frozenset({"_links", "href", "rel", "sender"})
"""Members of a page that are read as something else."""

_POINTERS = frozenset({"self", "next", "resume", "resync"})


def from_json(body: dict[str, Any], base: str | None = None) -> EventPage:
    """A page from a JSON object. Events without a type or a link are refused; other faults are raised when they are read."""
    context, refused = Context(JSON, base), Refused()
    found = [
        event
        for at, sender in _list(body, "sender", "$", refused)
        for event in _sent(sender, context, f"$.sender[{at}]", refused)
    ]
    rels = next(refused.without(partial(JSON.rels, body)), ())
    pointers = _pointers(rels, partial(JSON.links, body), base, refused)
    members = {name: body[name] for name in body if name not in _READ}
    return EventPage(tuple(found), pointers, members, tuple(refused))


class Refused(list[DecodeError]):
    """The faults of the parts that a page is read without, so that one of them stops no other."""

    def without(self, read: Callable[[], T]) -> Iterator[T]:
        """What the function gives, or nothing where it raises a fault, which is kept."""
        try:
            yield read()
        except DecodeError as fault:
            self.append(fault)


def _pointers(
    rels: Iterable[str], links: Callable[[str], Sequence[Mapping[str, Any]]], base: str | None, refused: Refused
) -> dict[str, Link]:
    """The links of a page; those that cannot be read are refused."""
    found: dict[str, Link] = {}
    for rel in rels:
        for known in refused.without(partial(links, rel)):
            for link in refused.without(partial(_link, known[-1], rel, base)) if known else ():
                found[rel] = link
    return found


def _sent(sender: Mapping[str, Any], context: Context, path: str, refused: Refused) -> Iterator[Event]:
    own = _tried(sender, context.base, path)
    for at, event in _list(sender, "events", path, refused):
        where = f"{path}.events[{at}]"
        yield from refused.without(partial(_event, event, own, context, where))


def _event(event: dict[str, Any], sender: Link | DecodeError | None, context: Context, path: str) -> Event:
    kind = event.get("type")
    if not isinstance(kind, str):
        raise DecodeError("expected the type of an event", path=f"{path}.type")
    state = _embedded(event, context, path)
    reason = event.get("reason")
    status = event.get("status")
    return Event(
        kind,
        _target(_named(_object(event.get("link"), f"{path}.link"), context.base, f"{path}.link"), state, path),
        sender=sender,
        state=state,
        in_=_tried(event.get("in"), context.base, f"{path}.in"),
        reason=ErrorBody.of_json(reason) if isinstance(reason, dict) else None,
        status=status if isinstance(status, str) else None,
    )


def _embedded(event: dict[str, Any], context: Context, path: str) -> State | DecodeError | None:
    """The embedded state, or its fault."""
    try:
        found = [(key, source) for key in JSON.keys(event) for source in JSON.embedded(event, key)]
    except DecodeError as fault:
        return fault.within(path)
    return _state(found[0][1], found[0][0], context, path) if found else None


def _state(source: Any, key: str, context: Context, path: str) -> State:
    """The state of an event, with the class of its key, as everywhere."""
    kind = state_class(key, context.form.values(source).get("rel"))
    return kind._make(source, context, (f"{path}._embedded.{key}", key, 0))


def _target(link: Link | None, state: State | DecodeError | None, path: str) -> Link:
    """The link of the event, or else that of its state."""
    if link is not None:
        return link
    if isinstance(state, DecodeError):
        raise state
    if state is not None and state.href is not None:
        return _link({"href": state.href}, state._name, state._context.base)
    raise DecodeError("expected the link of an event", path=f"{path}.link")


def _list(body: Mapping[str, Any], name: str, path: str, refused: Refused) -> Iterator[tuple[int, dict[str, Any]]]:
    found = body.get(name)
    for at, item in enumerate(found if isinstance(found, list) else [] if found is None else [found]):
        where = f"{path}.{name}[{at}]"
        yield from ((at, known or {}) for known in refused.without(partial(_object, item, where)))


def _object(value: Any, path: str) -> dict[str, Any] | None:
    if value is None or isinstance(value, dict):
        return value
    raise DecodeError("expected an object", path=path)


def _named(item: Mapping[str, Any] | None, base: str | None, path: str) -> Link | None:
    """A link with its own rel."""
    if item is None or item.get("href") is None:
        return None
    rel, href = item.get("rel"), item["href"]
    if not isinstance(rel, str) or not isinstance(href, str):
        raise DecodeError("expected a link with a text `rel` and a text `href`", path=path)
    shown = {name: value for name, value in item.items() if name not in _APART}
    return _link(shown, rel, base)


def _tried(item: Any, base: str | None, path: str) -> Link | DecodeError | None:
    """A link with its own rel, or its fault."""
    try:
        return _named(_object(item, path), base, path)
    except DecodeError as fault:
        return fault


def _link(attributes: Mapping[str, Any], rel: str, base: str | None) -> Link:
    path = index().links.get(index().roles.get("events", "") if rel in _POINTERS else rel)
    kind: type[Link] = load(path) if path else Link
    return kind._of(attributes, rel, base)


def from_xml(root: Element, form: XmlForm, base: str | None = None) -> EventPage:
    """A page from the root element."""
    context, refused = Context(form, base), Refused()
    senders = [child for child in root if _local(child) == "sender"]
    found = [
        known
        for number, sender in enumerate(senders)
        for at, event in enumerate(sender)
        for known in refused.without(partial(_xml_event, event, sender, form, context, f"$.sender[{number}]", at))
    ]
    links = XmlIndex(form, root).links
    pointers = _pointers(links, lambda rel: checked(links[rel], rel), base, refused)
    all_members = {**root.attrib, **form.values(root)}
    members = {name: all_members[name] for name in all_members if name not in _READ}
    return EventPage(tuple(found), pointers, members, tuple(refused), unread(root, form))


def _xml_event(event: Element, sender: Element, form: XmlForm, context: Context, around: str, at: int) -> Event:
    path = f"{around}.events[{at}]"
    parts = {_local(child): child for child in event}
    source = next(iter(event.iterchildren(form.resource)), None)
    state = None if source is None else _state(source, source.get("rel") or event.get("rel") or "", context, path)
    reason = parts.get(index().roots.error, parts.get("reason"))
    inner = parts.get("in")
    return Event(
        _local(event),
        _target(_named(dict(event.attrib), context.base, path), state, path),
        sender=_tried(dict(sender.attrib), context.base, around),
        state=state,
        in_=None if inner is None else _tried(dict(inner.attrib), context.base, f"{path}.in"),
        reason=None if reason is None else ErrorBody.of_xml(reason),
        status=_status(event, parts.get("status")),
    )


def _status(event: Element, child: Element | None) -> str | None:
    return event.get("status") or (None if child is None else child.text)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
