"""Discovery, the token service, and who a request comes from."""

from __future__ import annotations

from urllib.parse import parse_qs
from uuid import uuid4

from .backend import AccessToken, SandboxBackend, User
from .context import RequestContext
from .handlers import ALIASES, handles, role
from .http_messages import HttpError, HttpRequest, HttpResponse, plain

ROOT = "/autodiscover/autodiscoverservice.svc/root"
USER = f"{ROOT}/oauth/user"
TOKENS = "/webticket/oauthtoken"
APPLICATIONS = "/ucwa/v1/applications"
GRANTS = "urn:microsoft.rtc:windows,urn:microsoft.rtc:anonmeeting,urn:microsoft.rtc:passive,password"
PASSIVE = "/PassiveAuth/PassiveAuth.aspx"
_EXPIRED = '28055;source="sandbox";reason="The OAuth token is invalid."'


ANONYMOUS = User("", "")
"""Who asks where nobody has to sign in."""

ALIASES.update({"": ROOT, USER: f"{ROOT}/user"})


def is_open(path: str) -> bool:
    """Whether nobody has to sign in at an address, which is in lower case."""
    return path == "" or (path.startswith(ROOT) and path not in (USER, f"{ROOT}/user"))


@handles("root", "GET")
def root(context: RequestContext) -> HttpResponse:
    """Where to sign in, or where to go on."""
    request, there = context.request, context.backend.settings.redirect
    if there is not None and there.lower() != f"{request.base}{request.path}".lower():
        return _led(context, {"redirect": there})
    return _found(context, {"self": ROOT, role("user"): USER, "xframe": f"{ROOT}/xframe"})


@handles(role("user"), "GET")
def user(context: RequestContext) -> HttpResponse:
    """The links of somebody who has signed in."""
    return _found(context, {"self": f"{ROOT}/user", role("applications"): APPLICATIONS, "xframe": f"{ROOT}/xframe"})


def _found(context: RequestContext, links: dict[str, str]) -> HttpResponse:
    """Links on this very host, unless another one goes on for it."""
    base = context.request.base
    there = context.backend.settings.failover.get(base)
    return _led(context, {"redirect": there} if there else {rel: f"{base}{to}" for rel, to in links.items()})


def _led(context: RequestContext, links: dict[str, str]) -> HttpResponse:
    """Links; real servers leave out the rel where they lead on."""
    rel = {} if "redirect" in links else {"rel": context.page.rel}
    body = {**rel, "_links": {name: {"href": href} for name, href in links.items()}}
    return HttpResponse(body=body, state=context.page.state)


def who(backend: SandboxBackend, request: HttpRequest) -> User:
    """The user of a request; refuses tokens that are unknown or over."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    token = backend.tokens.get(value) if scheme.lower() == "bearer" else None
    if token is not None and token.until > backend.clock():
        return token.user
    if token is not None and backend.settings.expired_status == 403:
        raise HttpError(403, "Forbidden", message="the token is over", headers={"x-ms-diagnostics": _EXPIRED})
    here = f'MsRtcOAuth href="{request.base}/WebTicket/oauthtoken",grant_type="{GRANTS}"'
    service = backend.settings.challenge or here
    trusted = 'Bearer trusted_issuers="00000002-0000-0ff1-ce00-000000000000@contoso.com", client_id="00000004"'
    raise HttpError(401, "Unauthorized", message="sign in first", headers={"www-authenticate": f"{trusted}\n{service}"})


def token(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    """The token service."""
    form = {name: values[0] for name, values in parse_qs(request.content.decode("utf-8", "replace")).items()}
    grant = form.get("grant_type", "")
    if grant == "password":
        return _password(backend, form)
    if grant == "urn:microsoft.rtc:anonmeeting":
        return _guest(backend, form)
    if grant == "urn:microsoft.rtc:passive":
        return _refused("invalid_grant", ms_rtc_passiveauthuri=f"{request.base}{PASSIVE}")
    return _refused("unsupported_grant_type" if grant else "invalid_request")


def _password(backend: SandboxBackend, form: dict[str, str]) -> HttpResponse:
    found = backend.user(form.get("username", ""))
    if found is None or found.password != form.get("password"):
        return _refused("invalid_grant")
    return _granted(backend, found, backend.settings.token_life)


def _guest(backend: SandboxBackend, form: dict[str, str]) -> HttpResponse:
    """A guest keeps its identity when it brings its last token."""
    meeting = form.get("ms_rtc_conferenceuri", "")
    if not meeting or meeting.rpartition(":")[2] != form.get("password"):
        return _refused("invalid_grant")
    last = backend.tokens.get(form.get("ms_rtc_renew", ""))
    found = (
        last.user if last else User(f"guest-{uuid4().hex[:8]}@anonymous.invalid", uuid4().hex, "Guest", is_guest=True)
    )
    backend.users.setdefault(found.name, found)
    return _granted(backend, found, backend.settings.guest_life)


def _granted(backend: SandboxBackend, found: User, life: float) -> HttpResponse:
    value = f"cwt={uuid4().hex}"
    backend.tokens[value] = AccessToken(found, backend.clock() + life)
    seconds: object = str(int(life)) if backend.settings.expires_in_as_text else int(life)
    body = {"access_token": value, "expires_in": seconds, "ms_rtc_identityscope": "local", "token_type": "Bearer"}
    return HttpResponse(content=plain(body), headers={"content-type": "application/json;charset=UTF-8"})


def _refused(fault: str, **more: str) -> HttpResponse:
    return HttpResponse(
        400, content=plain({"error": fault, **more}), headers={"content-type": "application/json;charset=UTF-8"}
    )
