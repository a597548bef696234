# Made by ucwagen from specs/errors.yaml and specs/resources/. Do not edit: change the specs and build again.
"""Errors, all of which derive from `UcwaError`.

    UcwaError
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
        │   ├── BadRequestDeserializationFailure
        │   ├── BadRequestNormalizationFailed
        │   └── BadRequestParameterValidationFailure
        ├── Forbidden (403)
        │   ├── ForbiddenAnonymousNotAllowed
        │   ├── ForbiddenLimitExceeded
        │   ├── ForbiddenNoDelegatesConfigured
        │   ├── ForbiddenNoTeamMembersConfigured
        │   ├── ForbiddenOperationNotSupported
        │   └── ForbiddenTooManyContacts
        ├── NotFound (404)
        │   ├── NotFoundAPIVersionNotSupported
        │   ├── NotFoundApplicationNotFound
        │   └── NotFoundDestinationNotFound
        ├── MethodNotAllowed (405)
        ├── NotAcceptable (406)
        ├── ClientTimeout (408)
        ├── Conflict (409)
        │   ├── ConflictAlreadyExists
        │   ├── ConflictLimitExceeded
        │   ├── ConflictMakeMeAvailableRequired
        │   ├── ConflictNoDelegatesConfigured
        │   ├── ConflictNoTeamMembersConfigured
        │   ├── ConflictTooManyApplications
        │   ├── ConflictTooManyGroups
        │   └── ConflictTooManyOnlineMeetings
        ├── Gone (410)
        │   ├── GoneCannotRedirect
        │   └── GoneInactiveApplicationExpired
        ├── PreconditionFailed (412)
        ├── EntityTooLarge (413)
        ├── UnsupportedMediaType (415)
        ├── PreconditionRequired (428)
        ├── TooManyRequests (429)
        ├── ServiceFailure (500)
        │   ├── ServiceFailureCallbackChannelError
        │   ├── ServiceFailureInvalidExchangeServerVersion
        │   ├── ServiceFailureMigrationInProgress
        │   └── ServiceFailureProvisioningDataUnavailable
        ├── ServiceUnavailable (503)
        ├── Timeout (504, also GatewayTimeout)
        └── ExchangeServiceFailure (500)

A class of two names, an error's and a subcode's, also derives from the marker of its subcode, so that a subcode can be
caught under every error. The markers are:

`AlreadyExists`, `AnonymousNotAllowed`, `AnotherOperationPending`, `APIVersionNotSupported`, `ApplicationNotFound`,
`AttendeeNotAllowed`, `AutoAccepted`, `Busy`, `CallbackUriUnreachable`, `CallTerminated`, `Canceled`,
`ConnectedElsewhere`, `ConversationNotFound`, `Declined`, `Demoted`, `Denied`, `DerivedConversation`,
`DeserializationFailure`, `DestinationNotFound`, `DialoutNotAllowed`, `DoNotDisturb`, `Ejected`, `Ended`,
`EscalationFailed`, `ExchangeTimeout`, `Expired`, `FederationRequired`, `Forwarded`, `InactiveApplicationExpired`,
`InsufficientBandwidth`, `InvalidMediaDescription`, `InviteesOnly`, `IPv6NotSupported`, `LimitExceeded`,
`LisServiceUnavailable`, `MakeMeAvailableRequired`, `MediaEncryptionMismatch`, `MediaEncryptionNotSupported`,
`MediaEncryptionRequired`, `MediaFailure`, `MediaFallback`, `MediaNegotiationFailure`, `MediaNegotiationTimeOut`,
`MigrationInProgress`, `Missed`, `ModalityNotSupported`, `NewContentSharer`, `NoDelegatesConfigured`,
`NoLocationFound`, `NormalizationFailed`, `NotAcceptableSubcode`, `NotAllowed`, `NoTeamMembersConfigured`,
`OperationNotSupported`, `ParameterValidationFailure`, `PGetReplaced`, `PhoneNumberConflict`,
`ProvisioningDataUnavailable`, `PstnCallFailed`, `Redirected`, `Removed`, `Replaced`, `RepliedWithOtherModality`,
`SessionSwitched`, `TemporarilyUnavailable`, `ThreadIdAlreadyExists`, `TimeoutSubcode`, `TooManyApplications`,
`TooManyContacts`, `TooManyConversations`, `TooManyGroups`, `TooManyLobbyParticipants`, `TooManyOnlineMeetings`,
`TooManyParticipants`, `TransferDeclined`, `Transferred`, `TransferTargetDeclined`, `Unavailable`, `Unreachable`,
`UnsupportedMediaTypeSubcode`, `UserAgentNotAllowed`, `MaxEventCountReached`, `CallbackChannelError`,
`InvalidExchangeServerVersion`, `UnprocessableEntity`, `CannotRedirect`

Any operation may meet:

- `BadRequest`: The body of the request is malformed.
- `BadRequestDeserializationFailure`: The body of the request cannot be read, or holds a character that is not
  allowed.
- `BadRequestParameterValidationFailure`: A parameter is missing or has a value that is not allowed; `parameters`
  names it.
- `NotFound`: There is no such resource.
- `NotFoundApplicationNotFound`: The application does not exist any longer; create it again.
- `NotFoundAPIVersionNotSupported`: The server does not know the version that was asked for.
- `GoneInactiveApplicationExpired`: The application was idle for too long and has expired.
- `ConflictTooManyApplications`: The user has too many applications.
- `MethodNotAllowed`: The resource does not support this HTTP method.
- `PreconditionFailed`: The entity tag in If-Match is no longer that of the resource.
- `PreconditionRequired`: The request needs an If-Match header.
- `EntityTooLarge`: The request is bigger than the server allows.
- `UnsupportedMediaType`: The server does not read this content type.
- `ServiceFailure`: The server failed.
- `ExchangeServiceFailure`: Exchange did not answer in time or gave a malformed answer.
- `Timeout`: A server behind this one did not answer in time.

The group `callback-channel`, which many operations share:

- `ServiceFailureCallbackChannelError`: The remote event channel cannot be reached.

The group `cannot-redirect`, which many operations share:

- `GoneCannotRedirect`: The server would redirect, but no backup pool is configured.

The group `conflict`, which many operations share:

- `ConflictAlreadyExists`: The resource that the request would create exists already.
- `ConflictTooManyGroups`: The limit on groups has been reached.
- `Conflict`: The service, the resource or the API does not support the request.

The group `exchange-version`, which many operations share:

- `ServiceFailureInvalidExchangeServerVersion`: The user's mailbox is on a version of Exchange that does not support
  this.
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
    "APIVersionNotSupported",
    "AlreadyExists",
    "AnonymousNotAllowed",
    "AnotherOperationPending",
    "ApiError",
    "ApplicationNotFound",
    "AttendeeNotAllowed",
    "AuthenticationError",
    "AutoAccepted",
    "BadRequest",
    "BadRequestDeserializationFailure",
    "BadRequestNormalizationFailed",
    "BadRequestParameterValidationFailure",
    "Busy",
    "CallTerminated",
    "CallbackChannelError",
    "CallbackUriUnreachable",
    "Canceled",
    "CannotRedirect",
    "ClientTimeout",
    "Conflict",
    "ConflictAlreadyExists",
    "ConflictLimitExceeded",
    "ConflictMakeMeAvailableRequired",
    "ConflictNoDelegatesConfigured",
    "ConflictNoTeamMembersConfigured",
    "ConflictTooManyApplications",
    "ConflictTooManyGroups",
    "ConflictTooManyOnlineMeetings",
    "ConnectedElsewhere",
    "ConversationNotFound",
    "Declined",
    "DecodeError",
    "Demoted",
    "Denied",
    "DerivedConversation",
    "DeserializationFailure",
    "DestinationNotFound",
    "DialoutNotAllowed",
    "DoNotDisturb",
    "Ejected",
    "EmbeddedNotAvailable",
    "Ended",
    "EntityTooLarge",
    "EscalationFailed",
    "ExchangeServiceFailure",
    "ExchangeTimeout",
    "Expired",
    "FederationRequired",
    "Forbidden",
    "ForbiddenAnonymousNotAllowed",
    "ForbiddenLimitExceeded",
    "ForbiddenNoDelegatesConfigured",
    "ForbiddenNoTeamMembersConfigured",
    "ForbiddenOperationNotSupported",
    "ForbiddenTooManyContacts",
    "Forwarded",
    "GatewayTimeout",
    "Gone",
    "GoneCannotRedirect",
    "GoneInactiveApplicationExpired",
    "IPv6NotSupported",
    "InactiveApplicationExpired",
    "InsufficientBandwidth",
    "InvalidArgument",
    "InvalidExchangeServerVersion",
    "InvalidMediaDescription",
    "InviteesOnly",
    "LimitExceeded",
    "LinkNotAvailable",
    "LinkRefused",
    "LisServiceUnavailable",
    "MakeMeAvailableRequired",
    "MaxEventCountReached",
    "MediaEncryptionMismatch",
    "MediaEncryptionNotSupported",
    "MediaEncryptionRequired",
    "MediaFailure",
    "MediaFallback",
    "MediaNegotiationFailure",
    "MediaNegotiationTimeOut",
    "MethodNotAllowed",
    "MigrationInProgress",
    "Missed",
    "ModalityNotSupported",
    "NewContentSharer",
    "NoDelegatesConfigured",
    "NoLocationFound",
    "NoTeamMembersConfigured",
    "NormalizationFailed",
    "NotAcceptable",
    "NotAcceptableSubcode",
    "NotAllowed",
    "NotFound",
    "NotFoundAPIVersionNotSupported",
    "NotFoundApplicationNotFound",
    "NotFoundDestinationNotFound",
    "NotModified",
    "OperationFailed",
    "OperationNotSupported",
    "Overflow",
    "PGetReplaced",
    "ParameterValidationFailure",
    "PhoneNumberConflict",
    "PreconditionFailed",
    "PreconditionRequired",
    "ProvisioningDataUnavailable",
    "PstnCallFailed",
    "RecoveryFailed",
    "Redirected",
    "Removed",
    "Replaced",
    "RepliedWithOtherModality",
    "ServiceFailure",
    "ServiceFailureCallbackChannelError",
    "ServiceFailureInvalidExchangeServerVersion",
    "ServiceFailureMigrationInProgress",
    "ServiceFailureProvisioningDataUnavailable",
    "ServiceUnavailable",
    "SessionSwitched",
    "SignInRequired",
    "Subcode",
    "TemporarilyUnavailable",
    "ThreadIdAlreadyExists",
    "Timeout",
    "TimeoutSubcode",
    "TooManyApplications",
    "TooManyContacts",
    "TooManyConversations",
    "TooManyGroups",
    "TooManyLobbyParticipants",
    "TooManyOnlineMeetings",
    "TooManyParticipants",
    "TooManyRequests",
    "TransferDeclined",
    "TransferTargetDeclined",
    "Transferred",
    "TransportError",
    "UcwaError",
    "Unavailable",
    "UnprocessableEntity",
    "Unreachable",
    "UnsupportedMediaType",
    "UnsupportedMediaTypeSubcode",
    "UserAgentNotAllowed",
]

UcwaError = Error


class BadRequest(ApiError, status=400, code="BadRequest"):
    """Something is wrong with the request."""


class Forbidden(ApiError, status=403, code="Forbidden"):
    """The user or the application may not do this."""


class NotFound(ApiError, status=404, code="NotFound"):
    """There is no such resource."""


class MethodNotAllowed(ApiError, status=405, code="MethodNotAllowed"):
    """The resource does not support this HTTP method."""


class NotAcceptable(ApiError, status=406, code="NotAcceptable"):
    """The request cannot be accepted here."""


class ClientTimeout(ApiError, status=408, code="ClientTimeout"):
    """The server waited too long for the request."""


class Conflict(ApiError, status=409, code="Conflict"):
    """The request does not fit the state that the resource is in."""


class Gone(ApiError, status=410, code="Gone"):
    """The resource is gone for good; trying again is of no use."""


class PreconditionFailed(ApiError, status=412, code="PreconditionFailed"):
    """The entity tag in If-Match is no longer that of the resource."""


class EntityTooLarge(ApiError, status=413, code="EntityTooLarge"):
    """The request is bigger than the server allows."""


class UnsupportedMediaType(ApiError, status=415, code="UnsupportedMediaType"):
    """The server does not read this content type."""


class PreconditionRequired(ApiError, status=428, code="PreconditionRequired"):
    """The request needs an If-Match header."""


class TooManyRequests(ApiError, status=429, code="TooManyRequests"):
    """Too many requests are under way."""


class ServiceFailure(ApiError, status=500, code="ServiceFailure"):
    """The server failed."""


class ServiceUnavailable(ApiError, status=503, code="ServiceUnavailable"):
    """The server cannot answer now."""


class Timeout(ApiError, status=504, code="Timeout"):
    """A server behind this one did not answer in time."""


class ExchangeServiceFailure(ApiError, status=500, code="ExchangeServiceFailure"):
    """Exchange did not answer in time or gave a malformed answer."""


GatewayTimeout = Timeout
"""Another name of Timeout."""


class AlreadyExists(Subcode, subcode="AlreadyExists"):
    """The resource to create exists already."""


class AnonymousNotAllowed(Subcode, subcode="AnonymousNotAllowed"):
    """Anonymous users may not do this."""


class AnotherOperationPending(Subcode, subcode="AnotherOperationPending"):
    """An earlier operation has not finished yet."""


class APIVersionNotSupported(Subcode, subcode="APIVersionNotSupported"):
    """The server does not have the requested version of the API."""


class ApplicationNotFound(Subcode, subcode="ApplicationNotFound"):
    """The application does not exist and has to be created again."""


class AttendeeNotAllowed(Subcode, subcode="AttendeeNotAllowed"):
    """Attendees may not do this, for instance after a demotion."""


class AutoAccepted(Subcode, subcode="AutoAccepted"):
    """The invitation was accepted automatically."""


class Busy(Subcode, subcode="Busy"):
    """The other side is too busy for the request."""


class CallbackUriUnreachable(Subcode, subcode="CallbackUriUnreachable"):
    """The callback address that the application gave cannot be reached."""


class CallTerminated(Subcode, subcode="CallTerminated"):
    """The call has been ended."""


class Canceled(Subcode, subcode="Canceled"):
    """The request was cancelled."""


class ConnectedElsewhere(Subcode, subcode="ConnectedElsewhere"):
    """The call was taken on another endpoint."""


class ConversationNotFound(Subcode, subcode="ConversationNotFound"):
    """There is no such conversation."""


class Declined(Subcode, subcode="Declined"):
    """The call was declined."""


class Demoted(Subcode, subcode="Demoted"):
    """The participant is no longer a leader."""


class Denied(Subcode, subcode="Denied"):
    """The participant was refused while waiting in the lobby."""


class DerivedConversation(Subcode, subcode="DerivedConversation"):
    """A new conversation was derived from this one."""


class DeserializationFailure(Subcode, subcode="DeserializationFailure"):
    """The request body cannot be read."""


class DestinationNotFound(Subcode, subcode="DestinationNotFound"):
    """The person who was addressed does not exist."""


class DialoutNotAllowed(Subcode, subcode="DialoutNotAllowed"):
    """Calling out to a phone is not permitted."""


class DoNotDisturb(Subcode, subcode="DoNotDisturb"):
    """The person called does not want to be disturbed."""


class Ejected(Subcode, subcode="Ejected"):
    """The user was ejected from the conference."""


class Ended(Subcode, subcode="Ended"):
    """The conference is over."""


class EscalationFailed(Subcode, subcode="EscalationFailed"):
    """The conversation could not be turned into a conference."""


class ExchangeTimeout(Subcode, subcode="ExchangeTimeout"):
    """Exchange did not answer in time."""


class Expired(Subcode, subcode="Expired"):
    """A parked audio and video session timed out."""


class FederationRequired(Subcode, subcode="FederationRequired"):
    """The two organizations are not federated."""


class Forwarded(Subcode, subcode="Forwarded"):
    """The call was forwarded locally."""


class InactiveApplicationExpired(Subcode, subcode="InactiveApplicationExpired"):
    """The application was idle for too long and has expired."""


class InsufficientBandwidth(Subcode, subcode="InsufficientBandwidth"):
    """The outgoing call lacks the bandwidth that it needs."""


class InvalidMediaDescription(Subcode, subcode="InvalidMediaDescription"):
    """The media description that was sent is wrong."""


class InviteesOnly(Subcode, subcode="InviteesOnly"):
    """Only people who were invited may enter."""


class IPv6NotSupported(Subcode, subcode="IPv6NotSupported"):
    """The other side cannot use IPv6 addresses."""


class LimitExceeded(Subcode, subcode="LimitExceeded"):
    """A limit set by the server has been exceeded."""


class LisServiceUnavailable(Subcode, subcode="LisServiceUnavailable"):
    """The Location Information Service cannot be used now."""


class MakeMeAvailableRequired(Subcode, subcode="MakeMeAvailableRequired"):
    """The user has to be made available (makeMeAvailable) before this is possible."""


class MediaEncryptionMismatch(Subcode, subcode="MediaEncryptionMismatch"):
    """The clients on the two sides encrypt media in ways that do not fit."""


class MediaEncryptionNotSupported(Subcode, subcode="MediaEncryptionNotSupported"):
    """Media encryption, which the client requires, is not possible."""


class MediaEncryptionRequired(Subcode, subcode="MediaEncryptionRequired"):
    """Media can only be set up with encryption."""


class MediaFailure(Subcode, subcode="MediaFailure"):
    """The media have failed."""


class MediaFallback(Subcode, subcode="MediaFallback"):
    """The fallback logic takes care of the incoming media."""


class MediaNegotiationFailure(Subcode, subcode="MediaNegotiationFailure"):
    """The two sides could not agree on media."""


class MediaNegotiationTimeOut(Subcode, subcode="MediaNegotiationTimeOut"):
    """The two sides did not agree on media in time."""


class MigrationInProgress(Subcode, subcode="MigrationInProgress"):
    """The contact list is being migrated and can only be read until that is done."""


class Missed(Subcode, subcode="Missed"):
    """The call was not answered."""


class ModalityNotSupported(Subcode, subcode="ModalityNotSupported"):
    """This way of communicating is not supported."""


class NewContentSharer(Subcode, subcode="NewContentSharer"):
    """The call ended because another presenter began to share."""


class NoDelegatesConfigured(Subcode, subcode="NoDelegatesConfigured"):
    """No delegates are set up for the user."""


class NoLocationFound(Subcode, subcode="NoLocationFound"):
    """The Location Information Service found no location that fits."""


class NormalizationFailed(Subcode, subcode="NormalizationFailed"):
    """The phone number could not be brought into normal form."""


class NotAcceptableSubcode(Subcode, subcode="NotAcceptable"):
    """The other client cannot take the call now or in this situation."""


class NotAllowed(Subcode, subcode="NotAllowed"):
    """A policy does not allow the other side to process the request."""


class NoTeamMembersConfigured(Subcode, subcode="NoTeamMembersConfigured"):
    """The user's team has no members."""


class OperationNotSupported(Subcode, subcode="OperationNotSupported"):
    """The operation cannot be done at the moment."""


class ParameterValidationFailure(Subcode, subcode="ParameterValidationFailure"):
    """A parameter, or the content type of a message, is not valid."""


class PGetReplaced(Subcode, subcode="PGetReplaced"):
    """A newer request to the event channel replaced this one."""


class PhoneNumberConflict(Subcode, subcode="PhoneNumberConflict"):
    """Several users have the phone number that was called."""


class ProvisioningDataUnavailable(Subcode, subcode="ProvisioningDataUnavailable"):
    """The user's provisioning data cannot be fetched."""


class PstnCallFailed(Subcode, subcode="PstnCallFailed"):
    """The number set to ring along for a mobile user could not be reached."""


class Redirected(Subcode, subcode="Redirected"):
    """The invitation went on to another participant."""


class Removed(Subcode, subcode="Removed"):
    """The user was taken out of the conference server (MCU)."""


class Replaced(Subcode, subcode="Replaced"):
    """Another modality replaced this one."""


class RepliedWithOtherModality(Subcode, subcode="RepliedWithOtherModality"):
    """The person called answers in another way, for instance by message or phone."""


class SessionSwitched(Subcode, subcode="SessionSwitched"):
    """The call has moved to another session."""


class TemporarilyUnavailable(Subcode, subcode="TemporarilyUnavailable"):
    """The conference server (MCU) is shutting down."""


class ThreadIdAlreadyExists(Subcode, subcode="ThreadIdAlreadyExists"):
    """There is a conversation with this thread ID already."""


class TimeoutSubcode(Subcode, subcode="Timeout"):
    """The service did not answer in time."""


class TooManyApplications(Subcode, subcode="TooManyApplications"):
    """The limit on applications has been reached."""


class TooManyContacts(Subcode, subcode="TooManyContacts"):
    """The limit on contacts has been reached."""


class TooManyConversations(Subcode, subcode="TooManyConversations"):
    """The limit on conversations has been reached."""


class TooManyGroups(Subcode, subcode="TooManyGroups"):
    """The limit on groups has been reached."""


class TooManyLobbyParticipants(Subcode, subcode="TooManyLobbyParticipants"):
    """The lobby is full."""


class TooManyOnlineMeetings(Subcode, subcode="TooManyOnlineMeetings"):
    """The limit on the user's online meetings has been reached."""


class TooManyParticipants(Subcode, subcode="TooManyParticipants"):
    """There is no room for another participant."""


class TransferDeclined(Subcode, subcode="TransferDeclined"):
    """The person who was to be transferred declined."""


class Transferred(Subcode, subcode="Transferred"):
    """The call was transferred to another person."""


class TransferTargetDeclined(Subcode, subcode="TransferTargetDeclined"):
    """The person to whom the call was transferred declined it."""


class Unavailable(Subcode, subcode="Unavailable"):
    """The factory has no conference server (MCU) available."""


class Unreachable(Subcode, subcode="Unreachable"):
    """The person called cannot be reached."""


class UnsupportedMediaTypeSubcode(Subcode, subcode="UnsupportedMediaType"):
    """The server does not take content of this type."""


class UserAgentNotAllowed(Subcode, subcode="UserAgentNotAllowed"):
    """Clients with this user agent are not allowed."""


class MaxEventCountReached(Subcode, subcode="MaxEventCountReached"):
    """The largest number of events has been reached."""


class CallbackChannelError(Subcode, subcode="CallbackChannelError"):
    """The remote event channel cannot be reached."""


class InvalidExchangeServerVersion(Subcode, subcode="InvalidExchangeServerVersion"):
    """The Exchange server's version is not valid; the mailbox may have moved to an unsupported one."""


class UnprocessableEntity(Subcode, subcode="UnprocessableEntity"):
    """The request can be read, but what it asks cannot be processed."""


class CannotRedirect(Subcode, subcode="CannotRedirect"):
    """There is no backup pool to redirect the request to."""


class BadRequestDeserializationFailure(BadRequest, DeserializationFailure):
    """The request body cannot be read."""


class BadRequestNormalizationFailed(BadRequest, NormalizationFailed):
    """The phone number could not be brought into normal form."""


class BadRequestParameterValidationFailure(BadRequest, ParameterValidationFailure):
    """A parameter, or the content type of a message, is not valid."""


class ConflictAlreadyExists(Conflict, AlreadyExists):
    """The resource to create exists already."""


class ConflictLimitExceeded(Conflict, LimitExceeded):
    """A limit set by the server has been exceeded."""


class ConflictMakeMeAvailableRequired(Conflict, MakeMeAvailableRequired):
    """The user has to be made available (makeMeAvailable) before this is possible."""


class ConflictNoDelegatesConfigured(Conflict, NoDelegatesConfigured):
    """No delegates are set up for the user."""


class ConflictNoTeamMembersConfigured(Conflict, NoTeamMembersConfigured):
    """The user's team has no members."""


class ConflictTooManyApplications(Conflict, TooManyApplications):
    """The limit on applications has been reached."""


class ConflictTooManyGroups(Conflict, TooManyGroups):
    """The limit on groups has been reached."""


class ConflictTooManyOnlineMeetings(Conflict, TooManyOnlineMeetings):
    """The limit on the user's online meetings has been reached."""


class ForbiddenAnonymousNotAllowed(Forbidden, AnonymousNotAllowed):
    """Anonymous users may not do this."""


class ForbiddenLimitExceeded(Forbidden, LimitExceeded):
    """A limit set by the server has been exceeded."""


class ForbiddenNoDelegatesConfigured(Forbidden, NoDelegatesConfigured):
    """No delegates are set up for the user."""


class ForbiddenNoTeamMembersConfigured(Forbidden, NoTeamMembersConfigured):
    """The user's team has no members."""


class ForbiddenOperationNotSupported(Forbidden, OperationNotSupported):
    """The operation cannot be done at the moment."""


class ForbiddenTooManyContacts(Forbidden, TooManyContacts):
    """The limit on contacts has been reached."""


class GoneCannotRedirect(Gone, CannotRedirect):
    """There is no backup pool to redirect the request to."""


class GoneInactiveApplicationExpired(Gone, InactiveApplicationExpired):
    """The application was idle for too long and has expired."""


class NotFoundAPIVersionNotSupported(NotFound, APIVersionNotSupported):
    """The server does not have the requested version of the API."""


class NotFoundApplicationNotFound(NotFound, ApplicationNotFound):
    """The application does not exist and has to be created again."""


class NotFoundDestinationNotFound(NotFound, DestinationNotFound):
    """The person who was addressed does not exist."""


class ServiceFailureCallbackChannelError(ServiceFailure, CallbackChannelError):
    """The remote event channel cannot be reached."""


class ServiceFailureInvalidExchangeServerVersion(ServiceFailure, InvalidExchangeServerVersion):
    """The Exchange server's version is not valid; the mailbox may have moved to an unsupported one."""


class ServiceFailureMigrationInProgress(ServiceFailure, MigrationInProgress):
    """The contact list is being migrated and can only be read until that is done."""


class ServiceFailureProvisioningDataUnavailable(ServiceFailure, ProvisioningDataUnavailable):
    """The user's provisioning data cannot be fetched."""
