"""How the users of a sandbox sign in: the first way of the API for which they have credentials."""

from __future__ import annotations

from typing import Any

from .._runtime.base.registry import index
from .._runtime.client import PasswordGrant, TokenGrant, WindowsGrant
from ..sandbox.state.settings import Settings
from ..sandbox.state.users import SandboxUser


def grant_of(user: SandboxUser, settings: Settings) -> Any:
    """The credentials of a user; raises ``ValueError`` if this API takes none that the user has."""
    sign_in = index().sign_in
    offers = sign_in.grants if sign_in else ()
    if settings.windows and "windows" in offers:
        return WindowsGrant(user.name, user.password)
    if user.password and "password" in offers:
        return PasswordGrant(user.name, user.password)
    if user.token and "token" in offers:
        return TokenGrant(user.token)
    raise ValueError(
        f"user `{user.name}` has nothing to sign in with by {', '.join(offers)}; override the fixture that gives the grant"
    )
