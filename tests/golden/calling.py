"""From a documented request to its call: the sample's arguments, passed to the generated method."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml import etree
from tests.golden.corpus import Case, argument, link_class, model

from ucwa2._runtime import Call, Response
from ucwa2._runtime.values.kinds import KINDS, enumeration
from ucwagen.model.types.api import Kind, Operation, Parameter, Place

ANYWHERE = "https://lyncweb.contoso.com/ucwa/v1/applications/101"
TAG = "If-Match"
Wire = dict[str, Any]
"""Wire values by name, as the sample has them."""


def call_of(case: Case) -> Call[Any]:
    """The call that a documented request is, made by the generated method of the generated link class."""
    link = link_class(case.resource.ref)(server_href(case))
    method = getattr(link, case.operation.method.lower())
    if updates(case.operation, case):
        return method(_base(case), **arguments(case))
    if case.operation.content:
        return method(case.message.body.encode(), content_type=header(case, "content-type"), **arguments(case))
    call, more = method(**arguments(case)), beyond(case)
    return call.with_(body=more) if more else call


def answered(case: Case) -> Call[Any]:
    """The call that a documented response answers; where the page leaves it out, one without arguments."""
    if case.asked:
        return call_of(case.asked)
    return getattr(link_class(case.resource.ref)(ANYWHERE), case.operation.method.lower())()


def arguments(case: Case) -> dict[str, Any]:
    """Keyword arguments by Python name: those of the sample, and those declared as supplied."""
    wire = {**query_of(case), **body_of(case), **moved(case)}
    rows = [row for row in case.operation.parameters if wire.get(row.name) is not None]
    given = {row.name: _value(row, wire[row.name]) for row in rows}
    for name, value in supplied(case).items():
        if name != TAG:
            row = next(row for row in case.operation.parameters if row.name == name)
            given[name] = _value(row, [value] if row.type.many else value)
    tag = header(case, "if-none-match")
    return {argument(name): value for name, value in given.items()} | ({"if_none_match": tag} if tag else {})


def supplied(case: Case) -> dict[str, str]:
    """The arguments that the sample omits and the specs supply."""
    pairs = (mend.partition(" = ") for mend in case.mends("supplied"))
    return {name: value for name, _, value in pairs}


def updates(operation: Operation, case: Case) -> bool:
    """Whether the method takes the state to change."""
    return operation.method == "PUT" and case.resource.ref.owner.has_state and not operation.content


def target(case: Case) -> str:
    """The address in the start line of a request."""
    return case.message.start.split(" ")[1]


def header(case: Case, name: str) -> str | None:
    """A header of the sample."""
    return next((value for key, value in case.message.headers if key.lower() == name), None)


def server_href(case: Case) -> str:
    """The address without the parameters that the method adds, as the server sent it."""
    split = urlsplit(target(case))
    added = _in_query(case) | moved(case).keys()
    kept = [pair for pair in parse_qsl(split.query, keep_blank_values=True) if pair[0] not in added]
    return urlunsplit(split._replace(query=urlencode(kept)))


def query_of(case: Case) -> Wire:
    """Documented parameters in the address of the sample."""
    wire: Wire = {}
    for name, value in parse_qsl(urlsplit(target(case)).query, keep_blank_values=True):
        if name in _in_query(case):
            wire.setdefault(name, []).append(value)
    many = {row.name for row in case.operation.parameters if row.type.many}
    return {name: values if name in many else values[-1] for name, values in wire.items()}


def beyond(case: Case) -> Wire:
    """Parameters that the sample sends and no page of a resource has."""
    sent = body_of(case) if case.mends("undocumented") else {}
    return {name: wire for name, wire in sent.items() if name in case.mends("undocumented")}


def moved(case: Case) -> Wire:
    """Parameters that the sample is declared to have in the address, and the method in the body."""
    rows = {row.name: row for row in case.operation.parameters if Place.BODY in row.places}
    sent = parse_qsl(urlsplit(target(case)).query, keep_blank_values=True)
    declared = case.mends("moved")
    return {name: KINDS[rows[name].type.kind.value].read(value) for name, value in sent if name in declared}


def body_of(case: Case) -> Wire:
    """Members of the body of the sample; data links by their addresses."""
    body = case.message.body
    if case.operation.content or not body.strip():
        return {}
    return _json_members(case, json.loads(body)) if case.example.format == "json" else dict(_xml_members(body))


def _json_members(case: Case, tree: Wire) -> Wire:
    """The members, and the addresses of those links that are parameters."""
    names = {row.name for row in case.operation.parameters}
    links = tree.pop("_links", {})
    hrefs = {
        rel: [item["href"] for item in link] if isinstance(link, list) else link["href"]
        for rel, link in links.items()
        if rel in names
    }
    kept = {rel: link for rel, link in links.items() if rel not in names}
    return tree | hrefs | ({"_links": kept} if kept else {})


def _xml_members(body: str) -> Iterator[tuple[str, Any]]:
    for child in etree.fromstring(body.encode()):
        match etree.QName(child).localname:
            case "property":
                yield child.get("name"), child.text or ""
            case "propertyList":
                yield child.get("name"), [item.text or "" for item in child]
            case "link":
                yield child.get("rel"), child.get("href")


def _in_query(case: Case) -> set[str]:
    return {row.name for row in case.operation.parameters if Place.QUERY in row.places}


def _value(row: Parameter, wire: Any) -> Any:
    if isinstance(wire, list):
        return [_value(row, item) for item in wire]
    if row.type.kind is Kind.ENUM:
        return enumeration(f"enums.{row.type.enum.name}").read(wire)
    return KINDS[row.type.kind.value].read(wire)


def _base(case: Case) -> Any:
    """The state to change: what the sample sends beside the parameters, which are the changes, and the entity tag."""
    parameters = {row.name for row in case.operation.parameters}
    kept = {name: value for name, value in body_of(case).items() if name not in parameters}
    tag = header(case, "if-match") or supplied(case)[TAG]
    headers = {"Content-Type": f"application/{case.example.format}", "ETag": tag}
    content = json.dumps(kept).encode() if case.example.format == "json" else _resource(kept)
    get = link_class(case.resource.ref)(target(case)).get()
    return get.read(Response(200, headers, content, target(case)))


def _resource(members: Wire) -> bytes:
    root = etree.Element("resource", nsmap={None: model().xml.namespace})
    for name, value in members.items():
        etree.SubElement(root, "property", name=name).text = value
    return etree.tostring(root)
