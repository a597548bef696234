"""The steps of an examination up to the application, each of which ends it or lets it go on."""

from __future__ import annotations

import ssl
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import httpx2

from .._runtime.base.errors import DecodeError, Error, InvalidArgument, LinkRefused
from .._runtime.base.registry import index
from .._runtime.calls.errors import AuthenticationError, SignInRequired
from .._runtime.client.flows.discovery import _starts, named_domain
from .._runtime.client.session.grants import WindowsGrant
from .._runtime.client.session.origin import Origin, origin, resolved
from .._runtime.states.state import State
from . import advice, shapes
from .facts import advice_for
from .findings import Severity
from .options import Options
from .protection import is_protected
from .reach import addresses_of, connected, proxy_for
from .settings import creation
from .walk import Examination

_UNAUTHORIZED = 401
SHORT = 300.0
"""Seconds that a token must last."""


def starts(options: Options) -> list[Origin]:
    """Where the examination begins: the hosts of a domain, or the server that was given."""
    if options.domain is None:
        return [origin(options.address)]
    return [origin(address) for address in _starts(named_domain(options.domain), options.http_first)]


def can_be_reached(run: Examination, places: list[Origin]) -> bool:
    """Look at the name, the connection and TLS of each place. Of several, one is enough."""
    is_one_of_many = len(places) > 1
    severity = Severity.NOTE if is_one_of_many else Severity.FAULT
    usable = [place for place in places if _is_reached(run, place, severity)]
    if not usable and is_one_of_many:
        run.journal.find("discovery", "a host that answers", "none of its hosts can be used", advice.CONNECT)
    return bool(usable)


def _is_reached(run: Examination, where: Origin, severity: Severity) -> bool:
    journal, given = run.journal, run.options.client
    proxy = proxy_for(where, given.get("proxy")) if given.get("trust_env", True) or given.get("proxy") else None
    if proxy is not None:
        journal.stage = "proxy"
        journal.step(where.url, f"is reached through the {proxy.about}")
    addresses = addresses_of(journal, where, proxy, severity)
    if not addresses:
        return False
    opened = partial(connected, journal, where, proxy, addresses, severity)
    if where.scheme == "https" and (proxy is None or proxy.is_plain):
        return is_protected(journal, where, _context(given.get("verify", True)), opened)
    line = opened()
    if line is not None:
        line.close()
    return line is not None


def _context(verify: Any) -> ssl.SSLContext:
    return verify if isinstance(verify, ssl.SSLContext) else httpx2.create_ssl_context(verify=verify)


def look_at_others(run: Examination, known: list[Origin]) -> None:
    """Look at the hosts to which the first steps led, too."""
    for address in [*run.watch.places]:
        where = origin(address)
        if where not in known and where.scheme == "https":
            known.append(where)
            _is_reached(run, where, Severity.FAULT)


def opens(run: Examination) -> bool:
    """Find the server and sign in; False after a finding that ends the examination."""
    journal, before = run.journal, len(run.journal.findings)
    journal.stage = "discovery" if index().discovery else "entry"
    try:
        run.target.open()
    except SignInRequired as fault:
        page = urlsplit(fault.address)
        came = f"a page at {page.scheme}://{page.netloc.rpartition('@')[2]}"
        journal.find("sign-in", "a token", came, advice.PAGE, Severity.NOTE, step="sign-in")
        journal.say(f"the page is {fault.address}")
        return False
    except AuthenticationError as fault:
        refused(run, fault)
        return False
    except LinkRefused as fault:
        _led_away(run, fault)
        return False
    except (Error, TimeoutError) as fault:
        if len(journal.findings) == before:
            came = "an answer of something else" if isinstance(fault, DecodeError) else "no usable answer"
            journal.find(journal.stage, "the API", run.watch.ended or came, advice.NOT_IT)
        journal.is_out_of_reach = not run.watch.is_answered or (bool(index().discovery) and run.target.home is None)
        return False
    _check_token(run)
    return True


def _led_away(run: Examination, fault: LinkRefused) -> None:
    try:
        there = origin(fault.href)
    except Error:
        run.journal.find(run.journal.stage, "an address", "none", advice.MOVED)
        return
    is_plain = there.scheme != "https" and not there.is_loopback
    came = f"a link to {there.url}"
    expected = "a link by https" if is_plain else "a link within the domain"
    run.journal.find(run.journal.stage, expected, came, advice.UNPROTECTED if is_plain else advice.LEAVES)


def refused(run: Examination, fault: AuthenticationError) -> None:
    """Say why the sign-in was refused."""
    journal, grant = run.journal, run.options.grant
    journal.stage = "sign-in"
    offered = f"; it takes: {', '.join(map(shapes.grant, fault.grants))}" if fault.grants else ""
    if grant is None:
        journal.find("sign-in", "credentials", f"none were given{offered}", advice.NO_GRANT, Severity.NOTE)
        return
    kind = grant.name or "token"
    known = advice_for(f"{fault.code}:{kind}", fault.code)
    if fault.code == "unsupported_grant_type":
        came, told = f"the grant {shapes.grant(grant.grant_type)} is not taken{offered}", known or advice.NOT_TAKEN
    elif fault.status == _UNAUTHORIZED:
        came, told = f"a refusal{offered}", known or advice.REFUSED
    elif fault.code is not None:
        came, told = f"the refusal {shapes.code(fault.code)}", known or advice.CREDENTIALS
    elif isinstance(grant, WindowsGrant) and fault.response is None:
        came, told = _windows(str(fault)), advice.KERBEROS
    else:
        came, told = f"a refusal{offered}", advice.SERVICE
    journal.find("sign-in", f"a token by the grant {shapes.grant(kind)}", came, told)


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


def _check_token(run: Examination) -> None:
    lasts = run.target.token_lasts()
    if lasts is not None:
        run.journal.stage = "sign-in"
        run.journal.step("token", f"lasts {lasts / 60:.0f} minutes")
        if lasts < SHORT:
            came = f"one of {lasts:.0f} s"
            run.journal.find("token", f"a token of {SHORT:g} s or more", came, advice.SHORT)


def created(run: Examination, address: str) -> State | None:
    """Create the application; None after a finding."""
    journal, rel = run.journal, index().role("applications")
    journal.stage = "application"
    run.watch.what = rel
    try:
        state = run.target.create(creation(run.options.settings, address))
    except InvalidArgument as fault:
        came = f"no usable value of {fault.parameter}"
        journal.find(f"POST {rel}", "the settings of an application", came, "Give it with --application NAME=VALUE.")
        return None
    except DecodeError:
        journal.find(f"POST {rel}", "the application", "content of another shape", advice.MEDIA)
        return None
    except LinkRefused as fault:
        _led_away(run, fault)
        return None
    except (Error, TimeoutError):
        return None
    finally:
        run.watch.what = None
    journal.step("application", "was created")
    _check_creation(run, rel, state)
    return state


def _check_creation(run: Examination, rel: str, state: State) -> None:
    """Whether the answer says that something was made, and where."""
    request, response = run.watch.creations[-1]
    if response.status_code != 201:
        came = f"status {response.status_code}"
        run.journal.find(f"POST {rel}", "status 201", came, advice.CREATE, Severity.DIFFERENCE)
    location, href = response.headers.get("location"), state.href
    if location and href:
        try:
            there, here = resolved(request.url, location), resolved(request.url, href)
        except Error:
            there = here = ""
        if not there or there != here:
            came = "another address than that of its link `self`"
            run.journal.find(f"POST {rel}", "the address of the application as Location", came, advice.FOREIGN)


def deleted(run: Examination) -> None:
    """Delete the application."""
    if run.target.place() is None:
        return
    run.journal.stage, run.watch.what = "application", index().role("application")
    try:
        run.target.delete()
    except (Error, TimeoutError):
        run.journal.find(f"DELETE {run.watch.what}", "no application left", "it was not deleted", advice.LEFT)
    else:
        run.journal.step("application", "was deleted")
    run.watch.what = None
