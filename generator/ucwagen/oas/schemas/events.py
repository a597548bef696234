"""A page of the event channel: what each sender reports, in order, and the address of the next page."""

from __future__ import annotations

from typing import Any

from ucwagen.model.types.api import Api
from ucwagen.oas.text.names import ANY_RESOURCE, ERROR, LINK, schema_ref
from ucwagen.oas.text.prose import paragraphs

Json = dict[str, Any]


def event_page(api: Api) -> Json:
    """The schema of a page of events; events that the reference names are in ``x-events``."""
    types = dict.fromkeys(event.type for resource in api.resources for event in resource.events)
    known = ", ".join(f"`{name}`" for name in types)
    return {
        "type": "object",
        "description": paragraphs(
            (
                "A page of the event channel. The request waits until events are due; the next one goes to the link "
                "`next`, which acknowledges this page. After `resync` the client reads its resources again.",
                "Events arrive as answers of this request: there are no webhooks.",
            )
        ),
        "properties": {"_links": _links(), "sender": {"type": "array", "items": _sender(known)}},
        "required": ["_links"],
        "x-events": [
            {
                "type": event.type,
                "rel": event.resource,
                "sender": event.sender,
                "priority": event.priority,
                "summary": event.summary,
            }
            for resource in api.resources
            for event in resource.events
        ],
    }


def _links() -> Json:
    link = schema_ref(LINK)
    return {"type": "object", "properties": {"self": link, "next": link, "resync": link}}


def _sender(types: str) -> Json:
    """What one resource reports."""
    return {
        "type": "object",
        "properties": {**_named(), "events": {"type": "array", "items": _event(types)}},
        "required": ["rel", "href", "events"],
    }


def _event(types: str) -> Json:
    """One event. What it is about stands in its link, or in the resource that it embeds."""
    link = {"type": "object", "properties": _named() | {"title": {"type": "string"}}, "required": ["rel", "href"]}
    return {
        "type": "object",
        "properties": {
            "link": link,
            "in": link,
            "type": {"type": "string", "description": f"What happened: {types}." if types else "What happened."},
            "status": {"type": "string", "description": "How an operation ended: `Success` or `Failure`."},
            "reason": schema_ref(ERROR),
            "_embedded": {"type": "object", "additionalProperties": schema_ref(ANY_RESOURCE)},
        },
        "required": ["link", "type"],
    }


def _named() -> Json:
    return {"rel": {"type": "string"}, "href": {"type": "string", "format": "uri-reference"}}
