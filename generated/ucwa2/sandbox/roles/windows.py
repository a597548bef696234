"""Windows authentication of a request: Kerberos and NTLM by pyspnego, with the tokens of one connection."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ..http.messages import HttpError, HttpRequest
from ..state.backend import SandboxBackend
from ..state.parts import state_per_owner
from ..state.users import SandboxUser

if TYPE_CHECKING:
    from spnego import ContextProxy

SCHEMES = {"negotiate": "Negotiate", "ntlm": "NTLM"}
_FILE = "NTLM_USER_FILE"
"""The variable that names the file in which pyspnego looks up users."""
_MOST = 1000
"""Exchanges that may be unfinished."""


class Exchanges:
    """Unfinished exchanges by connection, and the file in which pyspnego looks up users."""

    def __init__(self) -> None:
        self.found: dict[str, ContextProxy] = {}
        self.file: Path | None = None

    def tell(self, backend: SandboxBackend) -> None:
        """Write the names and passwords of the users, as they are now."""
        if self.file is not None:
            rows = [f":{user.name}:{user.password}\n" for user in backend.users.values()]
            self.file.write_text("".join(rows), "utf-8")


_exchanges_of = state_per_owner(Exchanges)


def windows_user(backend: SandboxBackend, request: HttpRequest) -> tuple[SandboxUser, dict[str, str]]:
    """The user that the tokens of the connection prove, and the headers of the response.

    Raises ``HttpError`` with the next token of the exchange, or with the schemes on offer.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    known = _exchanges_of(backend)
    known.tell(backend)
    exchanges = known.found
    context = exchanges.pop(request.connection, None) or _begun(scheme, len(exchanges))
    if context is None:
        raise _refused(SCHEMES.values())
    try:
        answer = context.step(b64decode(token))
    except Exception:  # pyspnego raises errors of several libraries
        raise _refused(SCHEMES.values()) from None
    line = f"{SCHEMES[scheme.lower()]} {b64encode(answer or b'').decode()}"
    if not context.complete:
        exchanges[request.connection] = context
        raise _refused([line])
    user = backend.user((context.client_principal or "").lower())
    if user is None:
        raise _refused(SCHEMES.values())
    return user, {"www-authenticate": line} if answer else {}


def _begun(scheme: str, unfinished: int) -> ContextProxy | None:
    """A new exchange; None without a scheme of Windows authentication."""
    if scheme.lower() not in SCHEMES or unfinished >= _MOST:
        return None
    import spnego

    return spnego.server("localhost", "HTTP", protocol=scheme.lower())


def _refused(offers: Iterable[str]) -> HttpError:
    return HttpError(401, message="sign in by Windows authentication", headers={"www-authenticate": "\n".join(offers)})


@contextmanager
def ntlm_users(backend: SandboxBackend) -> Generator[None]:
    """Let pyspnego know the passwords of the users, where the settings offer Windows authentication.

    It looks them up in a file that a variable of this process names.
    """
    if not backend.settings.windows:
        yield
        return
    before, known = os.environ.get(_FILE), _exchanges_of(backend)
    with TemporaryDirectory() as folder:
        known.file = Path(folder) / "users"
        known.tell(backend)
        os.environ[_FILE] = str(known.file)
        try:
            yield
        finally:
            known.file = None
            os.environ.pop(_FILE)
            if before is not None:
                os.environ[_FILE] = before
