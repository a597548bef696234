"""What tests of calls between clients share: users, events and how operations end."""

from __future__ import annotations

import anyio
import pytest
from tests.protocol.ways import ANN

from ucwa2.errors import OperationFailed

CEMS = "sip:cem@contoso.com"
CEM = type(ANN)("cem@contoso.com", "secret")


async def first(events, rel, kind):
    """The next event of a kind about a resource of a rel."""
    with anyio.fail_after(10):
        while True:
            event = await events.next(timeout=10)
            if (event.rel, event.type) == (rel, kind):
                return event


async def ended(operation) -> tuple[str, str]:
    """The code and the subcode with which an invitation failed."""
    with pytest.raises(OperationFailed) as raised:
        await operation.result(timeout=10)
    return raised.value.reason.code, raised.value.reason.subcode
