"""What the settings of the generated clients are put together from, for both kinds."""

from __future__ import annotations

from ..requests.call import Format
from .base_client import BaseClient, CreatingClient, EntryPoint
from .session.channel import Acknowledge
from .session.grants import Grant
from .session.retry import Policy

__all__ = ["Acknowledge", "BaseClient", "CreatingClient", "EntryPoint", "Format", "Grant", "Policy"]
