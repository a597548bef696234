"""api.yaml: from its spec to the settings of the API; faults of settings that no client could use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ucwagen.diagnostics import Collector
from ucwagen.model.resources.refs import PAGE
from ucwagen.model.settings.needs import check_needs
from ucwagen.model.settings.xml import check_xml
from ucwagen.model.types.api import EntryPoint, Expired, Member, Minted, ResourceRef, SignIn, Xml
from ucwagen.model.words.headers import check_request_header, check_response_header
from ucwagen.model.words.lookup import ErrorText, find
from ucwagen.model.words.media import check_media_types
from ucwagen.source.text import shown
from ucwagen.spec.api import ApiSpec, EntrySpec, MediaTypesSpec, SignInSpec, XmlSpec
from ucwagen.spec.base import Spec

LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE | re.ASCII)
PATH = re.compile(r"(?!//|[A-Z][A-Z0-9+.-]*:)(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+", re.IGNORECASE | re.ASCII)
EDITION = re.compile(r"[A-Z0-9](?:[\w.-]*[A-Z0-9])?", re.IGNORECASE | re.ASCII)
"""A folder of pages is named after its edition."""
WORD = re.compile(r"[A-Z][A-Z0-9]*", re.IGNORECASE | re.ASCII)
RESPONSE_HEADERS = frozenset({"diagnostics"})
STATUSES = range(400, 600)
UNAUTHORIZED = 401

ENTRY = ErrorText("`entry` names unknown resource", "name a page that has a spec")
LOST = ErrorText("`lost` is an unknown subcode:", "name a member of the enumeration that has the role `subcodes`")


def check_api(api: ApiSpec, faults: Collector) -> None:
    """Faults of api.yaml that need no other spec."""
    if PAGE not in api.reference:
        faults.error(api.span("reference"), f"the address of a page needs `{PAGE}` where its name goes; add it")
    check_needs(api, faults)
    for key, name in api.headers.items():
        check = check_response_header if key in RESPONSE_HEADERS else check_request_header
        check(name, api.span("headers", key), faults)
    _check_forms(api, api.media_types, faults)
    _check_words(api, "acronyms", WORD, "one word of letters and digits", faults)
    _check_distinct(api, "editions", faults)
    _check_words(api, "editions", EDITION, "an edition such as `2022`", faults)
    if api.discovery:
        _check_distinct(api.discovery, "hosts", faults)
        _check_words(api.discovery, "hosts", LABEL, "a label of a host name such as `discover`", faults)
    if api.sign_in:
        _check_distinct(api.sign_in, "grants", faults)
        _check_expired(api.sign_in, faults)
    if api.entry and not PATH.fullmatch(api.entry.path):
        message = f"{shown(api.entry.path)} is no path; write one such as `/`, without host, query and spaces"
        faults.error(api.entry.span("path"), message)


def xml(spec: XmlSpec | None) -> Xml | None:
    """The XML form, where the API has one."""
    return Xml(spec.namespace, spec.resource, spec.input, spec.error, spec.events) if spec else None


def entry(spec: EntrySpec | None, known: Mapping[str, ResourceRef], faults: Collector) -> EntryPoint:
    """Where the API begins."""
    if spec is None or spec.resource is None:
        return EntryPoint(spec.path if spec else "/", None)
    return EntryPoint(spec.path, find(known, spec.resource, spec.span("resource"), faults, ENTRY))


def sign_in(spec: SignInSpec | None) -> SignIn | None:
    """How a client gets a token, where it needs one."""
    if spec is None:
        return None
    found = spec.expired
    return SignIn(spec.grants, Expired(found.status, found.header, found.code) if found else None)


def check_lost(api: ApiSpec, subcodes: Mapping[str, Member] | None, faults: Collector) -> None:
    """The subcode that says that the application is gone is one of the known subcodes."""
    if api.lost is not None and subcodes is not None:
        find(subcodes, api.lost, api.span("lost"), faults, LOST)


def minted(api: ApiSpec, faults: Collector) -> tuple[Minted, ...]:
    """The parameters that are made when left out, the operation ID first."""
    own = () if api.operation_id is None else (Minted(api.operation_id, api.span("operation_id")),)
    _check_distinct(api, "minted", faults)
    return (*own, *(Minted(name, api.span("minted", index)) for index, name in enumerate(api.minted)))


def _check_forms(api: ApiSpec, types: MediaTypesSpec, faults: Collector) -> None:
    check_media_types(types, "json_", types.json_, faults)
    if types.xml is not None:
        check_media_types(types, "xml", types.xml, faults)
    if api.xml:
        check_xml(api.xml, faults)
    if types.xml is None and api.xml:
        faults.error(api.xml.key, "`xml` needs its media types; add `xml` to `media_types`, or remove it here")
    if types.xml is not None and not api.xml:
        message = "the XML form needs a namespace; add `xml` with its `namespace`, or remove `xml` here"
        faults.error(types.span("xml"), message)


def _check_expired(spec: SignInSpec, faults: Collector) -> None:
    expired = spec.expired
    if expired:
        check_response_header(expired.header, expired.span("header"), faults)
    if expired and (expired.status not in STATUSES or expired.status == UNAUTHORIZED):
        message = f"`{expired.status}` is no status that needs this; write one from 400 to 599 other than 401"
        faults.error(expired.span("status"), message)


def _check_distinct(spec: Spec, field: str, faults: Collector) -> None:
    values: Sequence[str] = getattr(spec, field)
    for index, value in enumerate(values):
        if value in values[:index]:
            faults.error(spec.span(field, index), f"{shown(value)} is given twice; keep one")
    if not values and field in spec.model_fields_set:
        faults.error(spec.span(field), f"`{field}` is empty; name at least one")


def _check_words(spec: Spec, field: str, pattern: re.Pattern[str], due: str, faults: Collector) -> None:
    for index, value in enumerate(getattr(spec, field)):
        if not pattern.fullmatch(value):
            faults.error(spec.span(field, index), f"{shown(value)} cannot stand here; write {due}")
