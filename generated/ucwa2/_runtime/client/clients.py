"""What the generated blocking client is put together from. A program for ``async`` alone does not import it."""

from __future__ import annotations

from ._sync.activity import ActivityClient
from ._sync.client import SendingClient
from ._sync.features import ApplicationClient, BatchClient, EventsClient, OperationsClient, SignInClient

__all__ = [
    "ActivityClient",
    "ApplicationClient",
    "BatchClient",
    "EventsClient",
    "OperationsClient",
    "SendingClient",
    "SignInClient",
]
