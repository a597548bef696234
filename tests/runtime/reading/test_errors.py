"""Errors: the most specific class, its message, and pickling."""

from __future__ import annotations

import copy
import pickle

import pytest
from sample import decode, errors
from sample._runtime import Response
from sample._runtime.calls.errors import Subcode
from sample._runtime.calls.failures import operation_failed
from sample._runtime.reading.error_body import ErrorBody
from sample.errors import (
    ApiError,
    AuthenticationError,
    BadRequest,
    BadRequestNormalizationFailed,
    Conflict,
    DecodeError,
    EmbeddedNotAvailable,
    GatewayTimeout,
    InvalidArgument,
    LimitExceeded,
    LinkNotAvailable,
    NormalizationFailed,
    NotFound,
    OperationFailed,
    SampleError,
    Timeout,
    TransportError,
)
from sample.resources.my_contacts import MyContactsLink

CALL = MyContactsLink("/contacts?key=s3cret", base="https://h/").post(contact_uri="sip:ann@contoso.com")


def error(status: int, body: str | bytes = "", content_type: str = "application/json") -> SampleError:
    content = body.encode() if isinstance(body, str) else body
    with pytest.raises(SampleError) as caught:
        CALL.read(Response(status, {"Content-Type": content_type, "Set-Cookie": "s3cret"}, content))
    return caught.value


@pytest.mark.parametrize(
    ("status", "code", "subcode", "kinds"),
    [
        (400, "BadRequest", "NormalizationFailed", (BadRequestNormalizationFailed, BadRequest, NormalizationFailed)),
        (409, "Conflict", "LimitExceeded", (Conflict, LimitExceeded)),
        (403, "Forbidden", "LimitExceeded", (LimitExceeded,)),
        (409, "Conflict", "NeverHeardOf", (Conflict,)),
        (409, "Conflict", "None", (Conflict,)),
        (409, "conflict", None, (Conflict,)),
        (409, "NeverHeardOf", None, (Conflict,)),
        (504, "GatewayTimeout", None, (Timeout, GatewayTimeout)),
        (418, "NotFound", None, (NotFound,)),
        (418, "Teapot", "Short", (ApiError,)),
    ],
)
def test_nearest_known_class(status, code, subcode, kinds):
    members = f'"code": "{code}"' + (f', "subcode": "{subcode}"' if subcode else "")

    found = error(status, f"{{{members}}}")

    assert all(isinstance(found, kind) for kind in kinds)
    assert isinstance(found, ApiError)
    assert (found.status, found.code, found.subcode) == (status, code, subcode)
    again = pickle.loads(pickle.dumps(found))
    assert (type(again), str(again), again.status, again.body) == (type(found), str(found), status, found.body)


def test_what_an_error_says():
    found = error(
        409,
        """{"code": "Conflict", "subcode": "LimitExceeded", "message": "Too many.", "link": {"href": "https://help/"},
            "parameters": [{"name": "contactUri", "reason": "taken"}], "debugInfo": {"errorReportId": "7", "n": 3}}""",
    )

    assert str(found) == "409 Conflict/LimitExceeded (POST /contacts): Too many. [contactUri: taken]"
    assert (found.message, found.body.link) == ("Too many.", "https://help/")
    assert found.parameters == {"contactUri": "taken"}
    assert found.debug_info == {"errorReportId": "7", "n": "3"}
    assert found.call is CALL
    assert found.response.status_code == 409
    assert "s3cret" not in str(found) + repr(found) + repr(found.response) + repr(found.response.headers) + repr(CALL)


@pytest.mark.parametrize("declared", ["application/xml", "application/vnd.microsoft.com.ucwa+xml; charset=utf-8"])
def test_error_in_xml(declared):
    found = error(
        409,
        """<?xml version="1.0" encoding="utf-8"?>
        <reason xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">
          <code>Conflict</code><subcode>AlreadyExists</subcode><message>It is there.</message>
          <debugInfo><property name="errorReportId">7</property></debugInfo>
          <parameters><parameter><name>contactUri</name><reason>taken</reason></parameter></parameters>
        </reason>""",
        declared,
    )

    assert (type(found), found.subcode, found.message) == (Conflict, "AlreadyExists", "It is there.")
    assert found.parameters == {"contactUri": "taken"}
    assert found.debug_info == {"errorReportId": "7"}


@pytest.mark.parametrize(
    ("body", "parameters"),
    [
        ({"to": "missing"}, {"to": "missing"}),
        ([{"name": "to", "reason": "missing"}], {"to": "missing"}),
        ([{"name": "to"}], {"to": ""}),
        (["to"], {"to": ""}),
        ("to", {"": "to"}),
        (None, {}),
        ([], {}),
    ],
)
def test_parameters_of_an_error(body, parameters):
    assert ErrorBody.of_json({"code": "BadRequest", "parameters": body}).parameters == parameters


def test_text_of_an_error_names_the_refused_parameters():
    rows = '[{"name": "to", "reason": "is no SIP address"}, {"name": "subject"}]'

    found = error(400, f'{{"code": "BadRequest", "message": "Some parameters are wrong.", "parameters": {rows}}}')

    assert str(found).endswith("Some parameters are wrong. [to: is no SIP address; subject]")


def test_error_body_of_wrong_kinds_is_read_all_the_same():
    found = ErrorBody.of_json({"code": 7, "subcode": ["x"], "message": {"a": 1}, "parameters": 3, "debugInfo": True})

    assert (found.code, found.subcode, found.message) == ("7", '["x"]', '{"a":1}')
    assert decode('{"code": "Conflict", "debugInfo": {}}').code == "Conflict"


@pytest.mark.parametrize(
    ("status", "body", "content_type", "kind", "text"),
    [
        (404, "<html><head><title>Not  here</title></head></html>", "text/html", NotFound, "Not here"),
        (404, "<h1>Gone</h1> for <b>good</b>", "text/html", NotFound, "Gone for good"),
        (409, "no such luck", "text/plain; charset=nonsense", Conflict, "no such luck"),
        (404, "", "application/json", NotFound, None),
        (404, "{broken", "application/json", NotFound, "{broken"),
        (404, '{"other": 1}', "application/json", NotFound, '{"other": 1}'),
        (502, "<html><title>Bad gateway</title></html>", "text/html", TransportError, None),
        (302, "", "text/html", TransportError, None),
    ],
)
def test_error_pages_of_something_in_between(status, body, content_type, kind, text):
    found = error(status, body, content_type)

    assert type(found) is kind
    assert getattr(found, "message", None) == text
    assert found.response.status_code == status


@pytest.mark.parametrize(
    "charset", ["idna", "undefined", "punycode", "unicode_escape", "raw_unicode_escape", "rot13", "uu", "a\0b", "\xe9"]
)
def test_error_page_is_read_though_its_charset_is_none(charset):
    """Python has codecs of some of these names; one fails on any text, and others are slow on long texts."""
    page = b"<title>Bad gateway \\u0041 \xff\xfe</title>"
    found = error(502, page, f"text/html; charset={charset}")

    assert type(found) is TransportError
    assert "502: Bad gateway \\u0041 \ufffd\ufffd" in str(found)


def test_error_page_is_read_in_its_charset():
    page = "<title>Ошибка</title>".encode("koi8-r")

    assert "502: Ошибка" in str(error(502, page, "text/html; charset=koi8-r"))


EXAMPLES = [
    DecodeError("odd", path="$.a", position=3, excerpt="x", faults=()),
    LinkNotAvailable("accept", "invitation"),
    EmbeddedNotAvailable("from", "invitation"),
    TransportError("gone", call=CALL),
    AuthenticationError("no", grants=("password",)),
    OperationFailed("declined", reason=ErrorBody("RemoteFailure")),
    operation_failed("declined", ErrorBody("RemoteFailure", "NormalizationFailed"), None),
    operation_failed("declined", ErrorBody("BadRequest", "NormalizationFailed"), None),
    InvalidArgument("is too long", parameter="subject"),
    BadRequestNormalizationFailed("no", status=400, body=ErrorBody("BadRequest", "NormalizationFailed"), call=CALL),
    NotFound(),
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: type(example).__name__)
def test_errors_pickle(example):
    again = pickle.loads(pickle.dumps(example))

    assert isinstance(again, SampleError)
    assert (type(again), str(again)) == (type(example), str(example))
    assert again.__dict__.keys() == example.__dict__.keys()


def test_error_that_is_another_too():
    assert isinstance(InvalidArgument("x"), ValueError)
    assert isinstance(LinkNotAvailable("a", "b"), AttributeError)
    assert str(NotFound()) == "404 NotFound"
    assert str(InvalidArgument("is too long", parameter="subject")) == "`subject` is too long"


MARKERS = sorted(
    {kind for kind in vars(errors).values() if isinstance(kind, type) and kind.__base__ is Subcode}, key=str
)


@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize("code", ["RemoteFailure", "BadRequest", "Conflict", None])
def test_failed_operation_is_caught_by_the_class_of_its_subcode(marker, code):
    """From the start, and under every code."""
    reason = ErrorBody(code, marker._subcode, "Sorry.")
    failed = operation_failed("it failed", reason, None)

    with pytest.raises(marker) as caught:
        raise failed
    assert isinstance(caught.value, OperationFailed)
    assert (str(failed), failed.reason, failed.status) == ("it failed", reason, None)
    assert (failed.code, failed.subcode, failed.message, failed.body) == (code, marker._subcode, "Sorry.", reason)
    assert isinstance(failed, BadRequest) is (code == "BadRequest")
    assert type(copy.copy(failed)) is type(failed) is type(operation_failed("again", reason, None))


@pytest.mark.parametrize("reason", [None, ErrorBody(), ErrorBody("RemoteFailure", "Unknown"), ErrorBody("New")])
def test_failed_operation_without_a_documented_reason(reason):
    failed = operation_failed("it failed", reason, None)

    assert type(failed) is OperationFailed
    assert (failed.code, failed.subcode) == ((reason.code, reason.subcode) if reason else (None, None))
