"""The XML form: elements that name their members in an attribute, with XML objects of OpenAPI.

OpenAPI 3.1 has no word for the text of an element that has attributes too: ``x-node-type`` says it, as 3.2 does.
"""

from __future__ import annotations

from typing import Any

from ucwagen.model.types.api import Api, Xml
from ucwagen.oas.text.names import (
    XML_ERROR,
    XML_EVENTS,
    XML_INPUT,
    XML_LINK,
    XML_LIST,
    XML_PROPERTY,
    XML_RESOURCE,
    schema_ref,
)

Json = dict[str, Any]


def xml_schemas(api: Api, *, has_events: bool) -> Json:
    """The schemas of the documents and their parts; none in an API without an XML form."""
    if api.xml is None:
        return {}
    return {
        XML_LINK: _link(),
        XML_PROPERTY: _property(),
        XML_LIST: _property_list(),
        XML_RESOURCE: _resource(api.xml),
        XML_INPUT: _input(api.xml),
        XML_ERROR: _error(api.xml),
        **({XML_EVENTS: _events(api.xml)} if has_events else {}),
    }


def _resource(xml: Xml) -> Json:
    """A resource; embedded ones lie inside it."""
    members = {
        "rel": _attribute(),
        "href": _attribute(),
        **_values(),
        "resource": _list(schema_ref(XML_RESOURCE), xml.resource),
    }
    return _document(members, xml.resource, xml.namespace, "A resource: the members of the JSON form, as elements.")


def _input(xml: Xml) -> Json:
    return _document(_values(), xml.input, xml.namespace, "The parameters of a request, as elements.")


def _error(xml: Xml) -> Json:
    """An error; those of events have no namespace of their own."""
    members = {name: {"type": "string"} for name in ("code", "subcode", "message")}
    wrong = {"type": "object", "properties": {"property": _list(schema_ref(XML_PROPERTY), "property")}}
    return _document(members | {"parameters": wrong}, xml.error, xml.namespace, "Why a request was refused.")


def _events(xml: Xml) -> Json:
    """A page of events. The element of an event has the name of its type."""
    sender = _element({"rel": _attribute(), "href": _attribute()}, "sender")
    members = {"href": _attribute(), "link": _list(schema_ref(XML_LINK), "link"), "sender": _list(sender, "sender")}
    return _document(members, xml.events, xml.namespace, "A page of the event channel.")


def _values() -> Json:
    """Links, and values one by one and in lists."""
    return {
        "link": _list(schema_ref(XML_LINK), "link"),
        "property": _list(schema_ref(XML_PROPERTY), "property"),
        "propertyList": _list(schema_ref(XML_LIST), "propertyList"),
    }


def _link() -> Json:
    names = ("rel", "href", "title", "revision")
    return _element({name: _attribute() for name in names}, "link") | {"required": ["rel", "href"]}


def _property() -> Json:
    text = {"type": "string", "xml": {"x-node-type": "text"}}
    return _element({"name": _attribute(), "value": text}, "property") | {"required": ["name"]}


def _property_list() -> Json:
    items = {"name": _attribute(), "item": _list({"type": "string"}, "item")}
    return _element(items, "propertyList") | {"required": ["name"]}


def _attribute() -> Json:
    return {"type": "string", "xml": {"attribute": True}}


def _list(items: Json, name: str) -> Json:
    """Elements side by side, without one around them."""
    return {"type": "array", "items": items, "xml": {"name": name, "wrapped": False}}


def _element(members: Json, name: str) -> Json:
    return {"type": "object", "properties": members, "xml": {"name": name}}


def _document(members: Json, name: str, namespace: str, text: str) -> Json:
    return {
        "type": "object",
        "description": text,
        "properties": members,
        "xml": {"name": name, "namespace": namespace},
    }
