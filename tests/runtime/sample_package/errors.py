"""Errors, all of which derive from `SampleError`."""

from __future__ import annotations

from ._runtime.base.errors import (
    AuthenticationError,
    DecodeError,
    EmbeddedNotAvailable,
    Error,
    InvalidArgument,
    LinkNotAvailable,
)
from ._runtime.calls.errors import ApiError, NotModified, OperationFailed, Subcode, TransportError

__all__ = [
    "ApiError",
    "AuthenticationError",
    "BadRequest",
    "BadRequestNormalizationFailed",
    "Conflict",
    "DecodeError",
    "EmbeddedNotAvailable",
    "GatewayTimeout",
    "InvalidArgument",
    "LimitExceeded",
    "LinkNotAvailable",
    "NormalizationFailed",
    "NotFound",
    "NotModified",
    "OperationFailed",
    "SampleError",
    "Subcode",
    "Timeout",
    "TransportError",
]

SampleError = Error


class BadRequest(ApiError, status=400, code="BadRequest"):
    """The request is wrong."""


class Conflict(ApiError, status=409, code="Conflict"):
    """It clashes with what is there."""


class NotFound(ApiError, status=404, code="NotFound"):
    """There is no such thing."""


class Timeout(ApiError, status=504, code="Timeout"):
    """It took too long."""


GatewayTimeout = Timeout
"""Another name of Timeout."""


class LimitExceeded(Subcode, subcode="LimitExceeded"):
    """There are too many."""


class NormalizationFailed(Subcode, subcode="NormalizationFailed"):
    """The number cannot be dialled."""


class BadRequestNormalizationFailed(BadRequest, NormalizationFailed):
    """The number cannot be dialled."""
