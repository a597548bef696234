"""The texts of errors have one line and a limited length, and secrets of any length are hidden without delay."""

from __future__ import annotations

import base64
import json
import time

import pytest
from tests.protocol.sign_in.repeating import FORM, everything, refusal

from ucwa2 import TokenGrant

pytestmark = pytest.mark.anyio

LONG = "x" * 5_000_000
FORGED = "a\r\nFAKE LOG LINE \x1b[31m"


@pytest.mark.parametrize("text", [LONG, FORGED, FORGED * 5000], ids=["long", "forged", "both"])
@pytest.mark.parametrize("place", ["message", "code", "subcode", "page", "type"])
async def test_texts_are_one_line_of_a_few_thousand_characters(way, text, place):
    headers, body = dict(FORM), json.dumps({"code": "Forbidden", place: text}).encode()
    if place == "page":
        headers, body = {"Content-Type": "text/html"}, f"<html>{text}".encode()
    if place == "type":
        headers, body = {"Content-Type": text[:9000].replace("\r\n", "").replace("\x1b", "")}, b"x"
    error = await refusal(way, (200 if place == "type" else 403, headers, body))

    for shown in (str(error), repr(error)):
        assert len(shown) <= 4096
        assert shown.isprintable()


@pytest.mark.parametrize("size", [3000, 60_000])
async def test_error_with_a_long_token_takes_no_time(way, size):
    token = "c4n4ry" + base64.urlsafe_b64encode(bytes(range(256)) * (size // 400)).decode()
    body = json.dumps({"code": "Forbidden", "message": f"token {token} is invalid"}).encode()
    began = time.process_time()
    error = await refusal(way, (403, FORM, body), TokenGrant(token))

    assert time.process_time() - began < 2
    assert "token … is invalid" in str(error)
    assert "c4n4ry" not in everything(error)
