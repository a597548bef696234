"""The options of the HTTP library's client: those without effect, and those that cannot work, are refused."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import signature
from os import environ
from typing import Any, TypeVar

import httpx2

from ...base.errors import InvalidArgument
from ...base.redact import brief
from .libraries import check_named, is_named
from .logs import NAME, redacted
from .option_kinds import check_kinds
from .tls import with_shared_context

H = TypeVar("H", httpx2.Client, httpx2.AsyncClient)

_WITHOUT_EFFECT = {
    "auth": "give a grant",
    "base_url": "give the address as `url`",
    "cookies": "no cookies are sent",
    "default_encoding": "the answer states its own",
    "follow_redirects": "set `hops` of the policy",
    "max_redirects": "set `hops` of the policy",
    "params": "give them to the call",
    "timeout": "set `timeout` of the policy, or that of the call",
}
"""Options of the library that this package does not use, and where to say the same."""
SHARED = frozenset({"transport", "mounts"})
"""Options that hold connections of the user, which only one client can have."""
_AUTHORITIES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_VARIABLES = ("ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY")


def check_options(kind: type[Any], http: Any, given: Mapping[str, Any]) -> None:
    """Refuse options that would do nothing, and a client of the user that would be used otherwise than it says."""
    if is_named(given):
        check_named(http, given)
        return
    for name in given:
        if name in _WITHOUT_EFFECT:
            raise InvalidArgument(f"has no effect here; {_WITHOUT_EFFECT[name]}", parameter=name)
        if http is not None:
            raise InvalidArgument("has no effect beside `http`; set it there", parameter=name)
        if name not in signature(kind).parameters:
            raise InvalidArgument(
                f"is no option, neither of this client nor of `httpx2.{kind.__name__}`", parameter=name
            )
    if http is None:
        check_kinds(kind, given)
        return
    if not isinstance(http, kind):
        raise InvalidArgument(f"is no `httpx2.{kind.__name__}`", parameter="http")
    if http.auth is not None:
        raise InvalidArgument("has `auth`, which has no effect here; give a grant", parameter="http")


def opened(kind: type[H], given: Mapping[str, Any]) -> H:
    """A client of the library; raises ``InvalidArgument`` for a proxy or certificates that cannot be used."""
    try:
        return kind(**_options(**given))
    except (ValueError, ImportError, httpx2.InvalidURL) as fault:
        place = _place(given)
        if place is None:
            raise
        problem = brief(redacted(str(fault)))
    except OSError as fault:  # errors of TLS too
        raise InvalidArgument(
            f"names certificates that cannot be used: {brief(str(fault))}", parameter=_certificates(given)
        ) from None
    raise InvalidArgument(f"names a proxy that cannot be used: {problem}", parameter=place)


def _options(**given: Any) -> dict[str, Any]:
    """The arguments of the driver's own client."""
    headers = {"User-Agent": f"{NAME} (httpx2 {httpx2.__version__})"}
    chosen = {name: value for name, value in given.items() if value is not None}
    return with_shared_context({"follow_redirects": False, "headers": headers, "timeout": None, **chosen})


def alone(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a client with one HTTP/1.1 connection, and otherwise with the given ones."""
    return {**given, "http2": False, "limits": httpx2.Limits(max_connections=1, max_keepalive_connections=1)}


def _certificates(given: Mapping[str, Any]) -> str:
    """Where certificates were named: options, or else variables of the environment."""
    named = [name for name in ("verify", "cert") if given.get(name) is not None]
    return ", ".join(named or [name for name in _AUTHORITIES if environ.get(name)])


def _place(given: Mapping[str, Any]) -> str | None:
    """Where a proxy was named, if one was: an option, or else variables of the environment."""
    if given.get("proxy") is not None:
        return "proxy"
    found = [name for name in (*_VARIABLES, *map(str.lower, _VARIABLES)) if environ.get(name)]
    return ", ".join(found) if found and given.get("trust_env") is not False else None
