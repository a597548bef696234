"""Resources, errors and events in JSON and XML, and the bodies of requests in either format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..._runtime.base.errors import DecodeError
from ..._runtime.base.registry import index, load
from ..._runtime.codecs import xml_writer
from ..._runtime.states.compare import attributes
from ..._runtime.states.parse import parse_xml
from ..._runtime.states.state import State
from .entity_tags import tagged
from .error_table import subcode_of
from .json_input import body_from_json
from .messages import Format, HttpError, HttpRequest, HttpResponse, member
from .shown_links import shown_link, with_shown_links

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML or UTF-8 cannot carry."""


def encode(answer: HttpResponse, form: Format) -> tuple[bytes, str | None]:
    """The bytes of a response and their media type."""
    if answer.content is not None:
        return answer.content, answer.headers.get("content-type")
    if answer.body is None:
        return b"", None
    kind = (index().json_types if form == "json" else index().xml_types)[0]
    body = with_shown_links(revised(tagged(answer.body)))
    if form == "json":
        return _json(body), kind
    if "sender" in body or (body.keys() == {"_links"} and answer.state is None):
        return events_xml(body), kind
    return state_xml(body, answer.state), kind


def revised(value: Any) -> Any:
    """A body whose links carry the newest revision of their target, if that is not the first."""
    if isinstance(value, list):
        return [revised(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {name: revised(item) for name, item in value.items()}
    if isinstance(found.get("_links"), dict):
        found["_links"] = {rel: _newest(rel, link) for rel, link in found["_links"].items()}
    if isinstance(found.get("link"), dict):
        found["link"] = _newest(found["link"].get("rel", ""), found["link"])
    return found


def _newest(rel: str, link: Any) -> Any:
    newest = _revisions().get(rel, 1)
    if newest == 1:
        return link
    if isinstance(link, list):
        return [{**one, "revision": newest} for one in link]
    return {**link, "revision": newest}


@cache
def _revisions() -> dict[str, int]:
    """The newest revision of each rel."""
    return dict(sorted(index().revisions))


def state_xml(body: dict[str, Any], path: str | None) -> bytes:
    """A resource in XML."""
    kind: type[State] = load(path) if path else State
    return kind.from_json(_json(body)).to_xml()


def rendered(request: HttpRequest, found: HttpResponse | HttpError) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and bytes. A header value of several lines becomes one header for each line."""
    form = request.format
    content, media_type = error_body(found, form) if isinstance(found, HttpError) else encode(found, form)
    headers = {**found.headers, **({"content-type": media_type} if media_type else {})}
    if "location" in headers:
        headers["location"] = shown_link(headers["location"])
    return found.status, [(name, line) for name, value in headers.items() for line in value.split("\n")], content


def error_body(error: HttpError, form: Format) -> tuple[bytes, str]:
    """The body of an error and its media type."""
    body = error.json()
    if form == "json":
        return _json(body), index().json_types[0]
    space = f' xmlns="{xml_writer.quote(index().namespace)}"'
    return f"{xml_writer.HEAD}{_error_xml(body, space)}".encode(), index().xml_types[0]


def _error_xml(body: dict[str, Any], space: str = "") -> str:
    """An error as an element: a document of its own, or part of an event."""
    members = "".join(
        f"<{name}>{xml_writer.escape(str(body[name]))}</{name}>"
        for name in ("code", "subcode", "message")
        if name in body
    )
    rows = "".join(
        f'<property name="{xml_writer.quote(row["name"])}">{xml_writer.escape(row["reason"])}</property>'
        for row in body.get("parameters", ())
    )
    root = index().roots.error
    return f"<{root}{space}>{members}{f'<parameters>{rows}</parameters>' if rows else ''}</{root}>"


def events_xml(page: dict[str, Any]) -> bytes:
    """A page of events in XML."""
    links = dict(page["_links"])
    own = links.pop("self", None)
    root = index().roots.events
    start = f' href="{xml_writer.quote(own["href"])}"' if own else ""
    parts = [xml_writer.HEAD, f'<{root}{start} xmlns="{xml_writer.quote(index().namespace)}">']
    parts += [xml_writer.link(rel, attributes(link)) for rel, link in links.items()]
    for sender in page.get("sender", ()):
        parts.append(f'<sender rel="{sender["rel"]}" href="{xml_writer.quote(sender["href"])}">')
        for event in sender["events"]:
            parts += _event_xml(event)
        parts.append("</sender>")
    return xml_writer.finish([*parts, f"</{root}>"])


def _event_xml(event: dict[str, Any]) -> Iterator[str]:
    kind = event["type"]
    status = {"status": event["status"]} if "status" in event else {}
    shown = (f' {name}="{xml_writer.quote(str(value))}"' for name, value in {**event["link"], **status}.items())
    yield f"<{kind}{''.join(shown)}>"
    if "in" in event:
        yield f'<in rel="{xml_writer.quote(event["in"]["rel"])}" href="{xml_writer.quote(event["in"]["href"])}"/>'
    for rel, body in event.get("_embedded", {}).items():
        document = state_xml({**body, "rel": body.get("rel", rel)}, index().states.get(rel)).decode()
        yield document.removeprefix(xml_writer.HEAD)
    if "reason" in event:
        yield _error_xml(event["reason"])
    yield f"</{kind}>"


def decode(request: HttpRequest) -> dict[str, Any]:
    """The body of a request by name; values of XML are strings or lists of strings."""
    kind = request.media_type
    if not request.content:
        return {}
    if kind.endswith(("/json", "+json")):
        return _from_json(request.content)
    if kind.endswith(("/xml", "+xml")) and index().xml_types:
        return _from_xml(request.content)
    if not kind:
        return _of_no_type(request.content)
    raise HttpError(415, message=f"{kind} is not accepted")


def _of_no_type(content: bytes) -> dict[str, Any]:
    """A body that states no media type, by its first character."""
    is_xml = content.lstrip()[:1] == b"<" and index().xml_types
    return _from_xml(content) if is_xml else _from_json(content)


def _from_json(content: bytes) -> dict[str, Any]:
    try:
        found = body_from_json(content)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise _unreadable("the body is not a JSON object")
    check_characters(found)
    _check_links(member(found, "_links"))
    return found


def _check_links(links: Any) -> None:
    """Raise ``HttpError`` for links without an address."""
    if links is not None and not isinstance(links, dict):
        raise _unreadable("`_links` is not a JSON object")
    for rel, found in (links or {}).items():
        for link in found if isinstance(found, list) else [found]:
            if not (isinstance(link, dict) and isinstance(member(link, "href"), str)):
                raise _unreadable(f"the link `{rel}` has no `href`")


def check_characters(value: Any) -> None:
    """Raise ``HttpError`` for strings that XML or UTF-8 cannot carry."""
    if isinstance(value, str) and _FORBIDDEN.search(value):
        raise _unreadable("a string holds a character that is not allowed")
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        check_characters(item)


def _unreadable(message: str) -> HttpError:
    return HttpError(400, None, subcode_of("body"), message)


def _from_xml(content: bytes) -> dict[str, Any]:
    try:
        root, form, name = parse_xml(content, None)
        if form is None or name not in (index().roots.input, index().roots.resource):
            raise _unreadable(f"the root element is not `{index().roots.input}`")
        links = {rel: dict(form.links(root, rel)[0]) for rel in form.rels(root)}
        return {**form.values(root), "_links": links}
    except DecodeError as fault:
        raise _unreadable(str(fault)) from None


def _json(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()
