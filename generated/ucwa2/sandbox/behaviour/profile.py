"""Users of UCWA: their profile, their SIP address, and the default users of a sandbox."""

from __future__ import annotations

from typing import Any

import msgspec

from ..extension import USERS, SandboxBackend, SandboxUser, default_users, state_per_owner, user_fields


class Profile(msgspec.Struct):
    """The properties of a user that others see."""

    presence: dict[str, Any] = msgspec.field(default_factory=lambda: {"availability": "Offline", "activity": "Offline"})
    note: dict[str, Any] = msgspec.field(default_factory=lambda: {"message": "", "type": "Personal"})
    location: str = ""
    details: dict[str, Any] = msgspec.field(default_factory=dict)
    """More properties of `me` and `contact`."""
    photo: bytes = b"\xff\xd8\xff\xe0sandbox\xff\xd9"
    contacts: list[str] = msgspec.field(default_factory=list)
    """The contact list at the start; all other users if it is empty."""
    delegates: list[str] = msgspec.field(default_factory=list)
    """The names of the users who may call on behalf of this one."""
    favorites: list[str] = msgspec.field(default_factory=list)
    """The pinned contacts at the start."""
    is_guest: bool = False


profile = user_fields(Profile)


class SignOut:
    """Whether the last application that made a user available has ended."""

    is_signed_out = False


sign_out_of = state_per_owner(SignOut)


class AvailabilityRecord:
    """Whether an application has made its user available."""

    is_available = False


availability_of = state_per_owner(AvailabilityRecord)


@default_users
def two_users() -> list[SandboxUser]:
    make = USERS.whole
    return [make("ann@contoso.com", "secret", "Ann Adams"), make("bob@contoso.com", "secret", "Bob Berg")]


def uri_of(user: SandboxUser) -> str:
    """The SIP address of a user."""
    return f"sip:{user.name}"


def find_user(backend: SandboxBackend, uri: str) -> SandboxUser | None:
    """The user with a name or a SIP address."""
    return backend.user(uri.strip().lower().removeprefix("sip:"))


def user_of_number(backend: SandboxBackend, number: str) -> SandboxUser | None:
    """The user with a telephone number among their details."""
    users = backend.users.values()
    return next(
        (user for user in users if number.startswith("tel:") and number in profile(user).details.values()), None
    )
