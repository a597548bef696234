"""A resource as a person sees it: in both formats, with the line that makes the call, and where its links lead."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from ..._runtime.base.registry import index
from ..._runtime.requests.operations import Operation, Parameter
from ..handlers.asker import Asker
from ..http.formats import encode, error_body, revised
from ..http.messages import Format, HttpError, HttpResponse
from ..pages.catalogue import catalogue
from .python_lines import Via, entry_line, line

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


class Visit(msgspec.Struct, forbid_unknown_fields=True):
    """What a person asks for: a method of the resource at an address, in the name of a user."""

    user: str
    href: str
    rel: str = ""
    method: str = "GET"
    arguments: dict[str, Any] = {}
    via: Via | None = None


def visit(asker: Asker, asked: Visit) -> dict[str, Any]:
    """What came back: status, both documents, the line in Python, and the links."""
    target = asked.href.removeprefix(asker.base)
    if not target.startswith("/") or asked.method not in METHODS:
        raise HttpError(400, message="only addresses of the sandbox can be followed here")
    rel = asked.rel or _rel_at(target)
    found = _asked(asker, asked, target)
    is_entry = target == index().entry.path and asked.method == "GET" and asked.via is None
    wanted = (
        entry_line(rel) if is_entry else line(asked.via, rel, f"{asker.base}{target}", asked.method, asked.arguments)
    )
    body = found.body if isinstance(found, HttpResponse) else None
    return {
        "status": found.status,
        "headers": {name: value for name, value in found.headers.items() if name != "www-authenticate"},
        "json": _document(found, "json"),
        "xml": _document(found, "xml") if index().xml_types else None,
        "python": {"text": wanted.text, "before": wanted.before, "variable": wanted.variable},
        "rel": str((body or {}).get("rel", rel)),
        "links": [*_links(body or {}, rel)],
        "operations": operations(rel),
    }


def _asked(asker: Asker, asked: Visit, target: str) -> HttpResponse | HttpError:
    """The response or the error; reading is not shown to watchers."""
    try:
        if asked.method == "GET":
            return asker.answer(asker.request("GET", target, {}))
        return asker.ask(asked.method, target, asked.arguments if asked.arguments or asked.method != "DELETE" else None)
    except HttpError as error:
        return error


def _document(found: HttpResponse | HttpError, form: Format) -> str:
    """The text of a document in a format."""
    if isinstance(found, HttpError):
        return _text(error_body(found, form)[0], form)
    if found.content is not None and not _is_text(found):
        return f"{len(found.content)} bytes of {found.headers.get('content-type', 'no media type')}"
    return _text(encode(found, form)[0], form)


def _is_text(found: HttpResponse) -> bool:
    kind = found.headers.get("content-type", "").partition(";")[0]
    return kind.startswith("text/") or kind.endswith(("json", "xml"))


def _text(content: bytes, form: Format) -> str:
    text = content.decode("utf-8", "replace")
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False) if form == "json" and text else text
    except ValueError:
        return text


def _links(body: dict[str, Any], around: str) -> Iterator[dict[str, Any]]:
    """Where a body leads: its links but the one to itself, and the resources that are embedded in it."""
    body = revised(body)
    for rel, links in body.get("_links", {}).items():
        several = links if isinstance(links, list) else [links]
        for number, link in enumerate(several):
            if rel != "self" and _is_address(link):
                yield _node(rel, link["href"], number, link.get("title", ""), is_embedded=False)
    for rel, resources in body.get("_embedded", {}).items():
        for number, found in enumerate(resources if isinstance(resources, list) else [resources]):
            own = found.get("_links", {}).get("self")
            if _is_address(own):
                yield _node(rel, own["href"], number, str(found.get("name", "")), is_embedded=True)


def _is_address(link: Any) -> bool:
    return isinstance(link, dict) and str(link.get("href", "")).startswith(("/", "http://", "https://"))


def _node(rel: str, href: str, number: int, title: str, *, is_embedded: bool) -> dict[str, Any]:
    return {
        "rel": rel,
        "href": href,
        "number": number,
        "title": title,
        "embedded": is_embedded,
        "operations": operations(rel),
    }


def _rel_at(target: str) -> str:
    """The rel of the resource at an address."""
    entry = index().entry
    if target == entry.path and entry.link:
        return next((rel for rel, path in index().links.items() if path == entry.link), "")
    pages = catalogue().at(target.partition("?")[0])
    return pages[0].rel if pages else ""


def operations(rel: str) -> dict[str, Any]:
    """The methods of a rel with their parameters; a resource that no page documents can be read."""
    page = next((page for page in catalogue().pages.values() if page.rel == rel), None)
    if page is None:
        return {"GET": []}
    known = {method: page.operation(method) for method in METHODS}
    found = {method: _parameters(operation) for method, operation in known.items() if operation}
    if rel == index().roles.get("events"):
        return {}
    return found or {method: [] for method in sorted(page.methods)}


def _parameters(operation: Operation) -> list[dict[str, Any]]:
    return [_parameter(one) for one in operation.parameters]


def _parameter(parameter: Parameter) -> dict[str, Any]:
    kind = parameter.kind
    return {
        "name": parameter.name,
        "kind": kind.word.rpartition(".")[2],
        "many": parameter.many,
        "required": parameter.required,
        "choices": [*kind.members] if kind.members else [],
    }
