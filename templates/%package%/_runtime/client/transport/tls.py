"""TLS settings: the clients of a process that have the same settings share one context.

A context holds all certificates of the authorities: it takes most of the time and memory of a client.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeAlias

import httpx2

_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_OWN = ("cert", "transport")
"""Options with which httpx2 needs a context for one client alone, or none."""
_Version: TypeAlias = tuple[str, int, int]


def with_shared_context(options: dict[str, Any]) -> dict[str, Any]:
    """The options of an httpx2 client; ``verify`` becomes a shared context where it is true or false."""
    verify = options.get("verify", True)
    if not isinstance(verify, bool) or any(options.get(name) is not None for name in _OWN):
        return options
    trust_env = bool(options.get("trust_env", True))
    protocols = _protocols(bool(options.get("http1", True)), bool(options.get("http2", False)))
    return {**options, "verify": _context(verify, trust_env, protocols, tuple(_authorities(trust_env)))}


@lru_cache(maxsize=8)
def _context(
    verify: bool, trust_env: bool, protocols: tuple[str, ...], authorities: tuple[_Version, ...]
) -> ssl.SSLContext:
    """The context of these settings. Changed files of certificates give a new one.

    The HTTP library sets the protocols again at each connection, which is not safe while another thread connects.
    """
    context = httpx2.create_ssl_context(verify=verify, trust_env=trust_env)
    context.set_alpn_protocols(list(protocols))
    vars(context)["set_alpn_protocols"] = _ignored
    return context


def _ignored(_: list[str]) -> None:
    """Replaces ``set_alpn_protocols`` of a shared context."""


def _protocols(http1: bool, http2: bool) -> tuple[str, ...]:
    """The protocols that the HTTP library offers."""
    return (("h2", "http/1.1") if http1 else ("h2",)) if http2 else ("http/1.1",)


def _authorities(trust_env: bool) -> Iterator[_Version]:
    """The files and folders of certificates, with the time of their last change and their size."""
    paths = ssl.get_default_verify_paths()
    given = [os.environ.get(name) for name in _VARIABLES] if trust_env else []
    for path in (*given, paths.openssl_cafile, paths.openssl_capath):
        if path and os.path.exists(path):  # noqa: PTH110
            status = os.stat(path)  # noqa: PTH116
            yield path, status.st_mtime_ns, status.st_size
