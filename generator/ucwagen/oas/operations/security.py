"""How a client signs in: a token, and the grants that give one."""

from __future__ import annotations

from typing import Any

from ucwagen.model.types.api import SignIn
from ucwagen.oas.text.prose import paragraphs

Json = dict[str, Any]
BEARER = "bearer"


def security_schemes(sign_in: SignIn) -> Json:
    """The token, and how a client gets one."""
    service = sign_in.service
    where = (
        f"The challenge `{service.scheme}` of a 401 names the address of the token service in `{service.address}`, "
        f"and in `{service.offers}` the grants that it takes."
        if service
        else ""
    )
    grants = ", ".join(f"`{name}`" for name in (*sign_in.grants, *(grant.name for grant in sign_in.own_grants)))
    text = paragraphs(("A token that the client sends with each request.", where, f"Grants: {grants}."))
    return {BEARER: {"type": "http", "scheme": BEARER, "description": text}}
