"""The cross-domain frame of web applications, and which origins may use it.

From the pages Cross_domainIFRAME, ConfiguringATopology and RootURL.
"""

from __future__ import annotations

from ..extension import (
    HttpError,
    HttpRequest,
    HttpResponse,
    RequestContext,
    SandboxBackend,
    default_origins,
    handles,
    origin_header,
    page_file,
    refused_origin,
    serves,
)

FRAME = "/Autodiscover/XFrame/XFrame.html"
"""Where root and user say that the frame is."""
_SHORT = "/xframe"
"""Where a client that knows the domain alone looks for the frame, at the discovery host."""
_SCRIPT = "/Autodiscover/XFrame/XFrame.js"
_POLICY = "default-src 'none'; script-src 'self'; connect-src *"
_DIAGNOSTICS = "X-Ms-diagnostics"
_REFUSED = '28070;source="sandbox";reason="Service does not allow a cross domain request from this origin."'

origin_header("x-ms-origin")  # the frame names the origin of the page around it
default_origins("http://app.contoso.com", "http://app.fabrikam.com", "http://app.yourdomain.com", "http://myServer")


@refused_origin
def refused(request: HttpRequest) -> HttpError:
    """403 with the text by which an application tells its user that the origin is not on the list of the server."""
    message = "Service does not allow a cross domain request from this origin."
    return HttpError(403, message=message, headers={_DIAGNOSTICS: _REFUSED})


def _frame() -> HttpResponse:
    return page_file("xframe.html", _POLICY)


@serves(_SHORT, "GET")
@serves(FRAME, "GET")
def frame(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    """The frame, without sign-in and for pages of any origin: the requests that it sends are checked."""
    return _frame()


@serves(_SCRIPT, "GET")
def script(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    """What the frame does."""
    return page_file("xframe.js", _POLICY)


@handles("xframe", "GET")
def documented(context: RequestContext) -> HttpResponse:
    """The frame at the address of its reference page."""
    return _frame()
