"""The public names of a generated package, each stated once: those that all packages have, and those of features."""

from __future__ import annotations

from collections.abc import Mapping

CLIENTS = ("AsyncClient", "Client")
OWN = (*CLIENTS, "decode")
"""Names that the package has from its own modules."""
EAGER = (
    "UNSET", "Call", "Content", "DataLink", "Document", "ErrorBody", "Link", "Request", "Response", "State", "Unset",
    "Validator",
)  # fmt: skip
"""Names that the package imports from the runtime at once."""
EAGER_WITH_EVENTS = ("Event", "EventPage")
ALWAYS = ("Policy",)
"""Names around the clients, which are imported when they are first used, as those that follow."""
EVENTS = ("AsyncEventStream", "EventStream", "Item", "Reset")
OPERATIONS = ("AsyncPendingOperation", "PendingOperation")
BATCHES = ("Outcome", "Outcomes")
GRANTS: Mapping[str, str] = {
    "password": "PasswordGrant", "passive": "PassiveGrant", "token": "TokenGrant", "windows": "WindowsGrant",
}  # fmt: skip
"""The class of the runtime for each grant that api.yaml can name."""
ERRORS_OF: Mapping[str, tuple[str, ...]] = {
    "._runtime.base.errors": (
        "DecodeError", "EmbeddedNotAvailable", "InvalidArgument", "LinkNotAvailable", "LinkRefused", "Overflow",
        "RecoveryFailed",
    ),
    "._runtime.calls.errors": (
        "ApiError", "AuthenticationError", "NotModified", "OperationFailed", "SignInRequired", "TransportError",
    ),
}  # fmt: skip
"""Errors that users catch, by the modules of the runtime, as modules beside it import them."""
WITH_SIGN_IN = ("AuthenticationError", "SignInRequired")
"""Errors that only an API with sign-in has."""
ERRORS = tuple(name for names in ERRORS_OF.values() for name in names)
WITH_CHAINS = ("Chain",)
"""Names of an API with shortcuts that read a state first, imported when they are first used."""

PUBLIC = frozenset({
    *OWN, *EAGER, *EAGER_WITH_EVENTS, *ALWAYS, *EVENTS, *OPERATIONS, *BATCHES, *GRANTS.values(), *ERRORS,
    *WITH_CHAINS,
})  # fmt: skip
"""What ``import package`` gives, apart from the base of its errors and the grants of its own API."""
