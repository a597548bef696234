"""The settings of calls: how long they take to connect, how invitations end, and which numbers exist."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from ..extension import HttpError, NotNegative, SandboxBackend, convert, settings_fields

State = Literal["Connected", "Failed", "Declined", "Cancelled", "Forwarded", "Transferred"]


class InvitationOutcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How an invitation ends."""

    state: State = "Failed"
    code: str = "RemoteFailure"
    subcode: str = "Timeout"
    after: NotNegative | None = None
    to: str = ""
    """Who is called instead, if it is forwarded or transferred."""

    def __post_init__(self) -> None:
        if (self.state in ("Forwarded", "Transferred")) != bool(self.to):
            raise ValueError("`to` belongs to the states Forwarded and Transferred, which need it")


class CallSettings(msgspec.Struct):
    """Settings of calls."""

    call_seconds: NotNegative = 0.1
    """Seconds for which a call to a number is `Connecting`."""
    call_states: dict[str, State | InvitationOutcome] = msgspec.field(default_factory=dict)
    """Outcomes of invitations by number or user: a state, or an object with the fields of `InvitationOutcome`."""
    numbers: list[str] = msgspec.field(default_factory=lambda: ["tel:+*"])
    """Telephone numbers that exist; a star at the end stands for any digits."""


call_settings = settings_fields(CallSettings)


def outcome(backend: SandboxBackend, to: str) -> InvitationOutcome | None:
    """How the settings let an invitation to an address end."""
    found: Any = call_settings(backend.settings).call_states.get(to)
    if found is None or isinstance(found, InvitationOutcome):
        return found
    try:
        return convert({"state": found} if isinstance(found, str) else found, InvitationOutcome)
    except ValueError as fault:
        raise HttpError(500, message=f"the setting call_states is wrong for {to}: {fault}") from None


def is_number(backend: SandboxBackend, to: str) -> bool:
    """Whether an address is a telephone number that exists."""
    digits = to.removeprefix("tel:").partition(";")[0]
    if not digits.removeprefix("+").isdecimal():
        return False
    known = call_settings(backend.settings).numbers
    return any(f"tel:{digits}".startswith(one[:-1]) if one.endswith("*") else one == f"tel:{digits}" for one in known)
