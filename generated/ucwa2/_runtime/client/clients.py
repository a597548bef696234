"""What the generated blocking client is put together from, and the types of the settings of both kinds."""

from __future__ import annotations

from ..requests.call import Format
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
