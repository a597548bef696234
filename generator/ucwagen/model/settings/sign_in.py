"""`sign_in` of api.yaml: from its spec to the settings of the API; faults of grants that no client could use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Expired, OwnGrant, SignIn, TokenService
from ucwagen.model.words.headers import check_response_header
from ucwagen.model.words.lists import check_distinct, check_words
from ucwagen.source.text import shown

if TYPE_CHECKING:
    from ucwagen.spec.api import ExpiredSpec, Header, SignInSpec, TokenServiceSpec

STATUSES = range(400, 600)
UNAUTHORIZED = 401
TOKEN = "token"
PASSIVE = "passive"
DIAGNOSTICS: Final = "diagnostics"
"""The header that holds the code of an expired token, where `expired` names none."""
OF_OAUTH = {"password": "password"}
"""Grant types that OAuth 2.0 defines, for grants without one in `types`."""
WORDS = ("scheme", "address", "offers")
"""Words of the challenge."""
HEADER_WORD = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", re.ASCII)
CLASS = re.compile(r"[A-Z][A-Za-z0-9]*Grant", re.ASCII)


def sign_in(spec: SignInSpec | None, headers: Mapping[Header, str]) -> SignIn | None:
    """How a client gets a token, where it needs one."""
    if spec is None:
        return None
    own = tuple(OwnGrant(name, spec.span("own_grants", index)) for index, name in enumerate(spec.own_grants))
    return SignIn(spec.grants, own, _service(spec), _expired(spec.expired, headers))


def _service(spec: SignInSpec) -> TokenService | None:
    service = spec.service
    if service is None:
        return None
    given = {name: wire for name, wire in OF_OAUTH.items() if name in spec.grants} | dict(service.types)
    return TokenService(
        service.scheme, service.address, service.offers, tuple(sorted(given.items())), service.passive_address
    )


def _expired(spec: ExpiredSpec | None, headers: Mapping[Header, str]) -> Expired | None:
    return Expired(spec.status, spec.header or headers[DIAGNOSTICS], spec.code) if spec else None


def check_sign_in(spec: SignInSpec, headers: Mapping[Header, str], faults: Collector) -> None:
    """Faults of grants without their token service, and of a service without grants."""
    check_distinct(spec, "grants", faults)
    check_distinct(spec, "own_grants", faults)
    check_words(spec, "own_grants", CLASS, "the name of a class in grants.py, such as `GuestGrant`", faults)
    posted = [name for name in spec.grants if name != TOKEN]
    if spec.service is None and (posted or spec.own_grants):
        name = (*posted, *spec.own_grants)[0]
        message = f"the grant {shown(name)} is posted to a token service; add `service`, or remove the grant"
        faults.error(spec.key, message)
    if spec.service is not None and not posted and not spec.own_grants:
        faults.error(spec.service.key, "no grant is posted to `service`; name one in `grants`, or remove the service")
    if spec.service is not None:
        _check_service(spec, spec.service, faults)
    if spec.expired is not None:
        _check_expired(spec.expired, headers, faults)


def _check_service(spec: SignInSpec, service: TokenServiceSpec, faults: Collector) -> None:
    for field in WORDS:
        word = getattr(service, field)
        if not HEADER_WORD.fullmatch(word):
            faults.error(service.span(field), f"{shown(word)} cannot stand in a challenge; write one word")
    for name in spec.grants:
        if name != TOKEN and name not in OF_OAUTH and name not in service.types:
            faults.error(service.key, f"the grant `{name}` needs its grant type on the wire; add it to `types`")
    for name in service.types:
        if name not in spec.grants:
            faults.error(service.span("types", name), f"`{name}` is not in `grants`; add it there, or remove it here")
    if PASSIVE in spec.grants and service.passive_address is None:
        faults.error(service.key, "the grant `passive` needs the field with the address; add `passive_address`")
    if PASSIVE not in spec.grants and service.passive_address is not None:
        message = "`passive_address` is for the grant `passive`; add it to `grants`, or remove this"
        faults.error(service.span("passive_address"), message)


def _check_expired(spec: ExpiredSpec, headers: Mapping[Header, str], faults: Collector) -> None:
    if spec.header is not None:
        check_response_header(spec.header, spec.span("header"), faults)
    elif DIAGNOSTICS not in headers:
        faults.error(spec.key, f"no header holds the code; add `header`, or `{DIAGNOSTICS}` to `headers`")
    if spec.status not in STATUSES or spec.status == UNAUTHORIZED:
        message = f"`{spec.status}` is no status that needs this; write one from 400 to 599 other than 401"
        faults.error(spec.span("status"), message)
