# Made by ucwagen from specs/api.yaml. Do not edit: change the spec and build again.
"""A typed client for UCWA 2.0, the REST API of Skype for Business Server.

Resources are in `ucwa2.resources`, one module each; enumerations in `ucwa2.enums`, errors in `ucwa2.errors`.
"""

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
from ._runtime.base.errors import (
    DecodeError,
    EmbeddedNotAvailable,
    InvalidArgument,
    LinkNotAvailable,
    LinkRefused,
    Overflow,
    RecoveryFailed,
)
from ._runtime.base.errors import Error as UcwaError
from ._runtime.base.metaclass import publish_all as _publish_all
from ._runtime.calls.errors import (
    ApiError,
    AuthenticationError,
    NotModified,
    OperationFailed,
    SignInRequired,
    TransportError,
)
from ._runtime.lazy import MODULES as _MODULES
from ._runtime.lazy import lazy as _lazy
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
    from .async_client import AsyncClient
    from .client import Client
    from .grants import AnonymousMeetingGrant
else:
    __getattr__ = _lazy(__name__)

UcwaError.__name__ = UcwaError.__qualname__ = "UcwaError"

__version__ = "0.1.0"
"""That of the specs, which the metadata of the distribution has too."""

__all__ = [
    "UNSET",
    "AnonymousMeetingGrant",
    "ApiError",
    "AsyncClient",
    "AsyncEventStream",
    "AsyncPendingOperation",
    "AuthenticationError",
    "Call",
    "Chain",
    "Client",
    "Content",
    "DataLink",
    "DecodeError",
    "Document",
    "EmbeddedNotAvailable",
    "ErrorBody",
    "Event",
    "EventPage",
    "EventStream",
    "InvalidArgument",
    "Item",
    "Link",
    "LinkNotAvailable",
    "LinkRefused",
    "NotModified",
    "OperationFailed",
    "Outcome",
    "Outcomes",
    "Overflow",
    "PassiveGrant",
    "PasswordGrant",
    "PendingOperation",
    "Policy",
    "RecoveryFailed",
    "Request",
    "Reset",
    "Response",
    "SignInRequired",
    "State",
    "TokenGrant",
    "TransportError",
    "UcwaError",
    "Unset",
    "Validator",
    "WindowsGrant",
    "decode",
]

_publish_all(__name__)


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, *_MODULES]
