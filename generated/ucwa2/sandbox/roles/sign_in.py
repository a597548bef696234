"""Which user a request comes from. An API without sign-in has one anonymous user."""

from __future__ import annotations

from ..._runtime.base.registry import index
from ..handlers.registry import CHALLENGES, CREDENTIALS, OPEN
from ..http.messages import HttpError, HttpRequest
from ..state.backend import SandboxBackend
from ..state.faults import Fault, fault_effect
from ..state.users import ANONYMOUS, AccessToken, SandboxUser


def authenticated(backend: SandboxBackend, request: HttpRequest) -> SandboxUser:
    """The user of a request; raises ``HttpError`` for tokens that are missing, unknown or expired."""
    path = request.path.lower().rstrip("/")
    if index().sign_in is None or any(is_open(path) for is_open in OPEN):
        return ANONYMOUS
    token = _token(backend, request)
    if token is not None and token.until > backend.clock():
        return token.user
    _check_expired(backend, token)
    lines = [function(backend, request) for function in CHALLENGES] or ["Bearer"]
    is_given = bool(request.headers.get("authorization"))
    reason = "the token has expired" if token else "the token is not known" if is_given else "sign in first"
    raise HttpError(401, message=reason, headers={"www-authenticate": "\n".join(lines)})


def _token(backend: SandboxBackend, request: HttpRequest) -> AccessToken | None:
    if "authorization" not in request.headers:
        found = (backend.tokens.get(function(request) or "") for function in CREDENTIALS)
        return next((token for token in found if token is not None), None)
    scheme, _, value = request.headers["authorization"].partition(" ")
    return backend.tokens.get(value) if scheme.lower() == "bearer" else None


def _check_expired(backend: SandboxBackend, token: AccessToken | None) -> None:
    """Report an expired token in the way of the API, if the settings say so."""
    sign_in = index().sign_in
    expired = sign_in.expired if sign_in else None
    if token is not None and expired is not None and backend.settings.expired_status == expired.status:
        reason = f'{expired.code};source="sandbox";reason="The token has expired."'
        raise HttpError(expired.status, message="the token has expired", headers={expired.header.lower(): reason})


@fault_effect("expire-token")
def expire_token(backend: SandboxBackend, request: HttpRequest, fault: Fault) -> None:
    """Let the token of a request expire."""
    token = _token(backend, request)
    if token is not None:
        token.until = 0.0
