"""Resources, errors and events in either format, and what a request says in either."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .._runtime import xmlwrite
from .._runtime.compare import attributes
from .._runtime.decode import parse_xml
from .._runtime.errors import DecodeError
from .._runtime.registry import index, load
from .._runtime.state import State
from .messages import Answer, Asked, Format, Refused

ERROR_XML = "application/xml"


def encode(answer: Answer, form: Format) -> tuple[bytes, str | None]:
    """The bytes of an answer and their media type."""
    if answer.content is not None:
        return answer.content, answer.headers.get("content-type")
    if answer.body is None:
        return b"", None
    kind = (index().json_types if form == "json" else index().xml_types)[0]
    if "sender" in answer.body or (answer.body.keys() == {"_links"} and answer.state is None):
        return (_json(answer.body) if form == "json" else events_xml(answer.body)), kind
    return (_json(answer.body) if form == "json" else state_xml(answer.body, answer.state)), kind


def state_xml(body: dict[str, Any], path: str | None) -> bytes:
    """A resource in XML."""
    kind: type[State] = load(path) if path else State
    return kind.from_json(_json(body)).to_xml()


def error(refused: Refused, form: Format) -> tuple[bytes, str]:
    """The body of an error."""
    body = refused.json()
    if form == "json":
        return _json(body), index().json_types[0]
    members = "".join(
        f"<{name}>{xmlwrite.escape(str(body[name]))}</{name}>"
        for name in ("code", "subcode", "message")
        if name in body
    )
    rows = "".join(
        f'<property name="{xmlwrite.quote(row["name"])}">{xmlwrite.escape(row["reason"])}</property>'
        for row in body.get("parameters", ())
    )
    inner = f"{members}<parameters>{rows}</parameters>" if rows else members
    root, namespace = index().roots.error, xmlwrite.quote(index().namespace)
    return f'{xmlwrite.HEAD}<{root} xmlns="{namespace}">{inner}</{root}>'.encode(), index().xml_types[0]


def events_xml(page: dict[str, Any]) -> bytes:
    """An answer of the event channel in XML."""
    links = dict(page["_links"])
    own = links.pop("self", None)
    root = index().roots.events
    start = f' href="{xmlwrite.quote(own["href"])}"' if own else ""
    parts = [xmlwrite.HEAD, f'<{root}{start} xmlns="{xmlwrite.quote(index().namespace)}">']
    parts += [xmlwrite.link(rel, attributes(link)) for rel, link in links.items()]
    for sender in page.get("sender", ()):
        parts.append(f'<sender rel="{sender["rel"]}" href="{xmlwrite.quote(sender["href"])}">')
        for event in sender["events"]:
            parts += _event_xml(event)
        parts.append("</sender>")
    return xmlwrite.finish([*parts, f"</{root}>"])


def _event_xml(event: dict[str, Any]) -> Iterator[str]:
    kind, link = event["type"], event["link"]
    status = f' status="{xmlwrite.quote(event["status"])}"' if "status" in event else ""
    yield f'<{kind} rel="{xmlwrite.quote(link["rel"])}" href="{xmlwrite.quote(link["href"])}"{status}>'
    if "in" in event:
        yield f'<in rel="{xmlwrite.quote(event["in"]["rel"])}" href="{xmlwrite.quote(event["in"]["href"])}"/>'
    for rel, body in event.get("_embedded", {}).items():
        document = state_xml({**body, "rel": body.get("rel", rel)}, index().states.get(rel)).decode()
        yield document.removeprefix(xmlwrite.HEAD)
    if "reason" in event:
        root, reason = index().roots.error, event["reason"]
        inner = "".join(f"<{name}>{xmlwrite.escape(str(value))}</{name}>" for name, value in reason.items())
        yield f"<{root}>{inner}</{root}>"
    yield f"</{kind}>"


def decode(asked: Asked) -> dict[str, Any]:
    """What a request says, by name; every value of XML is text or a list of texts."""
    kind = asked.media_type
    if not asked.content:
        return {}
    if kind.endswith(("/json", "+json")):
        return _from_json(asked.content)
    if kind.endswith(("/xml", "+xml")):
        return _from_xml(asked.content)
    raise Refused(415, "UnsupportedMediaType", message=f"{kind or 'no media type'} is not accepted")


def _from_json(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refused(400, "BadRequest", "DeserializationFailure", "the body is no JSON object")
    return found


def _from_xml(content: bytes) -> dict[str, Any]:
    try:
        root, form, name = parse_xml(content, None)
    except DecodeError as fault:
        raise Refused(400, "BadRequest", "DeserializationFailure", str(fault)) from None
    if form is None or name not in (index().roots.input, index().roots.resource):
        raise Refused(400, "BadRequest", "DeserializationFailure", f"the root is no `{index().roots.input}`")
    links = {rel: dict(form.links(root, rel)[0]) for rel in form.rels(root)}
    return {**form.values(root), "_links": links}


def _json(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()
