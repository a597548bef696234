"""The pause before a recovery, from the one budget of all recoveries of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..session.effects import Flow, Sleep

if TYPE_CHECKING:
    from ..session.session import ClientSession


def spend(session: ClientSession) -> Flow[None]:
    """Spend one recovery, and wait as the budget demands. Raises ``RecoveryFailed`` where it is used up."""
    policy = session.policy
    pause = session.recovery.pause(session.clock(), policy.longest_pause, policy.patience)
    if pause:
        yield Sleep(pause * (0.5 + session.random() / 2))
