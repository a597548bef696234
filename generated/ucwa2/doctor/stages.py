"""The steps of an examination up to the application, each of which ends it or lets it go on."""

from __future__ import annotations

import ssl
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import httpx2

from .._runtime.base.errors import DecodeError, Error, InvalidArgument, LinkRefused
from .._runtime.base.registry import index, load
from .._runtime.calls.errors import AuthenticationError, SignInRequired
from .._runtime.client.flows.discovery import _starts, named_domain
from .._runtime.client.session.grants import WindowsGrant
from .._runtime.client.session.origin import Origin, origin, resolved
from .._runtime.requests.call import Call
from .._runtime.states.state import State
from . import advice
from .answers import operation
from .facts import advice_for, facts
from .findings import Severity
from .options import Options
from .protection import is_protected
from .reach import addresses_of, connected, proxy_for
from .shapes import code
from .walk import Ward

_UNAUTHORIZED = 401
SHORT = 300.0
"""Seconds that a token must last."""


def starts(options: Options) -> list[Origin]:
    """Where the examination begins: the hosts of a domain, or the server that was given."""
    if options.domain is None:
        return [origin(options.address)]
    return [origin(address) for address in _starts(named_domain(options.domain), options.http_first)]


def can_be_reached(ward: Ward, places: list[Origin]) -> bool:
    """Look at the name, the connection and TLS of each place. Of several, one is enough."""
    is_one_of_many = len(places) > 1
    severity = Severity.NOTE if is_one_of_many else Severity.FAULT
    usable = [place for place in places if _is_reached(ward, place, severity)]
    if not usable and is_one_of_many:
        ward.journal.find("discovery", "a host that answers", "none of its hosts can be used", advice.CONNECT)
    return bool(usable)


def _is_reached(ward: Ward, where: Origin, severity: Severity) -> bool:
    journal, given = ward.journal, ward.options.client
    proxy = proxy_for(where, given.get("proxy")) if given.get("trust_env", True) or given.get("proxy") else None
    if proxy is not None:
        journal.stage = "proxy"
        journal.step(where.url, f"is reached through the {proxy.about}")
    addresses = addresses_of(journal, where, proxy, severity)
    if not addresses:
        return False
    opened = partial(connected, journal, where, proxy, addresses, severity)
    if where.scheme == "https":
        return is_protected(journal, where, _context(given.get("verify", True)), opened)
    line = opened()
    if line is not None:
        line.close()
    return line is not None


def _context(verify: Any) -> ssl.SSLContext:
    return verify if isinstance(verify, ssl.SSLContext) else httpx2.create_ssl_context(verify=verify)


def look_at_others(ward: Ward, known: list[Origin]) -> None:
    """Look at the hosts to which the first steps led, too."""
    for address in [*ward.watch.places]:
        where = origin(address)
        if where not in known and where.scheme == "https":
            known.append(where)
            _is_reached(ward, where, Severity.FAULT)


def opens(ward: Ward) -> bool:
    """Find the server and sign in; False after a finding that ends the examination."""
    journal, before = ward.journal, len(ward.journal.findings)
    journal.stage = "discovery" if index().discovery else "entry"
    try:
        ward.patient.open()
    except SignInRequired as fault:
        page = urlsplit(fault.address)
        came = f"a page at {page.scheme}://{page.hostname}"
        journal.find("sign-in", "a token", came, advice.PAGE, Severity.NOTE, step="sign-in")
        return False
    except AuthenticationError as fault:
        _refused(ward, fault)
        return False
    except LinkRefused as fault:
        _led_away(ward, fault)
        return False
    except (Error, TimeoutError) as fault:
        if len(journal.findings) == before:
            came = "an answer of something else" if isinstance(fault, DecodeError) else "no usable answer"
            journal.find(journal.stage, "the API", came, advice_for(journal.stage) or advice.PORTAL)
        journal.is_out_of_reach = ward.patient.home is None
        return False
    _check_token(ward)
    return True


def _led_away(ward: Ward, fault: LinkRefused) -> None:
    try:
        there = origin(fault.href)
    except Error:
        ward.journal.find(ward.journal.stage, "an address", "none", advice.MOVED)
        return
    is_plain = there.scheme != "https" and not there.is_loopback
    came = f"a link to {there.url}"
    expected = "a link by https" if is_plain else "a link within the domain"
    ward.journal.find(ward.journal.stage, expected, came, advice.UNPROTECTED if is_plain else advice.LEAVES)


def _refused(ward: Ward, fault: AuthenticationError) -> None:
    """Say why the sign-in was refused."""
    journal, grant = ward.journal, ward.options.grant
    journal.stage = "sign-in"
    offered = f"; it takes: {', '.join(map(_grant, fault.grants))}" if fault.grants else ""
    if grant is None:
        journal.find("sign-in", "credentials", f"none were given{offered}", advice.NO_GRANT, Severity.NOTE)
        return
    kind = grant.name or "token"
    known = advice_for(f"{fault.code}:{kind}", fault.code)
    if fault.code == "unsupported_grant_type":
        came, told = f"the grant {_grant(grant.grant_type)} is not taken{offered}", known or advice.NOT_TAKEN
    elif fault.status == _UNAUTHORIZED:
        came, told = f"a refusal{offered}", known or advice.REFUSED
    elif fault.code is not None:
        came, told = f"the refusal {code(fault.code)}", known or advice.CREDENTIALS
    elif isinstance(grant, WindowsGrant) and fault.response is None:
        came, told = _windows(str(fault)), advice.KERBEROS
    else:
        came, told = f"a refusal{offered}", advice.SERVICE
    journal.find("sign-in", f"a token by the grant {_grant(kind)}", came, told)


def _windows(text: str) -> str:
    """Which part of Windows authentication failed, without what a library said of it."""
    parts = {
        "kerberos:": "Kerberos gave no ticket",
        "install the extra": "a library is missing",
        "NTLM is not allowed": "NTLM is not allowed",
        "offers neither": "the server offers neither Negotiate nor NTLM",
        "did not prove": "the server did not prove its identity",
        "does not accept": "the server does not accept the user",
        "ntlm:": "NTLM failed",
    }
    found = [said for mark, said in parts.items() if mark.lower() in text.lower()]
    return f"no Windows authentication: {'; '.join(found) or 'the exchange failed'}"


def _grant(name: str) -> str:
    return name if name.replace(":", "").replace("-", "").replace(".", "").replace("_", "").isalnum() else "another"


def _check_token(ward: Ward) -> None:
    lasts = ward.patient.token_lasts()
    if lasts is not None:
        ward.journal.stage = "sign-in"
        ward.journal.step("token", f"lasts {lasts / 60:.0f} minutes")
        if lasts < SHORT:
            came = f"one of {lasts:.0f} s"
            ward.journal.find("token", f"a token of {SHORT:g} s or more", came, advice.SHORT)


def created(ward: Ward, address: str) -> State | None:
    """Create the application; None after a finding."""
    journal, rel = ward.journal, index().role("applications")
    journal.stage = "application"
    ward.watch.what = rel
    try:
        state = ward.patient.create(_creation(ward, address))
    except InvalidArgument as fault:
        came = f"no usable value of {fault.parameter}"
        journal.find(f"POST {rel}", "the settings of an application", came, "Give it with --application NAME=VALUE.")
        return None
    except DecodeError:
        journal.find(f"POST {rel}", "the application", "content of another shape", advice.MEDIA)
        return None
    except LinkRefused as fault:
        _led_away(ward, fault)
        return None
    except (Error, TimeoutError):
        return None
    finally:
        ward.watch.what = None
    journal.step("application", "was created")
    _check_creation(ward, rel, state)
    return state


def _creation(ward: Ward, address: str) -> Call[Any]:
    kind = load(index().links[index().role("applications")])
    table = operation(kind, "POST")
    assert table is not None
    known = {row.name for row in table.parameters}
    given = {**facts().application, **ward.options.settings}
    call: Call[Any] = kind(address)._call(table, {name: value for name, value in given.items() if name in known})
    return call


def _check_creation(ward: Ward, rel: str, state: State) -> None:
    """Whether the answer says that something was made, and where."""
    request, response = ward.watch.creations[-1]
    if response.status_code != 201:
        came = f"status {response.status_code}"
        ward.journal.find(f"POST {rel}", "status 201", came, advice.CREATE, Severity.DIFFERENCE)
    location, href = response.headers.get("location"), state.href
    if location and href:
        try:
            there, here = resolved(request.url, location), resolved(request.url, href)
        except Error:
            there = here = ""
        if not there or there != here:
            came = "another address than that of its link `self`"
            ward.journal.find(f"POST {rel}", "the address of the application as Location", came, advice.FOREIGN)


def deleted(ward: Ward) -> None:
    """Delete the application."""
    if ward.patient.place() is None:
        return
    ward.journal.stage, ward.watch.what = "application", index().role("application")
    try:
        ward.patient.delete()
    except (Error, TimeoutError):
        ward.journal.find(f"DELETE {ward.watch.what}", "no application left", "it was not deleted", advice.LEFT)
    else:
        ward.journal.step("application", "was deleted")
    ward.watch.what = None
