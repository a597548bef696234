"""What api.yaml says of messages and of the client: forms, headers, entry, discovery, roles and settings."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.changes.rules.found import FACT_CHANGED, Both, Found, Place, matched, order, said, setting
from ucwagen.changes.types.rule import Rule, addition, breaking
from ucwagen.model.types.api import Xml

XML_REMOVED = breaking("xml-form-removed", 'Clients with `format="xml"` fail.', mirror="xml-form-added", gone=True)
XML_ADDED = addition("xml-form-added", "Clients and states have the XML form too.", mirror="xml-form-removed")
NAMESPACE_CHANGED = breaking("xml-namespace-changed", "A server that uses the former namespace is not understood.")
ROOT_CHANGED = breaking("xml-root-changed", "A server that uses the former root element is not understood.")
TYPE_REMOVED = breaking(
    "media-type-removed", "Answers of this media type are not read.", mirror="media-type-added", gone=True
)
TYPE_ADDED = addition("media-type-added", "Answers of this media type are read.", mirror="media-type-removed")
TYPE_SENT_CHANGED = breaking("media-type-sent-changed", "Requests ask for another media type, and send it.")
HEADER_REMOVED = breaking("header-removed", "The client no longer uses the header.", mirror="header-added", gone=True)
HEADER_ADDED = addition("header-added", "The client uses the header.", mirror="header-removed")
HEADER_RENAMED = breaking("header-renamed", "A server that uses the former header is not understood.")
TIME_SPANS_CHANGED = breaking(
    "time-span-form-changed", "Requests write time spans in a form that a server of the other cannot read."
)
ENTRY_PATH_CHANGED = breaking("entry-path-changed", "The client begins at another address.")
ENTRY_CHANGED = breaking("entry-resource-changed", "The resource at which the client begins has other members.")
ENTRY_ADDED = addition(
    "entry-resource-added",
    "The resource at which the client begins has typed members.",
    mirror="entry-resource-removed",
)
ENTRY_REMOVED = breaking(
    "entry-resource-removed",
    "The resource at which the client begins has no typed members.",
    mirror="entry-resource-added",
    gone=True,
)
DISCOVERY_REMOVED = breaking(
    "discovery-removed",
    "Clients take the address of the server, and find none by a domain.",
    mirror="discovery-added",
    gone=True,
)
DISCOVERY_ADDED = breaking(
    "discovery-added",
    "The address that clients take is one of discovery, not that of the server.",
    mirror="discovery-removed",
)
HOST_REMOVED = breaking(
    "discovery-host-removed",
    "A server that is found under this host alone is not found.",
    mirror="discovery-host-added",
    gone=True,
)
HOST_ADDED = addition(
    "discovery-host-added", "Servers are looked for under one host more.", mirror="discovery-host-removed"
)
LOST_CHANGED = breaking("lost-changed", "The client takes another subcode for the sign that its application is gone.")
LOST_REMOVED = breaking(
    "lost-removed", "The client does not notice that its application is gone.", mirror="lost-added", gone=True
)
LOST_ADDED = addition("lost-added", "The client notices that its application is gone.", mirror="lost-removed")
ROLE_REMOVED = breaking(
    "role-removed", "The client loses the features that need the role.", mirror="role-added", gone=True
)
ROLE_ADDED = addition("role-added", "The client has the features that need the role.", mirror="role-removed")
ROLE_MOVED = breaking("role-moved", "The client uses another resource in the role.")
OPERATION_ID_CHANGED = breaking("operation-id-changed", "Operations are followed by another parameter.")
OPERATION_ID_REMOVED = breaking(
    "operation-id-removed", "Clients cannot follow operations.", mirror="operation-id-added", gone=True
)
OPERATION_ID_ADDED = addition("operation-id-added", "Clients can follow operations.", mirror="operation-id-removed")
RULES = (
    XML_REMOVED, XML_ADDED, NAMESPACE_CHANGED, ROOT_CHANGED, TYPE_REMOVED, TYPE_ADDED, TYPE_SENT_CHANGED,
    HEADER_REMOVED, HEADER_ADDED, HEADER_RENAMED, TIME_SPANS_CHANGED, ENTRY_PATH_CHANGED, ENTRY_CHANGED,
    ENTRY_ADDED, ENTRY_REMOVED, DISCOVERY_REMOVED, DISCOVERY_ADDED, HOST_REMOVED, HOST_ADDED, LOST_CHANGED,
    LOST_REMOVED, LOST_ADDED, ROLE_REMOVED, ROLE_ADDED, ROLE_MOVED, OPERATION_ID_CHANGED, OPERATION_ID_REMOVED,
    OPERATION_ID_ADDED,
)  # fmt: skip
ROOTS = ("resource", "input", "error", "events")


def protocol(both: Both, place: Place) -> Iterator[Found]:
    """Every setting."""
    old, new = both.old, both.new
    yield from _xml(old.xml, new.xml, place.inside("xml"))
    yield from _media_types("json", old.json_types, new.json_types, place)
    if old.xml_types and new.xml_types:
        yield from _media_types("xml", old.xml_types, new.xml_types, place)
    yield from _headers(dict(old.headers), dict(new.headers), place.inside("headers"))
    yield from setting(
        old.time_spans, new.time_spans, TIME_SPANS_CHANGED, place.inside("time_spans"), "the form of time spans"
    )
    yield from _entry(both, place.inside("entry"))
    yield from _discovery(old.discovery, new.discovery, place.inside("discovery"))
    rules = (LOST_REMOVED, LOST_ADDED, LOST_CHANGED)
    yield from _optional(old.lost, new.lost, rules, place.inside("lost"), "the subcode of an application that is gone")
    rules = (OPERATION_ID_REMOVED, OPERATION_ID_ADDED, OPERATION_ID_CHANGED)
    ids = old.operation_id, new.operation_id
    yield from _optional(*ids, rules, place.inside("operation_id"), "the parameter that names operations")
    yield from _roles(both, place.inside("roles"))
    if old.doctor != new.doctor:
        yield place.inside("doctor").found(FACT_CHANGED, "what the doctor knows of the API is different")


def _optional(
    old: str | None, new: str | None, rules: tuple[Rule, Rule, Rule], place: Place, what: str
) -> Iterator[Found]:
    """A setting that may be left out: rules of its removal, addition and change."""
    removed, added, changed = rules
    rule = changed if old is not None and new is not None else added if new is not None else removed
    yield from setting(old, new, rule, place, what)


def _xml(old: Xml | None, new: Xml | None, place: Place) -> Iterator[Found]:
    if old is None or new is None:
        if old or new:
            yield place.found(
                *((XML_ADDED, "the XML form is new") if new else (XML_REMOVED, "the XML form is removed"))
            )
        return
    yield from setting(old.namespace, new.namespace, NAMESPACE_CHANGED, place.inside("namespace"), "the XML namespace")
    for root in ROOTS:
        names = getattr(old, root), getattr(new, root)
        yield from setting(*names, ROOT_CHANGED, place.inside(root), f"the root element of `{root}`")


def _media_types(form: str, old: tuple[str, ...], new: tuple[str, ...], place: Place) -> Iterator[Found]:
    place = place.inside(f"media_types.{form}")
    rows = matched(old, new, lambda row: row)
    for row in rows.gone:
        yield place.inside(row).found(TYPE_REMOVED, f"media type `{row}` is removed")
    for row in rows.new:
        yield place.inside(row).found(TYPE_ADDED, f"media type `{row}` is new")
    if old[:1] != new[:1]:
        message = f"the media type of {form.upper()} in requests is {said(new[:1])}, was {said(old[:1])}"
        yield place.found(TYPE_SENT_CHANGED, message)
    else:
        yield from order(rows, place, f"media types of {form.upper()}")


def _headers(old: dict[str, str], new: dict[str, str], place: Place) -> Iterator[Found]:
    for key in sorted(old.keys() | new.keys()):
        rules = (HEADER_REMOVED, HEADER_ADDED, HEADER_RENAMED)
        yield from _optional(old.get(key), new.get(key), rules, place.inside(key), f"the header `{key}`")


def _entry(both: Both, place: Place) -> Iterator[Found]:
    old, new = both.old.entry, both.new.entry
    yield from setting(old.path, new.path, ENTRY_PATH_CHANGED, place.inside("path"), "the path of the entry")
    if both.leads_elsewhere(old.resource, new.resource):
        rule = ENTRY_CHANGED if old.resource and new.resource else ENTRY_ADDED if new.resource else ENTRY_REMOVED
        pages = (ref.page if ref else None for ref in (new.resource, old.resource))
        words = "the resource at the entry is {}, was {}".format(*map(said, pages))
        yield place.inside("resource").found(rule, words)


def _discovery(old: tuple[str, ...], new: tuple[str, ...], place: Place) -> Iterator[Found]:
    if bool(old) != bool(new):
        yield place.found(
            *((DISCOVERY_ADDED, "discovery is new") if new else (DISCOVERY_REMOVED, "discovery is removed"))
        )
        return
    rows = matched(old, new, lambda row: row)
    place = place.inside("hosts")
    for row in rows.gone:
        yield place.inside(row).found(HOST_REMOVED, f"host `{row}` of discovery is removed")
    for row in rows.new:
        yield place.inside(row).found(HOST_ADDED, f"host `{row}` of discovery is new")
    yield from order(rows, place, "hosts of discovery")


def _roles(both: Both, place: Place) -> Iterator[Found]:
    old, new = dict(both.old.roles), dict(both.new.roles)
    for role in sorted(old.keys() | new.keys()):
        mine, theirs = old.get(role), new.get(role)
        if both.leads_elsewhere(mine, theirs):
            rule = ROLE_MOVED if mine and theirs else ROLE_ADDED if theirs else ROLE_REMOVED
            pages = (ref.page if ref else None for ref in (theirs, mine))
            yield place.inside(role).found(rule, f"role `{role}` is {{}}, was {{}}".format(*map(said, pages)))
