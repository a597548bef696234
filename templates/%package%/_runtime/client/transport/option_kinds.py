"""The kinds of values that options of the HTTP library take. The library itself fails later, and names no option."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from os import PathLike
from ssl import SSLContext
from typing import Any

import httpx2

from ...base.arguments import check_kind, described
from ...base.errors import InvalidArgument

_HOOKS = ("request", "response")
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROLS = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_ADDRESS = "`https://api.example.com`"


def check_kinds(kind: type[Any], given: Mapping[str, Any]) -> None:
    """Refuse values of options of ``httpx2``, for a client of this class, that it cannot use."""
    for name, check in _CHECKS.items():
        if given.get(name) is not None:
            check(given[name], name)
    transport = httpx2.BaseTransport if issubclass(kind, httpx2.Client) else httpx2.AsyncBaseTransport
    if given.get("transport") is not None:
        check_kind(given["transport"], transport, "transport", f"an `httpx2.{transport.__name__}`")
    for address, mounted in _mounts(given.get("mounts")):
        _check_pattern(address)
        if mounted is not None:
            _check_part(mounted, transport, "mounts", f"an `httpx2.{transport.__name__}` for each address")
    if given.get("http2"):
        _check_http2(kind)
    if isinstance(given.get("verify"), str) and given.get("cert") is not None:
        raise InvalidArgument(
            "is a path beside `cert`; give an `ssl.SSLContext` that has loaded both", parameter="verify"
        )


def _check_http2(kind: type[Any]) -> None:
    if issubclass(kind, httpx2.Client):
        raise InvalidArgument(
            "is True, and the blocking client speaks HTTP/1.1: on one connection for all, one would wait for another",
            parameter="http2",
        )
    if find_spec("h2") is None:
        raise InvalidArgument("needs h2; install httpx2[http2]", parameter="http2")


def check_named_kinds(given: Mapping[str, Any]) -> None:
    """Refuse values that the other library cannot use."""
    headers, proxy, verify = (given.get(name) for name in ("headers", "proxy", "verify"))
    if headers is not None:
        check_kind(headers, Mapping, "headers", "a dictionary of texts")
        for pair in headers.items():
            _check_header(*pair, kinds=str)
    if proxy is not None:
        check_kind(proxy, str, "proxy", "the address as a text")
    if verify is not None:
        check_kind(verify, (bool, str, PathLike), "verify", "True, False or a file of certificates")
    _check_flag(given.get("trust_env", True), "trust_env")


def _check_headers(value: Any, name: str) -> None:
    what = "a dictionary, or a list of pairs"
    is_list = isinstance(value, Sequence) and not isinstance(value, str | bytes)
    if not isinstance(value, Mapping) and not is_list:
        raise InvalidArgument(f"is {described(value)}; give {what}", parameter=name)
    for pair in value.items() if isinstance(value, Mapping) else value:
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise InvalidArgument(f"has an item that is no pair; give {what}", parameter=name)
        _check_header(*pair, kinds=(str, bytes))


def _check_header(name: Any, value: Any, *, kinds: type | tuple[type, ...]) -> None:
    """Refuse what no request can have. The value may be a secret, so that no error quotes it."""
    texts = []
    for part in (name, value):
        _check_part(part, kinds, "headers", "each name and each value as a text")
        if isinstance(part, str) and not part.isascii():
            how = "; give that as bytes" if isinstance(kinds, tuple) else ""
            raise InvalidArgument(f"has a name or a value that is not ASCII{how}", parameter="headers")
        texts.append(part if isinstance(part, bytes) else part.encode())
    if not _NAME.fullmatch(texts[0]):
        raise InvalidArgument("has a name that no header can have", parameter="headers")
    if _CONTROLS.search(texts[1]):
        raise InvalidArgument("has a value with a line break or another control character", parameter="headers")


def _check_cert(value: Any, name: str) -> None:
    parts = value if isinstance(value, tuple) and len(value) in (2, 3) else (value,)
    if not all(isinstance(part, str) for part in parts):
        what = "a path as a text, or a tuple of the paths of certificate and key, and the password"
        raise InvalidArgument(f"is {described(value)}; give {what}", parameter=name)


def _check_hooks(value: Any, name: str) -> None:
    check_kind(value, Mapping, name, "a dictionary of lists of functions")
    for key, functions in value.items():
        if key not in _HOOKS:
            raise InvalidArgument(f"has no effect for `{key}`; give `request` and `response`", parameter=name)
        _check_part(functions, (list, tuple), name, f"a list of functions for `{key}`")
        for function in functions:
            if not callable(function):
                raise InvalidArgument(f"has {described(function)}; give functions", parameter=name)


def _check_flag(value: Any, name: str) -> None:
    if value is not None:
        check_kind(value, bool, name, "True or False")


def _mounts(value: Any) -> list[tuple[Any, Any]]:
    if value is None:
        return []
    check_kind(value, Mapping, "mounts", "a dictionary of transports by address")
    return list(value.items())


def _check_pattern(address: Any) -> None:
    """Refuse what the library does not read as the addresses that a transport is for."""
    _check_part(address, str, "mounts", f"each address as a text, such as {_ADDRESS}")
    try:
        httpx2.URL(address)
    except httpx2.InvalidURL:
        address = "."
    if address and ":" not in address:
        raise InvalidArgument(f"has a text that is no address; give each as {_ADDRESS} or `all://`", parameter="mounts")


def _check_limits(value: Any, name: str) -> None:
    check_kind(value, httpx2.Limits, name, "`httpx2.Limits(…)`")
    for field, kinds in (
        ("max_connections", int),
        ("max_keepalive_connections", int),
        ("keepalive_expiry", (int, float)),
    ):
        if getattr(value, field) is not None:
            _check_part(getattr(value, field), kinds, name, f"a number as `{field}`")


def _check_part(value: object, kinds: type | tuple[type, ...], name: str, give: str) -> None:
    if not isinstance(value, kinds):
        raise InvalidArgument(f"has {described(value)}; give {give}", parameter=name)


def _of(kinds: tuple[type, ...], give: str) -> Callable[[Any, str], None]:
    return lambda value, name: check_kind(value, kinds, name, give)


_CHECKS: Mapping[str, Callable[[Any, str], None]] = {
    "headers": _check_headers,
    "limits": _check_limits,
    "proxy": _of((str, httpx2.URL, httpx2.Proxy), "an address as a text, or `httpx2.Proxy(…)`"),
    "verify": _of((bool, str, SSLContext), "True, False, the path of certificates as a text, or an `ssl.SSLContext`"),
    "cert": _check_cert,
    "event_hooks": _check_hooks,
    "trust_env": _check_flag,
    "http1": _check_flag,
    "http2": _check_flag,
}
