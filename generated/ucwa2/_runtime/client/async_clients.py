"""What the generated asynchronous client is put together from. A program that only blocks does not import it."""

from __future__ import annotations

from ._async.activity import AsyncActivityClient
from ._async.client import AsyncSendingClient
from ._async.features import (
    AsyncApplicationClient,
    AsyncBatchClient,
    AsyncEventsClient,
    AsyncOperationsClient,
    AsyncSignInClient,
)

__all__ = [
    "AsyncActivityClient",
    "AsyncApplicationClient",
    "AsyncBatchClient",
    "AsyncEventsClient",
    "AsyncOperationsClient",
    "AsyncSendingClient",
    "AsyncSignInClient",
]
