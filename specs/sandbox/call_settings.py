"""The settings of calls: how long they take to connect, and how invitations end."""

from __future__ import annotations

import msgspec

from ..extension import settings_fields


class CallSettings(msgspec.Struct):
    """Settings of calls."""

    call_seconds: float = 0.1
    """Seconds for which a call is `Connecting`."""
    call_states: dict[str, str | dict[str, str | float]] = msgspec.field(default_factory=dict)
    """Outcomes of invitations by number or user: a state, or an object with `state`, `code`, `subcode` and `after`."""


call_settings = settings_fields(CallSettings)
