"""The options of the sandbox of a test: users, faults and settings, as markers and fixtures give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from ..sandbox import SandboxBackend, SandboxUser
from ..sandbox.http.json_input import convert
from ..sandbox.state.settings import changed
from ..sandbox.state.users import check_users, new_users

PASSWORD = "secret"
"""The password of a user for whom none is given."""

NewUser = str | Mapping[str, Any] | SandboxUser


def backend_of(
    users: Iterable[NewUser] | None = None,
    faults: Iterable[Mapping[str, Any]] = (),
    settings: Mapping[str, Any] | None = None,
) -> SandboxBackend:
    """A new backend; raises ``ValueError`` that names the user, the fault or the setting that cannot be.

    A user is a name to sign in with, the fields of a user, or a user; a name of one of the users that every sandbox has
    stands for that one. Others have the password ``secret``, unless they have another, or a token. Events of every
    priority are sent at once, unless the setting ``prompt_events`` says otherwise.
    """
    if isinstance(users, (str, Mapping)) or (users is not None and not isinstance(users, Iterable)):
        raise ValueError("users are a list, of a name or an object for each user")
    backend = SandboxBackend(None if users is None else check_users([*map(_user, users)]))
    backend.settings = changed(backend.settings, {"prompt_events": True, **(settings or {})})
    backend.faults.add(faults)
    return backend


def _user(given: NewUser) -> SandboxUser:
    if isinstance(given, SandboxUser):
        return given if given.password or given.token else replace(given, password=PASSWORD)
    if isinstance(given, str):
        known = {user.name.lower(): user for user in new_users()}
        return known.get(given.strip().lower()) or _user({"name": given})
    if not isinstance(given, Mapping):
        raise ValueError(f"a user is a name, an object or a `SandboxUser`, not {type(given).__name__}")
    return convert({"password": PASSWORD, **given}, SandboxUser)
