"""Discovery: the address of sign-in, the applications, and the host that takes over after a failover."""

from __future__ import annotations

import msgspec

from ..extension import (
    Fault,
    HttpError,
    HttpRequest,
    HttpResponse,
    RequestContext,
    SandboxBackend,
    alias,
    catalogue,
    checks,
    fault_effect,
    handles,
    open_address,
    settings_fields,
)
from .xframe import FRAME

ROOT = "/autodiscover/autodiscoverservice.svc/root"
USER = f"{ROOT}/oauth/user"
APPLICATIONS = catalogue().home.parent
_SERVICE = f"/{APPLICATIONS.split('/')[1]}/"
"""The part of the host that a failover concerns."""


class DiscoverySettings(msgspec.Struct):
    """Settings of discovery."""

    redirect: str | None = None
    """An address to which discovery redirects first."""
    failover: dict[str, str] = msgspec.field(default_factory=dict)
    """The discovery that replaces each host, such as ``http://127.0.0.1:8080``, after its failover."""


discovery_settings = settings_fields(DiscoverySettings)

alias("", ROOT)
alias(USER, f"{ROOT}/user")


@open_address
def is_open(path: str) -> bool:
    """The whole of discovery except the resource of the user."""
    return path == "" or (path.startswith(ROOT) and path not in (USER, f"{ROOT}/user"))


@handles("root", "GET")
def root(context: RequestContext) -> HttpResponse:
    """The address of sign-in, or of another discovery."""
    request, there = context.request, discovery_settings(context.backend.settings).redirect
    if there is not None and there.lower() != f"{request.base}{request.path}".lower():
        return _linked(context, {"redirect": there})
    return _on_this_host(context, {"self": ROOT, "user": USER, "xframe": FRAME})


@handles("user", "GET")
def user(context: RequestContext) -> HttpResponse:
    """The links of a signed-in user."""
    links = {"self": f"{ROOT}/user", "applications": APPLICATIONS, "xframe": FRAME}
    return _on_this_host(context, links)


def _on_this_host(context: RequestContext, links: dict[str, str]) -> HttpResponse:
    """Links on the host of the request, unless another host has taken over."""
    base = context.request.base
    there = discovery_settings(context.backend.settings).failover.get(base)
    return _linked(context, {"redirect": there} if there else {rel: f"{base}{to}" for rel, to in links.items()})


def _linked(context: RequestContext, links: dict[str, str]) -> HttpResponse:
    """A document of links; real servers omit the rel in a redirection."""
    rel = {} if "redirect" in links else {"rel": context.page.rel}
    body = {**rel, "_links": {name: {"href": href} for name, href in links.items()}}
    return HttpResponse(body=body, state=context.page.state)


@checks
def check_host(backend: SandboxBackend, request: HttpRequest) -> None:
    """Refuse requests for applications that the host has given up."""
    if request.base in discovery_settings(backend.settings).failover and request.path.lower().startswith(_SERVICE):
        raise HttpError(503, message="another host goes on: see its discovery")


@fault_effect("failover", needs_link=True, in_batch=False)
def fail_over(backend: SandboxBackend, request: HttpRequest, fault: Fault) -> None:
    """Let another host take over the applications of this one."""
    discovery_settings(backend.settings).failover[request.base] = fault.link
    backend.notify()
