"""Answers whose links lead elsewhere, as a hostile or broken server would give them."""

from __future__ import annotations

from typing import Any

from .faults import Fault, is_header
from .http_messages import HttpResponse


def with_rewritten_links(fault: Fault, answer: HttpResponse) -> HttpResponse:
    """An answer whose links, in its body or its headers, lead to where the fault says."""
    if fault.kind != "link":
        return answer
    if answer.body is not None:
        answer.body = _relinked(answer.body, fault)
    if "location" in answer.headers and fault.rel in ("", "location") and is_header(fault.link):
        answer.headers["location"] = fault.link
    return answer


def _relinked(value: Any, fault: Fault) -> Any:
    if isinstance(value, list):
        return [_relinked(item, fault) for item in value]
    if not isinstance(value, dict):
        return value
    found = {name: _relinked(item, fault) for name, item in value.items()}
    if isinstance(found.get("_links"), dict):
        found["_links"] = {rel: _led(link, rel, fault) for rel, link in found["_links"].items()}
    for name in ("link", "in"):
        if isinstance(found.get(name), dict):
            found[name] = _led(found[name], found[name].get("rel", ""), fault)
    return _led(found, found.get("rel", ""), fault) if "events" in found and "href" in found else found


def _led(link: Any, rel: str, fault: Fault) -> Any:
    """A link, or each of several, with another address."""
    if fault.rel not in ("", rel):
        return link
    return [{**one, "href": fault.link} for one in link] if isinstance(link, list) else {**link, "href": fault.link}
