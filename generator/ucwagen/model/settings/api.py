"""api.yaml: from its spec to the settings of the API; faults of settings that no client could use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector
from ucwagen.model.resources.refs import PAGE
from ucwagen.model.settings.needs import check_needs
from ucwagen.model.settings.sign_in import check_sign_in
from ucwagen.model.settings.xml import check_xml
from ucwagen.model.types.api import EntryPoint, Member, Minted, ResourceRef, Xml
from ucwagen.model.words.headers import check_request_header, check_response_header
from ucwagen.model.words.lists import check_distinct, check_words
from ucwagen.model.words.lookup import ErrorText, find
from ucwagen.model.words.media import check_media_types
from ucwagen.source.text import shown

if TYPE_CHECKING:
    from ucwagen.spec.api import ApiSpec, EntrySpec, MediaTypesSpec, XmlSpec

LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE | re.ASCII)
PATH = re.compile(r"(?!//|[A-Z][A-Z0-9+.-]*:)(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+", re.IGNORECASE | re.ASCII)
EDITION = re.compile(r"[A-Z0-9](?:[\w.-]*[A-Z0-9])?", re.IGNORECASE | re.ASCII)
"""A folder of pages is named after its edition."""
WORD = re.compile(r"[A-Z][A-Z0-9]*", re.IGNORECASE | re.ASCII)
RESPONSE_HEADERS = frozenset({"diagnostics"})

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
    check_words(api, "acronyms", WORD, "one word of letters and digits", faults)
    check_distinct(api, "editions", faults)
    check_words(api, "editions", EDITION, "an edition such as `2022`", faults)
    if api.discovery:
        check_distinct(api.discovery, "hosts", faults)
        check_words(api.discovery, "hosts", LABEL, "a label of a host name such as `discover`", faults)
    if api.sign_in:
        check_sign_in(api.sign_in, api.headers, faults)
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


def check_lost(api: ApiSpec, subcodes: Mapping[str, Member] | None, faults: Collector) -> None:
    """The subcode that says that the application is gone is one of the known subcodes."""
    if api.lost is not None and subcodes is not None:
        find(subcodes, api.lost, api.span("lost"), faults, LOST)


def minted(api: ApiSpec, faults: Collector) -> tuple[Minted, ...]:
    """The parameters that are made when left out, the operation ID first."""
    own = () if api.operation_id is None else (Minted(api.operation_id, api.span("operation_id")),)
    check_distinct(api, "minted", faults)
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
