"""Windows authentication (RFC 4559) as steps of tokens, by Kerberos or NTLM through pyspnego. No network.

What is said here may block: a step can ask a domain controller for a ticket.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from hashlib import new
from importlib import import_module
from struct import error as CutShort
from typing import TYPE_CHECKING

from ...base.redact import Hidden, Secret, brief
from ...calls.errors import AuthenticationError
from .grants import WindowsGrant
from .spnego import KerberosInside
from .token_service import CREDENTIALS_REFUSED

if TYPE_CHECKING:
    from spnego import ContextProxy
    from spnego.channel_bindings import GssChannelBindings

NEGOTIATE, NTLM = "Negotiate", "NTLM"
_LONGEST = 64 * 1024
_OFFER = re.compile(r"(?:^|,)[ \t]*(Negotiate|NTLM)(?:[ \t]+([A-Za-z0-9+/]+={0,2}))?[ \t]*(?=,|$)", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|,)[ \t]*(?:Negotiate|NTLM)(?:[ \t,]|$)", re.IGNORECASE)
_SERVICE = "HTTP"
_WEAK = frozenset({"md5", "sha1"})
"""Hashes of certificates that RFC 5929 replaces by SHA-256."""
_NEEDS_LIBRARY = "Windows authentication needs pyspnego; install the extra `windows` of this package"
_NEEDS_KERBEROS = "Kerberos needs gssapi and krb5; install the extra `kerberos` of this package"
_UNREADABLE = (ValueError, LookupError, ArithmeticError, CutShort)
"""What pyspnego raises, besides its own errors, for a token that is broken."""
_WRONG_PASSWORD = frozenset({-1765328360, -1765328353})
"""Codes of MIT Kerberos: the preauthentication failed, and the reply cannot be decrypted."""


def offers(header: str | None) -> dict[str, str]:
    """The schemes of Windows authentication that a header offers, each with its token, which is empty in an offer."""
    if header is None or len(header) > _LONGEST:
        return {}
    found: dict[str, str] = {}
    for scheme, token in _OFFER.findall(header):
        found.setdefault(NTLM if scheme.upper() == NTLM else NEGOTIATE, Hidden(token))
    return found


def asks(header: str | None) -> bool:
    """Whether a header asks for Windows authentication, even with a token that cannot be read."""
    return header is not None and (len(header) > _LONGEST or _NAMED.search(header) is not None)


class Negotiation(Secret):
    """One exchange of tokens with one host. Errors of pyspnego that it does not document are raised as they are."""

    def __init__(self, grant: WindowsGrant, host: str, offered: Mapping[str, str]) -> None:
        self._grant = grant
        self._host = host
        self._offered = offered
        self._context: ContextProxy | KerberosInside | None = None
        self._faults: list[str] = []
        self.scheme = ""
        """The scheme of the tokens, once there is one."""

    @property
    def is_complete(self) -> bool:
        """Whether the user is signed in; by Kerberos, whether the server has proved its identity too."""
        return self._context is not None and self._context.complete

    def first(self, certificate: bytes | None) -> str:
        """The first token: of Kerberos where that is possible, or else of NTLM. ``certificate`` is that of the server."""
        for scheme, protocol in self._ways():
            token = self._begun(scheme, protocol, certificate)
            if token is not None:
                return token
        if not self._grant.allow_ntlm:
            self._faults.append("NTLM is not allowed")
        raise AuthenticationError(f"Windows authentication is not possible: {'; '.join(self._faults)}")

    def next(self, token: str, certificate: bytes | None) -> str:
        """The answer to a token of the server; empty if nothing is to be sent."""
        assert self._context is not None
        return _stepped(self._context, _bytes(token), certificate)

    def finish(self, token: str, certificate: bytes | None) -> str:
        """Take the last token of the server, if there is one."""
        return self.next(token, certificate) if token and not self.is_complete else ""

    def _ways(self) -> list[tuple[str, str]]:
        """Schemes and protocols in the order in which they are tried."""
        ways = [(NEGOTIATE, "kerberos")] if NEGOTIATE in self._offered else []
        if not self._offered:
            self._faults.append("the server offers neither Negotiate nor NTLM")
        elif self._grant.allow_ntlm:
            ways.append((NTLM, "ntlm") if NTLM in self._offered else (NEGOTIATE, "negotiate"))
        return ways

    def _begun(self, scheme: str, protocol: str, certificate: bytes | None) -> str | None:
        """The first token of a protocol; None if it is impossible, which is noted."""
        try:
            import spnego
        except ImportError:
            raise AuthenticationError(_NEEDS_LIBRARY) from None
        user, password = self._grant.user, self._grant.password
        expected: tuple[type[Exception], ...] = (AuthenticationError, OSError, *_failures())
        try:
            made = spnego.client(user, password, hostname=self._host, service=_SERVICE, protocol=protocol)
            context = KerberosInside(made) if protocol == KerberosInside.protocol else made
            token = _stepped(context, None, certificate)
        except ImportError:
            self._faults.append(_NEEDS_KERBEROS)
            return None
        except UnicodeError:  # its text would show the password
            self._faults.append(f"{protocol}: the user or the password holds half of a character")
            return None
        except expected as fault:
            told, is_wrong = _told(protocol, fault), getattr(fault, "err_code", None) in _WRONG_PASSWORD
        else:
            self._context, self.scheme = context, scheme
            return token
        if is_wrong:  # another attempt would count towards the lock of the account
            raise AuthenticationError(f"the password of the user is wrong: {told}", code=CREDENTIALS_REFUSED)
        self._faults.append(told)
        return None


def _failures() -> tuple[type[Exception], ...]:
    """The errors that pyspnego documents, and those of the library by which it fetches tickets for a password."""
    from spnego.exceptions import SpnegoError

    try:
        of_tickets: type[Exception] = import_module("krb5").Krb5Error
    except ImportError:
        return (SpnegoError,)
    return SpnegoError, of_tickets


def _stepped(context: ContextProxy | KerberosInside, token: bytes | None, certificate: bytes | None) -> str:
    try:
        found = context.step(token, channel_bindings=_bindings(certificate))
    except _failures() as fault:
        told = _told(context.protocol, fault)
    except _UNREADABLE:
        if token is None:
            raise
        told = f"{context.protocol}: the token of the server cannot be read"
    else:
        return Hidden(b64encode(found).decode()) if found else ""
    del token
    raise AuthenticationError(told)


def _told(protocol: str, fault: Exception) -> str:
    """What a library said of its failure, which holds names but no secrets."""
    return str(fault) if isinstance(fault, AuthenticationError) else f"{protocol}: {brief(str(fault))}"


def _bytes(token: str) -> bytes:
    try:
        return b64decode(token, validate=True)
    except NotBase64:
        raise AuthenticationError("the server sent a token that is not Base64") from None


def _bindings(certificate: bytes | None) -> GssChannelBindings | None:
    """The channel binding ``tls-server-end-point`` (RFC 5929); None without TLS, and where it is not defined."""
    if certificate is None:
        return None
    from cryptography.x509 import load_der_x509_certificate
    from spnego.channel_bindings import GssChannelBindings

    algorithm = load_der_x509_certificate(certificate).signature_hash_algorithm
    if algorithm is None:
        return None
    name = "sha256" if algorithm.name in _WEAK else algorithm.name
    digest = new(name, certificate).digest()
    return GssChannelBindings(application_data=b"tls-server-end-point:" + digest)
