"""An imitation of an identity provider: its configuration, device codes, a page for sign-in, and tokens, over TLS."""

from __future__ import annotations

import base64
import json
import ssl
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import trustme

CLIENT_ID = "11111111-2222-3333-4444-555555555555"


def _encoded(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


class Provider:
    """``issue`` makes the token for an audience; ``forms`` are the requests for tokens."""

    def __init__(self, folder: Path, issue: Callable[[str], str]) -> None:
        self.issue = issue
        self.forms: list[dict[str, str]] = []
        provider, authority = self, trustme.CA()
        self.certificates = folder / "provider.pem"
        authority.cert_pem.write_to_path(str(self.certificates))
        self.nonce = self.scope = ""

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                if parts.path.endswith("/authorize"):
                    return self.page({name: values[0] for name, values in parse_qs(parts.query).items()})
                return self.say(provider.configuration)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
                form = {name: values[0] for name, values in parse_qs(body).items()}
                provider.scope = form.get("scope", provider.scope)
                self.say(provider.devices() if self.path.endswith("/devicecode") else provider.token(form))

            def page(self, asked: dict[str, str]) -> None:
                """A page whose form a browser posts by itself (``response_mode=form_post``)."""
                provider.nonce = asked.get("nonce", "")
                fields = {"code": "a-code", "state": asked["state"]}
                inputs = "".join(f'<input name="{name}" value="{value}">' for name, value in fields.items())
                self.send(200, "text/html", f'<form method="post" action="{asked["redirect_uri"]}">{inputs}</form>')

            def say(self, value: dict[str, Any]) -> None:
                self.send(400 if "error" in value else 200, "application/json", json.dumps(value))

            def send(self, status: int, kind: str, text: str) -> None:
                content = text.encode()
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                """Log nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost").configure_cert(context)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = f"https://localhost:{self._server.server_address[1]}/contoso"

    @property
    def configuration(self) -> dict[str, Any]:
        at = f"{self.url}/oauth2/v2.0"
        return {
            "issuer": f"{self.url}/v2.0",
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token",
            "device_authorization_endpoint": f"{at}/devicecode",
        }

    def devices(self) -> dict[str, Any]:
        return {
            "device_code": "a-device-code",
            "user_code": "ABC",
            "verification_uri": f"{self.url}/device",
            "expires_in": 60,
            "interval": 1,
            "message": "enter ABC",
        }

    def token(self, form: dict[str, str]) -> dict[str, Any]:
        self.forms.append(form)
        audience = next(scope for scope in self.scope.split() if scope.endswith("/.default"))
        now = int(time.time())
        claims = {"aud": CLIENT_ID, "iss": f"{self.url}/v2.0", "sub": "ann", "iat": now, "exp": now + 3600}
        claims |= {"preferred_username": "ann@contoso.com", "tid": "t", "oid": "o", "nonce": self.nonce}
        return {
            "token_type": "Bearer",
            "scope": audience,
            "expires_in": 3600,
            "access_token": self.issue(audience.removesuffix("/.default")),
            "refresh_token": "r",
            "client_info": _encoded({"uid": "ann", "utid": "t"}),
            "id_token": f"{_encoded({'alg': 'none'})}.{_encoded(claims)}.",
        }

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
