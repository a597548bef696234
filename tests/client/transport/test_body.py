"""Bodies are limited before and after decompression, and a truncated one is never accepted as complete."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucwa2._runtime.client.transport.inflate import BoundedBody
from ucwa2.errors import TransportError

LIMIT = 100_000
Packed = Callable[[bytes], bytes]


def _raw(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


def _members(content: bytes) -> bytes:
    """Gzip with two members, which the standard allows."""
    return gzip.compress(content[: len(content) // 2]) + gzip.compress(content[len(content) // 2 :])


FORMS: list[tuple[str, Packed]] = [
    ("", bytes), ("identity", bytes), ("gzip", gzip.compress), ("GZip ", gzip.compress), ("x-gzip", gzip.compress),
    ("gzip", _members), ("deflate", zlib.compress), ("deflate", _raw),
]  # fmt: skip
IN_FORMS = pytest.mark.parametrize(("encoding", "pack"), FORMS)
PACKED = pytest.mark.parametrize(("encoding", "pack"), FORMS[2:])


def read(encoding: str, content: bytes, largest: int = LIMIT, step: int = 1000) -> bytes:
    body = BoundedBody(encoding, largest)
    for at in range(0, len(content), step):
        body.add(content[at : at + step])
    return body.whole()


@IN_FORMS
@given(content=st.binary(max_size=300).map(lambda part: part * 7), step=st.integers(1, 400))
def test_what_was_packed_comes_out_however_it_is_cut(encoding: str, pack: Packed, content: bytes, step: int) -> None:
    assert read(encoding, pack(content), step=step) == content


@IN_FORMS
def test_all_that_is_allowed_comes_in_and_a_byte_more_does_not(encoding: str, pack: Packed) -> None:
    assert read(encoding, pack(b"x" * LIMIT)) == b"x" * LIMIT
    with pytest.raises(TransportError, match="larger than 100000"):
        read(encoding, pack(b"x" * (LIMIT + 1)))


@PACKED
def test_a_bomb_is_put_out_before_it_fills_the_memory(encoding: str, pack: Packed) -> None:
    bomb = pack(bytes(50_000_000))
    assert len(bomb) < LIMIT
    tracemalloc.start()
    try:
        with pytest.raises(TransportError, match="larger"):
            read(encoding, bomb, step=len(bomb))
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


@PACKED
def test_what_comes_over_the_wire_is_bounded_too(encoding: str, pack: Packed) -> None:
    """Padding that decompresses to nothing must not loop for ever."""
    with pytest.raises(TransportError, match="larger" if "gzip" in encoding.lower() else None):
        read(encoding, pack(b"") * 50_000)


@PACKED
@given(cut=st.integers(1, 40))
def test_a_body_that_is_cut_short_is_no_body(encoding: str, pack: Packed, cut: int) -> None:
    packed = pack(b"a message that is long enough to be cut short somewhere")
    with pytest.raises(TransportError):
        read(encoding, packed[:-cut])


@PACKED
@given(at=st.integers(0, 200), sign=st.binary(min_size=1, max_size=1))
def test_a_body_that_was_damaged_is_an_error_of_ours(encoding: str, pack: Packed, at: int, sign: bytes) -> None:
    packed = pack(bytes(range(256)))
    damaged = packed[:at] + sign + packed[at + 1 :]
    with suppress(TransportError):
        assert len(read(encoding, damaged)) <= LIMIT


@given(st.binary(min_size=1, max_size=50))
def test_nothing_may_follow_the_end(junk: bytes) -> None:
    """Bytes after the end of the body are refused, because ignoring them would hide an error."""
    packed = zlib.compress(b"x")
    with pytest.raises(TransportError):
        read("deflate", packed + junk)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_no_bytes_are_an_empty_body(encoding: str) -> None:
    """An empty body, as in the response to HEAD or a 304."""
    assert read(encoding, b"") == b""


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "gzip\r\nx: y", "\x1b[2J" * 100])
def test_an_unrequested_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(TransportError) as caught:
        BoundedBody(encoding, LIMIT)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 200
