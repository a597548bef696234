"""An answer of the event channel, from either form to events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .errorbody import ErrorBody
from .errors import DecodeError
from .events import Event, EventPage
from .forms import Context
from .json import JSON, check
from .link import Link
from .registry import index, load
from .state import State
from .typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .xml import Element
    from .xmlform import XmlForm

_APART = ("events", "rel", "status")
"""What a sender or an event says besides what its link says."""

_POINTERS = frozenset({"self", "next", "resume", "resync"})


def from_json(body: dict[str, Any], base: str | None = None) -> EventPage:
    """A page from the object as parsed."""
    check(body)
    context = Context(JSON, base)
    found = [event for at, sender in _list(body, "sender", "$") for event in _sent(sender, context, f"$.sender[{at}]")]
    links = {rel: _link(JSON.links(body, rel)[-1], rel, base) for rel in JSON.rels(body) if JSON.links(body, rel)}
    return EventPage(tuple(found), links)


def _sent(sender: Mapping[str, Any], context: Context, path: str) -> Iterator[Event]:
    own = _named(sender, context.base, path)
    for at, event in _list(sender, "events", path):
        yield _event(event, own, context, f"{path}.events[{at}]")


def _event(event: Mapping[str, Any], sender: Link | None, context: Context, path: str) -> Event:
    kind = event.get("type")
    if not isinstance(kind, str):
        raise DecodeError("expected the type of an event", path=f"{path}.type")
    key, source = _embedded(event, path)
    state = None if source is None else _state(source, key, context)
    inner = event.get("in")
    reason = event.get("reason")
    status = event.get("status")
    return Event(
        kind,
        _target(_named(_object(event.get("link"), f"{path}.link"), context.base, f"{path}.link"), state, path),
        sender=sender,
        state=state,
        in_=_named(_object(inner, f"{path}.in"), context.base, f"{path}.in"),
        reason=ErrorBody.of_json(reason) if isinstance(reason, dict) else None,
        status=status if isinstance(status, str) else None,
    )


def _embedded(event: Mapping[str, Any], path: str) -> tuple[str, Any]:
    check({name: event[name] for name in ("_embedded",) if name in event}, (path.removeprefix("$."),))
    for key in JSON.keys(event):  # type: ignore[arg-type]
        for source in JSON.embedded(event, key):  # type: ignore[arg-type]
            return key, source
    return "", None


def _state(source: Any, key: str, context: Context) -> State:
    """The state of an event. The key says what it is, as everywhere."""
    states = index().states
    rel = context.form.values(source).get("rel")
    path = states.get(key) or (states.get(rel) if isinstance(rel, str) else None)
    kind: type[State] = load(path) if path else State
    return kind._make(source, context, (None, key, 0))


def _target(link: Link | None, state: State | None, path: str) -> Link:
    """What happened to: the link, or else the state's own."""
    if link is not None:
        return link
    if state is not None and state.href is not None:
        return _link({"href": state.href}, state._name, state._context.base)
    raise DecodeError("expected the link of an event", path=f"{path}.link")


def _list(body: Mapping[str, Any], name: str, path: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    found = body.get(name)
    for at, item in enumerate(found if isinstance(found, list) else [] if found is None else [found]):
        yield at, _object(item, f"{path}.{name}[{at}]") or {}


def _object(value: Any, path: str) -> Mapping[str, Any] | None:
    if value is not None and not isinstance(value, dict):
        raise DecodeError("expected an object", path=path)
    return value


def _named(item: Mapping[str, Any] | None, base: str | None, path: str) -> Link | None:
    """A link that says its own rel."""
    if item is None or item.get("href") is None:
        return None
    rel, href = item.get("rel"), item["href"]
    if not isinstance(rel, str) or not isinstance(href, str):
        raise DecodeError("expected a link with a text `rel` and a text `href`", path=path)
    shown = {name: value for name, value in item.items() if name not in _APART}
    return _link(shown, rel, base)


def _link(attributes: Mapping[str, Any], rel: str, base: str | None) -> Link:
    path = index().links.get(index().roles.get("events", "") if rel in _POINTERS else rel)
    kind: type[Link] = load(path) if path else Link
    return kind._of(attributes, rel, base)


def from_xml(root: Element, form: XmlForm, base: str | None = None) -> EventPage:
    """A page from the root element."""
    form.check(root)
    context = Context(form, base)
    senders = [child for child in root if _local(child) == "sender"]
    found = [_xml_event(event, sender, context) for sender in senders for event in sender]
    links = {rel: _link(form.links(root, rel)[-1], rel, base) for rel in form.rels(root)}
    return EventPage(tuple(found), links)


def _xml_event(event: Element, sender: Element, context: Context) -> Event:
    parts = {_local(child): child for child in event}
    source = next(iter(event.iterchildren(context.form.resource)), None)  # type: ignore[attr-defined]
    state = None if source is None else _state(source, source.get("rel") or event.get("rel") or "", context)
    path = f"$.sender.{_local(event)}"
    reason = parts.get(index().roots.error, parts.get("reason"))
    inner = parts.get("in")
    return Event(
        _local(event),
        _target(_named(dict(event.attrib), context.base, path), state, path),
        sender=_named(dict(sender.attrib), context.base, path),
        state=state,
        in_=None if inner is None else _named(dict(inner.attrib), context.base, path),
        reason=None if reason is None else ErrorBody.of_xml(reason),
        status=_status(event, parts.get("status")),
    )


def _status(event: Element, child: Element | None) -> str | None:
    return event.get("status") or (None if child is None else child.text)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
