"""What both transports over pyreqwest share: options, requests, headers, and errors without secrets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from ssl import PROTOCOL_TLS_CLIENT, SSLContext
from typing import Any, TypeVar

import pyreqwest
from pyreqwest.client import BaseClientBuilder, Client, SyncClient
from pyreqwest.exceptions import (
    ClientClosedError,
    DecodeError,
    DetailedPyreqwestError,
    NetworkError,
    PyreqwestError,
    RequestTimeoutError,
)
from pyreqwest.http import Url
from pyreqwest.proxy import ProxyBuilder
from pyreqwest.response import BaseResponse

from ...base.errors import Error, InvalidArgument
from ...base.redact import brief, shown
from ...calls.errors import TransportError
from ...http.messages import Request
from ..session.origin import origin
from .adapter import OWN, late
from .inflate import ACCEPTED
from .logs import NAME

B = TypeVar("B", bound=BaseClientBuilder)
_CONNECTING = "client error (Connect)"
"""The cause of an error before anything was sent. The class of the error says less: it is ``ConnectError`` also after that."""
_KINDS = ((NetworkError, "read error"), (DecodeError, "remote protocol error"))
_WITH_BODY = ("POST", "PUT", "PATCH")


def configured(builder: B, options: Mapping[str, Any]) -> B:
    """A builder whose clients only exchange: no redirects, no cookies, no decompression."""
    builder.follow_redirects(False).referer(False).gzip(False).deflate(False).brotli(False).zstd(False)
    own = {name: value for name, value in (options.get("headers") or {}).items() if name.lower().encode() not in OWN}
    agent = f"{NAME} (pyreqwest {pyreqwest.__version__})"
    builder.default_headers({"User-Agent": agent, **own, "Accept-Encoding": ACCEPTED})
    if options.get("proxy") is not None:
        builder.proxy(_proxy(options["proxy"]))
    elif options.get("trust_env") is False:
        builder.no_proxy()
    verify = options.get("verify", True)
    if verify is False:
        builder.danger_accept_invalid_certs(True)
    elif verify is not True and verify is not None:
        for certificate in _certificates(verify):
            builder.add_root_certificate_der(certificate)
    return builder


def forked(fault: RuntimeError) -> Error:
    """The error of a client that cannot be built, because a parent process has used the library."""
    return Error(brief(str(fault)))


def _proxy(address: str) -> ProxyBuilder:
    try:
        return ProxyBuilder.all(address)
    except (ValueError, TypeError, PyreqwestError):
        raise InvalidArgument("names a proxy that cannot be used", parameter="proxy") from None


def _certificates(path: Any) -> list[bytes]:
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cafile=path)
    except (OSError, TypeError) as fault:  # errors of TLS too
        raise InvalidArgument(
            f"names certificates that cannot be used: {brief(str(fault))}", parameter="verify"
        ) from None
    return context.get_ca_certs(binary_form=True)


def prepared(http: Any, request: Request, seconds: float) -> Any:
    """The request in the types of the library, which ends after ``seconds``; it is read in pieces."""
    headers: Mapping[str, str] = request.headers
    if not request.content and request.method in _WITH_BODY:
        headers = {**headers, "Content-Length": "0"}
    try:
        built = http.request(request.method, _address(request.url)).headers(headers)
        built.timeout(timedelta(seconds=seconds))
        if request.content:
            built.body_bytes(request.content)
        return built.build_streamed()
    except (PyreqwestError, ValueError):  # their texts quote headers
        raise TransportError(
            f"{request.method} {shown(request.url)}: its address or a header is invalid", sent=False
        ) from None


@lru_cache(maxsize=256)
def _address(href: str) -> Url:
    """The parsed address; refused if the library reads another origin from it than the rule of origins does."""
    found = Url(href)
    if origin(str(found)) != origin(href):
        raise ValueError
    return found


def fields(received: BaseResponse) -> dict[str, str]:
    """The headers. Several of one name are joined; the library cannot read values that are not ASCII, so they are left out."""
    try:
        rows = list(received.headers.items())
    except ValueError:
        rows = [(name, value) for name in dict.fromkeys(received.headers) for value in _readable(received, name)]
    found: dict[str, str] = {}
    for name, value in rows:
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _readable(received: BaseResponse, name: str) -> list[str]:
    try:
        return received.get_header_all(name)
    except ValueError:
        return []


def failed(request: Request, fault: PyreqwestError) -> TransportError:
    """The error as text; that of the library quotes the address."""
    if isinstance(fault, ClientClosedError):
        return TransportError("the client was closed")
    if isinstance(fault, RequestTimeoutError):
        return late(request)
    known = fault.details.get("causes") if isinstance(fault, DetailedPyreqwestError) else None
    causes = [cause["message"] for cause in known or ()]
    is_connecting = _CONNECTING in causes
    kind = next((kind for error, kind in _KINDS if isinstance(fault, error)), "request error")
    kind, detail = ("connect error", f" ({brief(causes[-1])})") if is_connecting else (kind, "")
    text = f"{request.method} {shown(request.url)}: {kind}{detail}"
    return TransportError(text, sent=not is_connecting, kind=kind)
