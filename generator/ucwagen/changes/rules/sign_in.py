"""How a client gets a token: grants, the token service, and the sign that a token has expired."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, replace

from ucwagen.changes.rules.found import Both, Found, Place, matched, order, said
from ucwagen.changes.types.rule import Rule, addition, breaking
from ucwagen.model.types.settings import Expired, SignIn, TokenService

REMOVED = breaking("sign-in-removed", "Clients take no grant.", mirror="sign-in-added", gone=True)
ADDED = addition("sign-in-added", "Clients take a grant.", mirror="sign-in-removed")
GRANT_REMOVED = breaking("grant-removed", "Its class is gone.", mirror="grant-added", gone=True)
GRANT_ADDED = addition("grant-added", "There is one way more to sign in.", mirror="grant-removed")
SERVICE_REMOVED = breaking(
    "token-service-removed", "Clients get no token by themselves.", mirror="token-service-added", gone=True
)
SERVICE_ADDED = addition("token-service-added", "Clients get tokens by themselves.", mirror="token-service-removed")
SERVICE_CHANGED = breaking("token-service-changed", "A token service with the former words is not understood.")
EXPIRED_REMOVED = breaking(
    "expired-token-removed",
    "The client does not renew a token that is refused in this way.",
    mirror="expired-token-added",
    gone=True,
)
EXPIRED_ADDED = addition(
    "expired-token-added", "The client renews a token that is refused in this way.", mirror="expired-token-removed"
)
EXPIRED_CHANGED = breaking("expired-token-changed", "The client renews a token after another answer.")
RULES = (
    REMOVED, ADDED, GRANT_REMOVED, GRANT_ADDED, SERVICE_REMOVED, SERVICE_ADDED, SERVICE_CHANGED, EXPIRED_REMOVED,
    EXPIRED_ADDED, EXPIRED_CHANGED,
)  # fmt: skip
Part = TokenService | Expired


def sign_in(both: Both, place: Place) -> Iterator[Found]:
    """How a client gets a token."""
    old, new = both.old.sign_in, both.new.sign_in
    place = place.inside("sign_in")
    if old is None or new is None:
        if old or new:
            yield place.found(*((ADDED, "sign-in is new") if new else (REMOVED, "sign-in is removed")))
        return
    for key in ("grants", "own_grants"):
        yield from _grants(_named(old, key), _named(new, key), place.inside(key))
    rules = (SERVICE_REMOVED, SERVICE_ADDED, SERVICE_CHANGED)
    grants = set(old.grants) & set(new.grants)
    services = _of_both(old.service, grants), _of_both(new.service, grants)
    yield from _part(*services, rules, place.inside("service"), "the token service")
    rules = (EXPIRED_REMOVED, EXPIRED_ADDED, EXPIRED_CHANGED)
    yield from _part(old.expired, new.expired, rules, place.inside("expired"), "the sign of an expired token")


def _named(found: SignIn, key: str) -> tuple[str, ...]:
    return found.grants if key == "grants" else tuple(grant.name for grant in found.own_grants)


def _grants(old: tuple[str, ...], new: tuple[str, ...], place: Place) -> Iterator[Found]:
    rows = matched(old, new, lambda row: row)
    for row in rows.gone:
        yield place.inside(row).found(GRANT_REMOVED, f"grant `{row}` is removed")
    for row in rows.new:
        yield place.inside(row).found(GRANT_ADDED, f"grant `{row}` is new")
    yield from order(rows, place, "grants")


def _part(
    old: Part | None, new: Part | None, rules: tuple[Rule, Rule, Rule], place: Place, what: str
) -> Iterator[Found]:
    removed, added, changed = rules
    if old is None or new is None:
        if old or new:
            yield place.found(*((added, f"{what} is new") if new else (removed, f"{what} is removed")))
        return
    for field in fields(old):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            message = f"`{field.name}` of {what} is {said(after)}, was {said(before)}"
            yield place.inside(field.name).found(changed, message)


def _of_both(service: TokenService | None, grants: Collection[str]) -> TokenService | None:
    """The token service with the grant types of some grants alone."""
    return replace(service, types=tuple(row for row in service.types if row[0] in grants)) if service else None
