"""The token service: passwords, guests of a meeting, and sign-in at a web page."""

from __future__ import annotations

from uuid import uuid4

import msgspec

from ..extension import (
    USERS,
    AccessToken,
    HttpRequest,
    HttpResponse,
    NotNegative,
    RequestContext,
    SandboxBackend,
    SandboxUser,
    challenge,
    credential,
    finishes,
    form,
    plain,
    serves,
    settings_fields,
    windows_user,
)
from .meetings import is_scheduled
from .profile import find_user

ADDRESS = "/WebTicket/oauthtoken"
_GUEST = "urn:microsoft.rtc:anonmeeting"
WINDOWS = "urn:microsoft.rtc:windows"
GRANTS = f"{WINDOWS},{_GUEST},urn:microsoft.rtc:passive,password"
PASSIVE = "/PassiveAuth/PassiveAuth.aspx"
_TRUSTED = 'Bearer trusted_issuers="00000002-0000-0ff1-ce00-000000000000@contoso.com", client_id="00000004"'
NO_TICKET = '28020;source="sandbox";reason="No valid security token."'
NOT_ALLOWED = '28029;source="sandbox";reason="Authentication type not allowed."'
_WITHOUT_WINDOWS = "start the sandbox with --windows, or with the setting `windows`, for Kerberos or NTLM"
COOKIE = "cwt_ucwa"
"""The cookie that stands for a token where a browser reads photos."""
_REQUIRED = {"password": ("username", "password"), _GUEST: ("password", "ms_rtc_conferenceuri")}
"""The parameters that a grant needs."""
_JSON = {"content-type": "application/json;charset=UTF-8"}


class TokenSettings(msgspec.Struct):
    """Settings of the token service."""

    token_life: NotNegative = 8 * 3600.0
    """Seconds until the token of a user expires."""
    guest_life: NotNegative = 3600.0
    """Seconds until the token of a guest expires."""
    expires_in_as_text: bool = False
    challenge: str | None = None
    """The challenge for requests without a token, in place of the one that names this token service."""


token_settings = settings_fields(TokenSettings)


@challenge
def trusted_issuers(backend: SandboxBackend, request: HttpRequest) -> str:
    return _TRUSTED


@challenge
def token_service(backend: SandboxBackend, request: HttpRequest) -> str:
    """The address of the token service and its grant types."""
    own = f'MsRtcOAuth href="{request.base}{ADDRESS}",grant_type="{GRANTS}"'
    return token_settings(backend.settings).challenge or own


@serves(ADDRESS, "POST")
def token(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    """A token for the grant of the request."""
    given = form(request)
    grant = given.get("grant_type", "")
    if fault := _fault(given):
        return _refused(fault)
    if grant == "password":
        return _password(backend, given)
    if grant == _GUEST:
        return _guest(backend, given)
    if grant == WINDOWS and backend.settings.windows:
        return _windows(backend, request)
    if grant == "urn:microsoft.rtc:passive":
        return _refused("invalid_grant", NO_TICKET, ms_rtc_passiveauthuri=f"{request.base}{PASSIVE}")
    hint = {"error_description": _WITHOUT_WINDOWS} if grant == WINDOWS else {}
    return _refused("unsupported_grant_type", NOT_ALLOWED, **hint)


def _fault(given: dict[str, str]) -> str:
    """What is wrong with the parameters; empty if they are complete."""
    if given.get("scope", "all") != "all":
        return "invalid_scope"
    grant = given.get("grant_type", "")
    is_complete = grant and all(given.get(name) for name in _REQUIRED.get(grant, ()))
    return "" if is_complete else "invalid_request"


@finishes
def photo_cookie(context: RequestContext, response: HttpResponse) -> None:
    """Give the cookie for photos with each application that is shown."""
    token = context.request.headers.get("authorization", "").partition("=")[2]
    if token and context.page.rel in ("application", "applications") and response.body is not None:
        path = response.headers.get("location", context.path)
        response.headers["set-cookie"] = f"{COOKIE}={token}; path={path}/photos; secure; HttpOnly"


@credential
def token_of_cookie(request: HttpRequest) -> str | None:
    """The token of a request for a photo without ``Authorization``."""
    steps = request.path.lower().split("/")
    cookies = (item.strip().partition("=") for item in request.headers.get("cookie", "").split(";"))
    found = next((value for name, _, value in cookies if name == COOKIE), "")
    is_photo = "photos" in steps or steps[-1] in ("photo", "contactphoto")
    return f"cwt={found}" if found and is_photo and request.method == "GET" else None


def _password(backend: SandboxBackend, given: dict[str, str]) -> HttpResponse:
    found = find_user(backend, given.get("username", ""))
    if found is None or not found.password or found.password != given.get("password"):
        return _refused("invalid_grant")
    return _granted(backend, found, token_settings(backend.settings).token_life)


def _windows(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    found, headers = windows_user(backend, request)
    response = _granted(backend, found, token_settings(backend.settings).token_life)
    response.headers |= headers
    return response


def _guest(backend: SandboxBackend, given: dict[str, str]) -> HttpResponse:
    """A guest that sends its last token keeps its identity."""
    meeting = given.get("ms_rtc_conferenceuri", "")
    if meeting.rpartition(":")[2] != given.get("password") or not is_scheduled(backend, meeting):
        return _refused("invalid_grant")
    last = backend.tokens.get(given.get("ms_rtc_renew", ""))
    found = last.user if last else _new_guest()
    backend.users.setdefault(found.name, found)
    return _granted(backend, found, token_settings(backend.settings).guest_life)


def _new_guest() -> SandboxUser:
    name, password = f"guest-{uuid4().hex[:8]}@anonymous.invalid", uuid4().hex
    return USERS.whole(name, password, "Guest", is_guest=True)


def _granted(backend: SandboxBackend, found: SandboxUser, life: float) -> HttpResponse:
    value = f"cwt={uuid4().hex}"
    backend.tokens[value] = AccessToken(found, backend.clock() + life)
    as_text = token_settings(backend.settings).expires_in_as_text
    seconds: object = str(int(life)) if as_text else int(life)
    body = {"access_token": value, "expires_in": seconds, "ms_rtc_identityscope": "local", "token_type": "Bearer"}
    return HttpResponse(content=plain(body), headers=dict(_JSON))


def _refused(fault: str, why: str = "", **more: str) -> HttpResponse:
    headers = {**_JSON, **({"X-Ms-diagnostics": why} if why else {})}
    return HttpResponse(400, content=plain({"error": fault, **more}), headers=headers)
