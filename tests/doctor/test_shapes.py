"""Values are said by their shape, and names are shown only where they are words of an API."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucwa2.doctor.certificates import certificate
from ucwa2.doctor.shapes import code, is_word, kind, member, shape, word

ID = "0a9b5b8c-1111-2222-3333-444455556666"


@pytest.mark.parametrize(
    ("value", "said", "type"),
    [
        (None, "null", ("string", False)),
        (True, "a boolean", ("boolean", False)),
        (3, "a whole number", ("integer", False)),
        (3.5, "a number", ("number", False)),
        ({"a": 1}, "an object of 1 members", ("object", False)),
        ([], "an empty list", ("string", True)),
        ([1, 2], "a list of 2: a whole number", ("integer", True)),
        ([1, "b"], "a list of 2: a whole number, one word", ("string", True)),
        ("", "an empty text", ("string", False)),
        ("Ann", "one word", ("string", False)),
        ("Ann Adams", "several words", ("string", False)),
        ("sip:ann@contoso.com", "an address", ("string", False)),
        ("ann@contoso.com", "a mail address", ("string", False)),
        ("+1 425", "several words", ("string", False)),
        ("425", "text of digits", ("string", False)),
        ("/Date(1474932029620)/", "a time", ("datetime", False)),
        ("2026-11-26T21:51:21.1234567Z", "a time", ("datetime", False)),
        ("2026-11-26", "a date", ("date", False)),
        ("00:20:00", "a time span", ("timespan", False)),
        ("PT20M", "a time span", ("timespan", False)),
        ("True", "text that is a boolean", ("boolean", False)),
        (ID, "a UUID", ("uuid", False)),
    ],
)
def test_shape_and_type_of_a_value(value, said, type):
    assert (shape(value), kind(value)) == (said, type)


@given(st.text())
def test_no_text_is_in_its_shape(text):
    secret = f"x{text}-canary"

    assert "canary" not in shape(secret)
    assert "canary" not in shape([secret, {secret: secret}])


@pytest.mark.parametrize("name", ["emailAddresses", "@context", "_rank", "30d", "x-y", "a.b", "urn:x"])
def test_words_of_an_api_are_shown(name):
    assert is_word(name) == (name != "30d")


@pytest.mark.parametrize("name", [ID, "ann@contoso.com", "Ann Adams", "", "x" * 65, "sip:ann@contoso.com", 3, None])
def test_names_that_can_be_data_are_not_shown(name):
    assert word(name) == "a name that is data"


def test_values_of_enumerations_are_shown_where_they_have_the_form_of_one():
    assert member("Sleeping") == "Sleeping"
    assert member("in bed") == "several words"
    assert code("ServiceFailure") == "ServiceFailure"
    assert code("Ann said no") == "a code that is no word"


@pytest.mark.parametrize("data", [b"", b"\x30", b"\x30\x82", b"\x30\x03\x02\x01\x05", bytes(range(256)), b"\x30" * 99])
def test_bytes_that_are_no_certificate(data):
    assert certificate(data) is None


@given(st.binary(max_size=80))
def test_any_bytes_are_a_certificate_or_none(data):
    assert certificate(data) is None


def test_certificate_is_read_from_its_bytes():
    import ssl

    import trustme

    ends = datetime(2049, 12, 31, 23, 59, 59, tzinfo=UTC)
    issued = trustme.CA().issue_cert("pool.contoso.com", not_after=ends)

    found = certificate(ssl.PEM_cert_to_DER_cert(issued.cert_chain_pems[0].bytes().decode()))

    assert found is not None
    assert (found.ends, found.is_self_signed, found.names) == (ends, False, ("pool.contoso.com",))
    assert found.days(datetime(2049, 12, 21, tzinfo=UTC)) == 10
    assert found.days(datetime(2050, 1, 3, 23, 59, 59, tzinfo=UTC)) == -3
