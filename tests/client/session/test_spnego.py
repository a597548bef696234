"""Messages of SPNEGO (RFC 4178) around tokens of Kerberos: as pyspnego reads them, and broken ones."""

from __future__ import annotations

from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spnego._spnego import NegState, NegTokenInit, NegTokenResp, unpack_token

from ucwa2._runtime.client.session.spnego import (
    ASKS_FOR_MIC,
    MECHANISMS,
    REJECTED,
    KerberosInside,
    Reply,
    answer,
    proposal,
    read,
)
from ucwa2.errors import AuthenticationError

KERBEROS, OF_WINDOWS, NTLM = "1.2.840.113554.1.2.2", "1.2.840.48018.1.2.2", "1.3.6.1.4.1.311.2.2.10"
SIZES = [0, 1, 100, 127, 128, 255, 256, 5000, 70_000]


@pytest.mark.parametrize("size", SIZES)
def test_proposal_names_kerberos_alone_and_carries_its_token(size):
    found = unpack_token(proposal(b"t" * size))

    assert isinstance(found, NegTokenInit)
    assert found.mech_types == [KERBEROS]
    assert found.mech_token == b"t" * size


@pytest.mark.parametrize("size", SIZES)
def test_replies_of_a_server_are_read(size):
    made = NegTokenResp(NegState.accept_complete, OF_WINDOWS, b"t" * size, b"m" * size + b"x").pack()
    found = read(made)

    assert (found.state, found.token, found.mic) == (0, b"t" * size, b"m" * size + b"x")
    assert found.mechanism is not None


def test_answers_are_those_of_the_protocol():
    found = unpack_token(answer(Reply(token=b"token", mic=b"mic")))

    assert isinstance(found, NegTokenResp)
    assert (found.neg_state, found.response_token, found.mech_list_mic) == (None, b"token", b"mic")


def test_token_of_kerberos_itself_is_one_too():
    assert read(b"\x60\x03abc") == Reply(token=b"\x60\x03abc")


def test_check_sum_that_repeats_the_token_is_none():
    assert read(NegTokenResp(NegState.accept_complete, None, b"same", b"same").pack()).mic is None


@given(st.binary(max_size=80) | st.binary(max_size=60).map(lambda rest: b"\xa1" + rest))
def test_broken_message_is_a_value_error_and_nothing_else(message):
    with suppress(ValueError):
        read(message)


class Inner:
    """A context whose steps are recorded; it is complete after ``steps`` of them."""

    protocol = "kerberos"

    def __init__(self, steps: int = 2) -> None:
        self.steps = steps
        self.taken: list[Any] = []
        self.verified: list[Any] = []

    @property
    def complete(self) -> bool:
        return len(self.taken) >= self.steps

    def step(self, token: bytes | None, *, channel_bindings: Any) -> bytes | None:
        self.taken.append((token, channel_bindings))
        return None if self.complete else b"first"

    def verify(self, data: bytes, mic: bytes) -> None:
        self.verified.append((data, mic))

    def sign(self, data: bytes) -> bytes:
        return b"signed " + data


BOUND: Any = SimpleNamespace()


def begun(steps: int = 2) -> tuple[Inner, KerberosInside]:
    inner = Inner(steps)
    outer = KerberosInside(inner)  # type: ignore[arg-type]
    outer.step(None, channel_bindings=BOUND)
    return inner, outer


def test_channel_binding_is_that_of_each_token():
    inner, outer = begun()
    outer.step(NegTokenResp(NegState.accept_complete, KERBEROS, b"proof").pack(), channel_bindings=BOUND)

    assert inner.taken == [(None, BOUND), (b"proof", BOUND)]
    assert outer.complete


def test_success_without_a_proof_is_not_complete():
    """The server says that all is well, and sends no token that proves its identity."""
    inner, outer = begun()
    made = outer.step(NegTokenResp(NegState.accept_complete, KERBEROS).pack(), channel_bindings=BOUND)

    assert made is None
    assert not outer.complete
    assert len(inner.taken) == 1


@pytest.mark.parametrize("reply", [NegTokenResp(NegState.reject), NegTokenResp(NegState.accept_incomplete, NTLM, b"x")])
def test_server_that_rejects_kerberos_or_wants_ntlm_gets_nothing(reply):
    inner, outer = begun()
    with pytest.raises(AuthenticationError, match="kerberos: the server"):
        outer.step(reply.pack(), channel_bindings=BOUND)

    assert len(inner.taken) == 1


def test_check_sum_is_verified_and_answered_once():
    inner, outer = begun()
    asked = NegTokenResp(NegState.request_mic, KERBEROS, b"proof", b"their check").pack()
    made = outer.step(asked, channel_bindings=BOUND)

    assert made is not None
    assert read(made).mic == b"signed " + MECHANISMS
    assert inner.verified == [(MECHANISMS, b"their check")]
    assert outer.step(NegTokenResp(NegState.accept_complete).pack(), channel_bindings=BOUND) is None


def test_states_are_those_of_the_protocol():
    assert (NegState.reject, NegState.request_mic) == (REJECTED, ASKS_FOR_MIC)
