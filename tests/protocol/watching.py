"""What a sandbox received and holds, and waiting for it."""

from __future__ import annotations

import anyio


def paths(sandbox, method: str) -> list[str]:
    """The paths of the requests of a method, in order."""
    return [asked.path for asked in sandbox.backend.requests if asked.method == method]


def application_of(sandbox):
    """The only application of a sandbox."""
    return next(iter(sandbox.backend.applications.values()))


async def until(holds, seconds: float = 10.0) -> None:
    """Wait for a condition."""
    with anyio.fail_after(seconds):
        while not holds():
            await anyio.sleep(0.01)
