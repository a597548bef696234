"""The desk, where a login or the card of a curator is changed for a token."""

from __future__ import annotations

import json
from urllib.parse import parse_qs

from ..extension import AccessToken, HttpRequest, HttpResponse, SandboxBackend, SandboxUser, challenge, serves

ADDRESS = "/gate/desk"
LIFE = 600.0
"""Seconds until a token expires."""


@challenge
def desk(backend: SandboxBackend, request: HttpRequest) -> str:
    """The address of the desk, and what it takes."""
    return f'Granary-Gate desk="{request.base}{ADDRESS}", accepts="granary-login,curator-card"'


@serves(ADDRESS, "POST")
def change(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    """A token for a login, or for the card of a user: its token."""
    form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
    found = next((user for user in backend.users.values() if _fits(user, form)), None)
    if found is None:
        return _answer(400, error="invalid_grant", error_description="this card opens no door")
    value = f"seed-{len(backend.tokens)}"
    backend.tokens[value] = AccessToken(found, backend.clock() + LIFE)
    return _answer(200, access_token=value, expires_in=LIFE)


def _fits(user: SandboxUser, form: dict[str, str]) -> bool:
    if form.get("grant_type") == "curator-card":
        return bool(user.token) and form.get("card") == user.token
    return form.get("grant_type") == "granary-login" and (user.name, user.password) == (
        form.get("username"), form.get("password"),
    )  # fmt: skip


def _answer(status: int, **members: object) -> HttpResponse:
    return HttpResponse(status, content=json.dumps(members).encode(), headers={"content-type": "application/json"})
