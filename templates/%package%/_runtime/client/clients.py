"""What generated clients are put together from: the classes of both kinds, and the types of their settings."""

from __future__ import annotations

from ..requests.call import Format
from ._async.activity import AsyncActivityClient
from ._async.client import AsyncSendingClient
from ._async.features import (
    AsyncApplicationClient,
    AsyncBatchClient,
    AsyncEventsClient,
    AsyncOperationsClient,
    AsyncSignInClient,
)
from ._sync.activity import ActivityClient
from ._sync.client import SendingClient
from ._sync.features import ApplicationClient, BatchClient, EventsClient, OperationsClient, SignInClient
from .base_client import BaseClient, CreatingClient, EntryPoint
from .session.channel import Acknowledge
from .session.grants import Grant
from .session.retry import Policy

__all__ = [
    "Acknowledge",
    "ActivityClient",
    "ApplicationClient",
    "AsyncActivityClient",
    "AsyncApplicationClient",
    "AsyncBatchClient",
    "AsyncEventsClient",
    "AsyncOperationsClient",
    "AsyncSendingClient",
    "AsyncSignInClient",
    "BaseClient",
    "BatchClient",
    "CreatingClient",
    "EntryPoint",
    "EventsClient",
    "Format",
    "Grant",
    "OperationsClient",
    "Policy",
    "SendingClient",
    "SignInClient",
]
