"""The reasons with which invitations fail."""

from __future__ import annotations

Reason = dict[str, str]


def reason(code: str, subcode: str, message: str) -> Reason:
    """The reason of a failure."""
    return {"code": code, "subcode": subcode, "message": message}


UNKNOWN = reason("NotFound", "DestinationNotFound", "there is no such user")
AWAY = reason("RemoteFailure", "Unreachable", "the user takes no invitations now")
ELSEWHERE = reason("LocalFailure", "ConnectedElsewhere", "another application of the user has accepted")
