"""A server that signs in Windows users: a discovery service, a user, and a token service with pyspnego's acceptor.

Each connection has a handler of its own, so that the tokens of one exchange have to come over one connection.
"""

from __future__ import annotations

import json
import ssl
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import spnego
import trustme
from spnego.channel_bindings import GssChannelBindings

HOST = "localhost"
GRANT = "urn:microsoft.rtc:windows"


@dataclass
class Rules:
    """How the server behaves, and what it has seen."""

    schemes: tuple[str, ...] = ("Negotiate", "NTLM")
    front: tuple[str, ...] = ()
    """Paths that a server in front guards by Windows authentication."""
    bindings: GssChannelBindings | None = None
    lies: bool = False
    """Whether a success of Kerberos comes without the proof of the server's identity."""
    acceptor: Callable[[GssChannelBindings | None], Any] | None = None
    """Makes another acceptor than pyspnego's."""
    lasts: float = 3600.0
    closes: bool = False
    """Whether the server closes the connection after each answer."""
    restarts: int = 0
    """After how many of its tokens the server closes the connection, as one that is restarted."""
    seen: list[tuple[str, str]] = field(default_factory=list)
    """The path and the scheme of credentials of each request."""
    values: set[str] = field(default_factory=set)
    """The tokens of Windows authentication, those of the server included."""
    users: list[str] = field(default_factory=list)
    connections: set[int] = field(default_factory=set)
    """The client ports from which tokens came."""
    tokens: set[str] = field(default_factory=set)


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer waits for an acknowledgement of its headers
    rules: Rules
    base: str
    context: Any = None
    pending: str = ""

    def log_message(self, format: str, *args: Any) -> None:
        """Write no log."""

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def _serve(self, content: bytes) -> None:
        scheme, _, value = self.headers.get("Authorization", "").partition(" ")
        self.rules.seen.append((self.path, scheme))
        if self.rules.closes:
            self.close_connection = True
        if self.path in self.rules.front and not self._is_user(scheme, value):
            return
        if self.path == "/":
            self._say(200, {"rel": "root", "_links": {"user": {"href": f"{self.base}/user"}}})
        elif self.path == "/token":
            self._token(content, scheme, value)
        elif self.path not in self.rules.front and not (scheme == "Bearer" and value in self.rules.tokens):
            challenge = f'MsRtcOAuth href="{self.base}/token",grant_type="{GRANT},password"'
            self._say(401, {}, [("WWW-Authenticate", challenge)])
        else:
            self._say(200, {"rel": "user", "_links": {"applications": {"href": f"{self.base}/apps"}}})

    def _token(self, content: bytes, scheme: str, value: str) -> None:
        form = {name: values[0] for name, values in parse_qs(content.decode()).items()}
        assert form == {"grant_type": GRANT}, form
        if self._is_user(scheme, value):
            made = f"cwt=windows-{len(self.rules.tokens)}"
            self.rules.tokens.add(made)
            self._say(200, {"access_token": made, "expires_in": self.rules.lasts})

    def _is_user(self, scheme: str, value: str) -> bool:
        """Whether the tokens of this connection are complete; otherwise the answer was sent."""
        if scheme not in self.rules.schemes:
            self._refuse([(scheme, "") for scheme in self.rules.schemes])
            return False
        self.rules.connections.add(self.client_address[1])
        protocol = "ntlm" if scheme == "NTLM" else "negotiate"
        self.rules.values.add(value)
        if self.context is None:
            bound = self.rules.bindings
            made = self.rules.acceptor
            ours = spnego.server(HOST, "HTTP", protocol=protocol, channel_bindings=bound) if made is None else None
            self.context = made(bound) if made else ours
        try:
            token = self.context.step(b64decode(value))
        except Exception:
            self.context = None
            self._refuse([(scheme, "") for scheme in self.rules.schemes])
            return False
        if not self.context.complete:
            if self.rules.restarts:
                self.rules.restarts -= 1
                self.close_connection = True
            self.rules.values.add(b64encode(token or b"").decode())
            self._refuse([(scheme, b64encode(token or b"").decode())])
            return False
        self.rules.users.append(f"{self.context.negotiated_protocol}:{self.context.client_principal}")
        self.context = None
        self.pending = f"{scheme} {b64encode(token).decode()}" if token and not self.rules.lies else ""
        return True

    def _refuse(self, offers: list[tuple[str, str]]) -> None:
        self._say(401, {}, [("WWW-Authenticate", f"{scheme} {token}".strip()) for scheme, token in offers])

    def _say(self, status: int, body: dict[str, Any], headers: list[tuple[str, str]] | None = None) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        for name, value in headers or []:
            self.send_header(name, value)
        if self.pending:
            self.send_header("WWW-Authenticate", self.pending)
            self.pending = ""
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def serving(rules: Rules, authority: trustme.CA | None = None, kind: type[Handler] = Handler) -> Iterator[str]:
    """The address of a server with these rules; over TLS with a certificate of the authority."""
    server = ThreadingHTTPServer((HOST, 0), Handler)
    server.daemon_threads = True
    if authority is not None:
        certificate = authority.issue_cert(HOST)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        rules.bindings = bindings(certificate)
    base = f"{'https' if authority else 'http'}://{HOST}:{server.server_port}"
    server.RequestHandlerClass = type("Bound", (kind,), {"rules": rules, "base": base})
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield base
    finally:
        server.shutdown()
        server.server_close()


def bindings(certificate: trustme.LeafCert) -> GssChannelBindings:
    """The channel binding of a server's certificate."""
    der = ssl.PEM_cert_to_DER_cert(certificate.cert_chain_pems[0].bytes().decode())
    return GssChannelBindings(application_data=b"tls-server-end-point:" + sha256(der).digest())
