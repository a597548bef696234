# Made by ucwagen from specs/api.yaml. Do not edit: change the spec and build again.
"""A typed client for UCWA 2.0, the REST API of Skype for Business Server.

Resources are in `ucwa2.resources`, one module each; enumerations in `ucwa2.enums`, errors in `ucwa2.errors`.
"""

from __future__ import annotations

from . import _index as _index
from ._runtime import (
    TYPE_CHECKING,
    UNSET,
    Call,
    Content,
    DataLink,
    Document,
    ErrorBody,
    Event,
    EventPage,
    Link,
    Request,
    Response,
    State,
    Unset,
    Validator,
)
from ._runtime.base.errors import Error as UcwaError
from ._runtime.calls.errors import SignInRequired
from ._runtime.lazy import lazy
from ._runtime.reading.decode import decode

if TYPE_CHECKING:
    from ._runtime.client import (
        AsyncEventStream,
        AsyncPendingOperation,
        EventStream,
        Item,
        Outcome,
        Outcomes,
        PassiveGrant,
        PasswordGrant,
        PendingOperation,
        Policy,
        Reset,
        TokenGrant,
        WindowsGrant,
    )
    from ._runtime.requests.chain import Chain
    from .client import AsyncClient, Client
    from .grants import AnonymousMeetingGrant
else:
    __getattr__ = lazy(__name__)

UcwaError.__name__ = UcwaError.__qualname__ = "UcwaError"
UcwaError.__module__ = __name__

__all__ = [
    "UNSET",
    "AnonymousMeetingGrant",
    "AsyncClient",
    "AsyncEventStream",
    "AsyncPendingOperation",
    "Call",
    "Chain",
    "Client",
    "Content",
    "DataLink",
    "Document",
    "ErrorBody",
    "Event",
    "EventPage",
    "EventStream",
    "Item",
    "Link",
    "Outcome",
    "Outcomes",
    "PassiveGrant",
    "PasswordGrant",
    "PendingOperation",
    "Policy",
    "Request",
    "Reset",
    "Response",
    "SignInRequired",
    "State",
    "TokenGrant",
    "UcwaError",
    "Unset",
    "Validator",
    "WindowsGrant",
    "decode",
]
