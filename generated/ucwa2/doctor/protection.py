"""TLS of a server: the version, the chain, the host, and when the certificate expires."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from .._runtime.client.session.origin import Origin
from . import advice
from .certificates import Certificate, certificate
from .findings import Severity
from .journal import Journal
from .reach import LIMIT

SOON = 30
"""Days before its end from which on a certificate is a finding."""
_SHOWN = 3
_DER = 2
"""The constant of ``ssl`` for certificates as bytes."""
_EXPIRED, _NOT_YET, _SELF_SIGNED, _SELF_SIGNED_CHAIN, _NO_ISSUER, _HOST, _IP = 10, 9, 18, 19, 20, 62, 64
_FAULTS = {
    _EXPIRED: ("a certificate that has not expired", advice.EXPIRED),
    _NOT_YET: ("a certificate that is valid by now", advice.NOT_YET),
    _SELF_SIGNED: ("a certificate of a known authority", advice.SELF_SIGNED),
    _SELF_SIGNED_CHAIN: ("a certificate of a known authority", advice.AUTHORITY),
    _NO_ISSUER: ("a certificate of a known authority", advice.AUTHORITY),
    _HOST: ("a certificate for this host", advice.HOST),
    _IP: ("a certificate for this host", advice.HOST),
}
"""What was expected, and what to do, by the code of OpenSSL."""


def is_protected(
    journal: Journal, where: Origin, context: ssl.SSLContext, opened: Callable[[], socket.socket | None]
) -> bool:
    """Whether TLS is as it must be. ``opened`` gives a new connection; a second one serves to look at a bad certificate."""
    line = opened()
    if line is None:
        return False
    journal.stage = "tls"
    line.settimeout(LIMIT)
    try:
        with context.wrap_socket(line, server_hostname=where.host) as found:
            chain = _chain(found)
            journal.step(where.url, f"{found.version()}, {_said(chain)}")
            _warn_of_end(journal, where, chain)
            return True
    except ssl.SSLCertVerificationError as fault:
        expected, told = _FAULTS.get(fault.verify_code, ("a certificate that can be trusted", advice.AUTHORITY))
        chain = _seen(where, opened())
        journal.find(where.url, expected, _wrong(fault.verify_code, chain), told, step="tls")
    except (OSError, ssl.SSLError) as fault:
        came = "no answer in time" if isinstance(fault, TimeoutError) else "a handshake that failed"
        journal.find(where.url, "TLS", came, advice.TLS)
    return False


def _seen(where: Origin, line: socket.socket | None) -> list[Certificate]:
    """The certificates of a server, unchecked."""
    if line is None:
        return []
    line.settimeout(LIMIT)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        with context.wrap_socket(line, server_hostname=where.host) as found:
            return _chain(found)
    except (OSError, ssl.SSLError):
        return []


def _wrong(refusal: int, chain: list[Certificate]) -> str:
    said = _said(chain)
    if refusal in (_HOST, _IP) and chain:
        names = ", ".join(chain[0].names[:_SHOWN]) or "no host at all"
        return f"a certificate for {names}"
    if refusal == _SELF_SIGNED:
        return f"a certificate that is signed by itself; {said}"
    if refusal in (_SELF_SIGNED_CHAIN, _NO_ISSUER):
        return f"a chain that ends at an unknown authority; {said}"
    return said


def _chain(found: ssl.SSLSocket) -> list[Certificate]:
    """The certificates that the server sent, its own first."""
    inner: Any = getattr(found, "_sslobj", None)
    listed: Any = getattr(inner, "get_unverified_chain", lambda: None)() or ()
    raw = [item.public_bytes(_DER) for item in listed] or [found.getpeercert(binary_form=True) or b""]
    return [known for known in map(certificate, raw) if known is not None]


def _said(chain: list[Certificate]) -> str:
    if not chain:
        return "a certificate that cannot be read"
    days = chain[0].days(datetime.now(UTC))
    end = f"expires in {days} days" if days >= 0 else f"expired {-days} days ago"
    own = ", signed by itself" if chain[0].is_self_signed else ""
    return f"a chain of {len(chain)}; the certificate {end}{own}"


def _warn_of_end(journal: Journal, where: Origin, chain: list[Certificate]) -> None:
    days = chain[0].days(datetime.now(UTC)) if chain else SOON
    if days < SOON:
        came = f"it expires in {days} days"
        journal.find(where.url, f"a certificate of {SOON} days or more", came, advice.EXPIRES, Severity.DIFFERENCE)
