"""Kerberos inside SPNEGO (RFC 4178), the content of the HTTP scheme Negotiate (RFC 4559). No network.

The only mechanism that is proposed is Kerberos, so that no server can choose a weaker one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...calls.errors import AuthenticationError
from .token_service import CREDENTIALS_REFUSED

if TYPE_CHECKING:
    from spnego import ContextProxy
    from spnego.channel_bindings import GssChannelBindings

_SPNEGO = bytes.fromhex("06062b0601050502")
_KERBEROS = bytes.fromhex("06092a864886f712010202")
_OF_WINDOWS = bytes.fromhex("06092a864882f712010202")
"""Another name of Kerberos, which Windows gives first."""
_SEQUENCE, _BYTES, _ENUMERATED, _NAME, _INITIAL = 0x30, 0x04, 0x0A, 0x06, 0x60
_INIT, _REPLY = 0xA0, 0xA1
_FIELD = 0xA0
"""The tag of the first field of a sequence; those of the others follow."""
_LONG = 0x80
REJECTED, ASKS_FOR_MIC = 2, 3
"""States of a reply."""


def _packed(tag: int, *parts: bytes) -> bytes:
    """A value in DER."""
    content = b"".join(parts)
    size = len(content)
    length = size.to_bytes((size.bit_length() + 7) // 8 or 1, "big")
    head = bytes([size]) if size < _LONG else bytes([_LONG | len(length)]) + length
    return bytes([tag]) + head + content


MECHANISMS = _packed(_SEQUENCE, _KERBEROS)
"""The list of proposed mechanisms in DER, which the check sums of both sides cover."""


class Reply(NamedTuple):
    """What a server answers; each part may be missing."""

    state: int | None = None
    mechanism: bytes | None = None
    token: bytes | None = None
    mic: bytes | None = None


def proposal(token: bytes) -> bytes:
    """The first message, with the first token of Kerberos."""
    fields = _packed(_FIELD, MECHANISMS), _packed(_FIELD + 2, _packed(_BYTES, token))
    return _packed(_INITIAL, _SPNEGO, _packed(_INIT, _packed(_SEQUENCE, *fields)))


def answer(reply: Reply) -> bytes:
    """A later message."""
    fields = [
        b"" if reply.state is None else _packed(_FIELD, _packed(_ENUMERATED, bytes([reply.state]))),
        b"" if reply.mechanism is None else _packed(_FIELD + 1, reply.mechanism),
        b"" if reply.token is None else _packed(_FIELD + 2, _packed(_BYTES, reply.token)),
        b"" if reply.mic is None else _packed(_FIELD + 3, _packed(_BYTES, reply.mic)),
    ]
    return _packed(_REPLY, _packed(_SEQUENCE, *fields))


def read(message: bytes) -> Reply:
    """The parts of a reply; a message that is none is a token of Kerberos itself. Raises ``ValueError`` if it is broken."""
    if message[:1] != bytes([_REPLY]):
        return Reply(token=message)
    rest, found = _taken(_taken(message, _REPLY)[0], _SEQUENCE)[0], dict[int, bytes]()
    while rest:
        tag = rest[0]
        found[tag], rest = _taken(rest, tag)
    state, mechanism = found.get(_FIELD), found.get(_FIELD + 1)
    token, mic = found.get(_FIELD + 2), found.get(_FIELD + 3)
    return Reply(
        None if state is None else int.from_bytes(_taken(state, _ENUMERATED)[0], "big"),
        None if mechanism is None else _packed(_NAME, _taken(mechanism, _NAME)[0]),
        None if token is None else _taken(token, _BYTES)[0],
        None if mic is None or mic == token else _taken(mic, _BYTES)[0],  # old servers repeat the token there
    )


def _taken(message: bytes, tag: int) -> tuple[bytes, bytes]:
    """The content of the first value, which has this tag, and what follows it."""
    if len(message) < 2 or message[0] != tag:
        raise ValueError("a value of another kind is due")
    size, at = message[1], 2
    if size >= _LONG:
        at += size & ~_LONG
        size = int.from_bytes(message[2:at], "big")
    if at + size > len(message):
        raise ValueError("a value is cut short")
    return message[at : at + size], message[at + size :]


class KerberosInside:
    """A context of Kerberos whose tokens are those of SPNEGO. It is complete when Kerberos is."""

    protocol = "kerberos"

    def __init__(self, inner: ContextProxy) -> None:
        self._inner = inner
        self._is_checked = False
        """Whether the check sum of the mechanisms has been sent."""

    @property
    def complete(self) -> bool:
        """Whether both sides have proved who they are."""
        return self._inner.complete

    def step(self, token: bytes | None, *, channel_bindings: GssChannelBindings | None) -> bytes | None:
        """The message that follows on one of the server; None if nothing is to be sent."""
        if token is None:
            return proposal(self._inner.step(None, channel_bindings=channel_bindings) or b"")
        reply = read(token)
        if reply.state == REJECTED:
            raise AuthenticationError("kerberos: the server rejects it", code=CREDENTIALS_REFUSED)
        if reply.mechanism not in (None, _KERBEROS, _OF_WINDOWS):
            raise AuthenticationError("kerberos: the server wants another mechanism")
        made = None
        if reply.token and not self._inner.complete:
            made = self._inner.step(reply.token, channel_bindings=channel_bindings)
        mic = self._checked(reply)
        return None if made is None and mic is None else answer(Reply(token=made, mic=mic))

    def _checked(self, reply: Reply) -> bytes | None:
        """Check what the server says of the mechanisms, and return the check sum of this side where it is due."""
        if not self._inner.complete:
            return None
        if reply.mic is not None:
            self._inner.verify(MECHANISMS, reply.mic)
        is_due = (reply.state == ASKS_FOR_MIC or reply.mic is not None) and not self._is_checked
        self._is_checked = self._is_checked or is_due
        return self._inner.sign(MECHANISMS) if is_due else None
