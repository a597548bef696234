"""Grants that UCWA alone has: guests of a meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from ._runtime.base.arguments import check_kind_if_given, check_text
from ._runtime.base.errors import InvalidArgument
from ._runtime.base.metaclass import make_lazy
from ._runtime.base.redact import Secret
from ._runtime.client.session.grants import Grant

_CONFERENCE = re.compile(
    r"(?:conf:)?(?P<uri>sip:[^@;?\s]+@[^@;?\s]+;gruu;opaque=app:conf:focus:id:(?P<key>[^;?\s]+))(?:\?\S*)?",
    re.IGNORECASE,
)
_STEP = re.compile(r"[^@;?\s]+")
_JOIN_HOST = re.compile(r"meet\.(?P<domain>[^.]+\..+)", re.IGNORECASE)
_SHORT = 2
_LONG = 4
"""Steps of the path of a join URL, without and with the domain."""
_WANTED = (
    "is neither `sip:<organizer>;gruu;opaque=app:conf:focus:id:<key>` nor a join URL such as "
    "`https://meet.contoso.com/<organizer>/<key>`; give the `onlineMeetingUri` of the meeting"
)


@dataclass(frozen=True, slots=True)
class AnonymousMeetingGrant(Secret, Grant):
    """A guest of an online meeting, by its conference URI ``<organizer>;gruu;opaque=app:conf:focus:id:<key>``.

    A join URL such as ``https://meet.contoso.com/ann/<key>`` is taken too: it names the organizer and the key. The key
    of the conference is that of its address where none is given. Renewed tokens keep the guest's identity. Raises
    ``InvalidArgument`` for other addresses.
    """

    name: ClassVar[str] = "urn:microsoft.rtc:anonmeeting"
    """The grant type on the wire."""
    conference_uri: str = field(repr=False)
    """The address of the conference, also where a join URL was given."""
    key: str | None = field(default=None, repr=False)
    """The key of the conference; that of the address where none was given."""

    def __post_init__(self) -> None:
        check_text(self.conference_uri, "conference_uri", "the `onlineMeetingUri` of the meeting")
        check_kind_if_given(self.key, str, "key", "the key of the conference as a text")
        uri, key = _conference(self.conference_uri.strip())
        object.__setattr__(self, "conference_uri", uri)
        object.__setattr__(self, "key", self.key or key)

    def fields(self, last: str | None) -> Mapping[str, str]:
        """The key, the address, and the token to renew."""
        renewed = {"ms_rtc_renew": last} if last else {}
        return {"password": self.key or "", "ms_rtc_conferenceuri": self.conference_uri, **renewed}


def _conference(address: str) -> tuple[str, str]:
    """The conference URI and the key of an address. The error does not show the address, which lets anyone join."""
    found = _CONFERENCE.fullmatch(address) or _CONFERENCE.fullmatch(_of_join_url(address))
    if found is None:
        raise InvalidArgument(_WANTED, parameter="conference_uri")
    return found["uri"], found["key"]


def _of_join_url(address: str) -> str:
    """The conference URI that a join URL stands for; empty for other addresses.

    Its path is the organizer's name and the key, at the host ``meet`` of the organizer's domain, or below
    ``<domain>/meet``.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    steps = [unquote(step) for step in parts.path.strip("/").split("/")]
    known = _JOIN_HOST.fullmatch(host)
    if len(steps) == _LONG and steps[1].lower() == "meet":
        domain, steps = steps[0], steps[2:]
    else:
        domain = known["domain"] if known else ""
    is_join_url = parts.scheme in ("http", "https") and domain and len(steps) == _SHORT
    if not is_join_url or not all(map(_STEP.fullmatch, steps)):
        return ""
    return f"sip:{steps[0]}@{domain};gruu;opaque=app:conf:focus:id:{steps[1]}"


make_lazy(AnonymousMeetingGrant)
