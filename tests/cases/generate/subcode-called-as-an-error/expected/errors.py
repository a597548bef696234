# Made by ucwagen from specs/errors.yaml and specs/resources/. Do not edit: change the specs and build again.
"""Errors, all of which derive from `TinyError`.

    TinyError
    ├── DecodeError              what came back cannot be read: path, position, excerpt
    ├── LinkNotAvailable         the server does not offer this link now
    ├── EmbeddedNotAvailable     the server did not send this embedded resource
    ├── NotModified              nothing has changed since an ETag, and no state to compare with was at hand
    ├── TransportError           nothing usable came back: timeout, connection, TLS, an answer of something else
    ├── LinkRefused              a link leads to an untrusted server or an invalid address; nothing was sent
    ├── AuthenticationError      discovery or token service refused the sign-in
    │   └── SignInRequired       a person must sign in at a page
    ├── Overflow                 a consumer of events left too many lying
    ├── RecoveryFailed           the server lost again and again what the client had recovered
    ├── OperationFailed          an operation completed with a failure, or an event carried a reason
    ├── InvalidArgument          a parameter breaks a documented limit; nothing was sent
    └── ApiError                 the server answered with an error
        ├── BadRequest (400)
        │   ├── BadRequestConflict
        │   └── BadRequestTooLong
        └── Conflict (409)

A class of two names, an error's and a subcode's, also derives from the marker of its subcode, so that a subcode can be
caught under every error. The markers are:

`TooLong`, `ConflictSubcode`

The group `conflict`, which many operations share:

- `BadRequestConflict`: Two want the same.
"""

from __future__ import annotations

from ._runtime.base.errors import (
    DecodeError,
    EmbeddedNotAvailable,
    Error,
    InvalidArgument,
    LinkNotAvailable,
    LinkRefused,
    Overflow,
    RecoveryFailed,
)
from ._runtime.calls.errors import (
    ApiError,
    AuthenticationError,
    NotModified,
    OperationFailed,
    SignInRequired,
    Subcode,
    TransportError,
)

__all__ = [
    "ApiError",
    "AuthenticationError",
    "BadRequest",
    "BadRequestConflict",
    "BadRequestTooLong",
    "Conflict",
    "ConflictSubcode",
    "DecodeError",
    "EmbeddedNotAvailable",
    "InvalidArgument",
    "LinkNotAvailable",
    "LinkRefused",
    "NotModified",
    "OperationFailed",
    "Overflow",
    "RecoveryFailed",
    "SignInRequired",
    "Subcode",
    "TinyError",
    "TooLong",
    "TransportError",
]

TinyError = Error


class BadRequest(ApiError, status=400, code="BadRequest"):
    """Something is wrong with the request."""


class Conflict(ApiError, status=409, code="Conflict"):
    """The resource is busy."""


class TooLong(Subcode, subcode="TooLong"):
    """A text has too many characters."""


class ConflictSubcode(Subcode, subcode="Conflict"):
    """Two want the same."""


class BadRequestConflict(BadRequest, ConflictSubcode):
    """Two want the same."""


class BadRequestTooLong(BadRequest, TooLong):
    """A text has too many characters."""
