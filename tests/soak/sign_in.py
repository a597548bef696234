"""The user of a run, who signs in by a password, NTLM or Kerberos, and the secrets that must not get out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from tests.kerberos import realm as realms

from ucwa2 import PasswordGrant, WindowsGrant
from ucwa2.sandbox import SandboxBackend, SandboxUser

SignIn = Literal["password", "NTLM", "Kerberos"]
ANN, PASSWORD = "ann@contoso.com", "c4n4ry/of+her-own=="
LIFE = 1.0
"""Seconds until a token expires, so that the user signs in again and again."""

_NTLM = ("TlRMTVNTUAA", "NTLMSSP\0", "NTLMSSP\\x00")
"""How each token of NTLM begins: in base64, as bytes, and as Python shows them."""


class Issued(dict[str, Any]):
    """The tokens of a sandbox, which remembers all that it ever had."""

    def __init__(self) -> None:
        super().__init__()
        self.ever: set[str] = set()

    def __setitem__(self, name: str, value: Any) -> None:
        self.ever.add(name.removeprefix("cwt="))
        super().__setitem__(name, value)


@dataclass(frozen=True)
class User:
    """The grant of a run, its sandbox, the host to reach it at, and the secrets that do not change."""

    grant: PasswordGrant | WindowsGrant
    backend: SandboxBackend
    host: str
    secrets: frozenset[str]

    @property
    def tokens(self) -> set[str]:
        """The tokens that the sandbox ever issued."""
        found: set[str] = self.backend.tokens.ever  # type: ignore[attr-defined]
        return found


def without_kerberos(folder: Path) -> str:
    """The settings of a system that has no realm, and does not look for one in the network."""
    file = folder / "krb5.conf"
    file.write_text("[libdefaults]\ndns_lookup_kdc = false\ndns_lookup_realm = false\n", "utf-8")
    return str(file)


def missing(sign_in: SignIn) -> str:
    """What is not installed."""
    from importlib.util import find_spec

    if sign_in == "Kerberos":
        return realms.missing()
    return "the extra `windows`" if sign_in == "NTLM" and find_spec("spnego") is None else ""


@contextmanager
def user_of(sign_in: SignIn) -> Iterator[User]:
    """The user, and what signing in needs around it."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        if sign_in == "Kerberos":
            stack.enter_context(_environment(**stack.enter_context(realms.realm(folder)).environment))
            grant = WindowsGrant(realms.USER, realms.PASSWORD, allow_ntlm=False)
            yield User(grant, _backend(realms.USER, realms.PASSWORD), "localhost", frozenset({realms.PASSWORD}))
            return
        stack.enter_context(_environment(KRB5_CONFIG=without_kerberos(folder)))
        given = WindowsGrant(ANN, PASSWORD) if sign_in == "NTLM" else PasswordGrant(ANN, PASSWORD)
        backend = _backend(ANN, PASSWORD)
        backend.settings.windows = sign_in == "NTLM"
        yield User(given, backend, "127.0.0.1", frozenset({PASSWORD, *_NTLM}))


def _backend(name: str, password: str) -> SandboxBackend:
    backend = SandboxBackend([SandboxUser(name, password, "Ann Adams")])
    backend.settings.windows = True
    backend.settings.token_life = LIFE
    backend.tokens = Issued()
    return backend


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value
