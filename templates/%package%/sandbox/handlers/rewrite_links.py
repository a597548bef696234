"""Responses whose links lead to another address, as a hostile or broken server sends them."""

from __future__ import annotations

from typing import Any

from ..http.messages import HttpResponse
from ..state.faults import Fault, is_header


def with_rewritten_links(fault: Fault, response: HttpResponse) -> HttpResponse:
    """The response with the link of the fault in place of its links, in the body and in ``Location``."""
    if fault.kind != "link":
        return response
    if response.body is not None:
        response.body = _rewritten(response.body, fault)
    if "location" in response.headers and fault.rel in ("", "location") and is_header(fault.link):
        response.headers["location"] = fault.link
    return response


def _rewritten(value: Any, fault: Fault) -> Any:
    if isinstance(value, list):
        return [_rewritten(item, fault) for item in value]
    if not isinstance(value, dict):
        return value
    found = {name: _rewritten(item, fault) for name, item in value.items()}
    if isinstance(found.get("_links"), dict):
        found["_links"] = {rel: _to(link, rel, fault) for rel, link in found["_links"].items()}
    for name in ("link", "in"):
        if isinstance(found.get(name), dict):
            found[name] = _to(found[name], found[name].get("rel", ""), fault)
    return _to(found, found.get("rel", ""), fault) if "events" in found and "href" in found else found


def _to(link: Any, rel: str, fault: Fault) -> Any:
    """A link, or each link of a list, with the address of the fault."""
    if fault.rel not in ("", rel):
        return link
    return [{**one, "href": fault.link} for one in link] if isinstance(link, list) else {**link, "href": fault.link}
