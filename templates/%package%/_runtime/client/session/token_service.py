"""Requests to a token service, and its answers: a token, a page for sign-in, or an error."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from ...base.errors import Error, InvalidArgument
from ...base.record import record
from ...base.redact import Hidden, Secret, brief, shown
from ...base.registry import index
from ...calls.errors import AuthenticationError, SignInRequired, TransportError
from ...http.messages import Request, Response
from .challenge import Challenge
from .grants import Grant

CREDENTIALS_REFUSED = "invalid_grant"
"""The code for credentials that are not accepted, by RFC 6749."""
EARLY = 60.0
"""Seconds before its expiry at which a token is renewed; a tenth of its lifetime if that is shorter."""

_FORM = "application/x-www-form-urlencoded;charset=UTF-8"
_LARGEST = 64 * 1024
_REFUSED = (400, 401, 403)
"""The statuses that refuse a grant without a code. Any other answer without a token or a code is none of a token service."""


@record
class Token(Secret):
    """A token and its expiry by the session's clock; None if that is not known."""

    value: Hidden
    until: float | None = None
    refresh_at: float | None = None

    @property
    def header(self) -> str:
        """The value of ``Authorization``."""
        return Hidden(f"Bearer {self.value}")

    def is_good(self, now: float) -> bool:
        """Whether it has not expired, as far as is known."""
        return self.until is None or now < self.until


def form(href: str, grant: Grant, last: str | None) -> Request:
    """The request for a token; ``last`` is the one to renew."""
    given = {"grant_type": grant.grant_type, **grant.fields(last)}
    body = "&".join(_field(name, value) for name, value in given.items()).encode()
    return Request("POST", href, {"Accept": "application/json", "Content-Type": _FORM}, body)


def _field(name: str, value: str) -> str:
    """A field of the form. The error for half a character does not show the value, as that of Python would."""
    try:
        return urlencode({name: value})
    except UnicodeEncodeError:
        pass
    raise InvalidArgument("holds half of a character, which no request can carry", parameter=name)


def granted(response: Response, service: Challenge, asked: float) -> Token:
    """The token in an answer. Raises the error of the service."""
    said = _said(response)
    value = said.get("access_token")
    if response.status_code == 200 and value is not None:
        lasts = _seconds(said.get("expires_in"))
        if lasts is None:
            return Token(checked(value))
        return Token(checked(value), asked + lasts, asked + lasts - min(EARLY, lasts / 10))
    raise _refusal(response, said, service)


def _refusal(response: Response, said: dict[str, Any], service: Challenge) -> Error:
    """The error of the service. It keeps the headers of the answer, but not the content, which may repeat secrets."""
    status, fault, detail = response.status_code, said.get("error"), said.get("error_description")
    kept = Response(status, response.headers, url=response.url)
    code = fault if isinstance(fault, str) else None
    known = index().token_service
    address = said.get(known.passive_address) if known and known.passive_address else None
    if isinstance(address, str) and _is_page(address):
        text = f"sign in at {shown(address)}"
        return SignInRequired(text, address=address, grants=service.grants, code=code, response=kept)
    if code is None and status not in _REFUSED:
        return TransportError(f"the token service gave no usable answer, with status {status}", response=kept)
    fault = code or f"status {status}"
    words = brief(f"{fault}: {detail}" if isinstance(detail, str) else fault)
    if fault == CREDENTIALS_REFUSED:
        text = f"the token service did not accept the credentials: '{words}'"
    else:
        text = f"the token service refused the sign-in: '{words}' (it takes: {service.offered})"
    return AuthenticationError(text, grants=service.grants, code=code and brief(code), response=kept)


def _is_page(address: str) -> bool:
    """Whether a browser would open a web page there, rather than run a script or another program."""
    return address.isprintable() and address[:8].lower().startswith(("https://", "http://"))


def _said(response: Response) -> dict[str, Any]:
    """The object in the answer; empty for other content."""
    try:
        found = json.loads(response.content) if len(response.content) <= _LARGEST else None
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    token = found.pop("access_token", None)
    return {**found, "access_token": Hidden(token)} if isinstance(token, str) else found


def _seconds(value: object) -> float | None:
    """The lifetime, which is a number on premises and text elsewhere."""
    try:
        seconds = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
    except (ValueError, OverflowError):
        return None
    return seconds if seconds is not None and 0 < seconds < float("inf") else None


def checked(token: object) -> Hidden:
    """A token that is valid in a header; the error does not show an invalid one."""
    hidden = Hidden(token) if isinstance(token, str) else Hidden()
    del token
    if not hidden or not hidden.isascii() or not hidden.isprintable() or " " in hidden:
        raise AuthenticationError("the token is no text that a header can carry")
    return hidden
