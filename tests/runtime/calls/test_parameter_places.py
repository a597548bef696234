"""Where parameters travel: in headers, in queries as lists of either form, and in partial updates."""

from __future__ import annotations

import json
import warnings
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from market import UNSET, Call, DataLink, Response
from market.errors import InvalidArgument, NotFound, NotModified
from market.resources import offer
from market.resources.offer import Offer, OfferLink
from market.resources.seller import SellerLink
from market.sandbox.http.messages import HttpRequest
from market.sandbox.pages.request_checks import arguments

LINK = OfferLink("https://fe1.example.com/offers/1")
OTHER_OFFER = Offer.from_json('{"rel": "offer", "price": "1.00"}')
VALUES = {
    "text": ("a b,&é", "a%20b%2C%26%C3%A9"),
    "flag": (True, "true"),
    "count": (7, "7"),
    "weight": (1.5, "1.5"),
    "price": (Decimal("12.50"), "12.50"),
    "day": (date(2016, 9, 26), "2016-09-26"),
    "key": (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    "currency": ("EUR", "EUR"),
    "blob": (b"\0\1\2", "AAEC"),
}


@pytest.mark.parametrize("name", VALUES)
def test_value_in_a_query(name):
    value, text = VALUES[name]

    assert LINK.get(**{name: value}).href.partition("?")[2] == f"{name}={text}"
    assert LINK.get(**{f"{name}_list": [value] * 2}).href.partition("?")[2] == f"{name}List={text}&{name}List={text}"


@pytest.mark.parametrize("name", [*VALUES][1:])
def test_list_with_commas(name):
    value, text = VALUES[name]
    call = LINK.get(**{f"{name}_commas": [value, value]})

    assert call.href.partition("?")[2] == f"{name}Commas={text},{text}"
    assert call.query == ((f"{name}Commas", f"{text},{text}"),)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=","), max_size=5), max_size=4))
def test_items_are_told_apart(items):
    from urllib.parse import unquote

    query = LINK.get(text_commas=items).href.partition("?")[2]

    assert [unquote(item) for item in query.partition("=")[2].split(",")] == (items or [""])
    assert query.startswith("textCommas=") == bool(items)


@pytest.mark.parametrize("name", ["text_commas", "x_text_list"])
def test_no_item_holds_a_comma(name):
    with pytest.raises(InvalidArgument, match=r"holds a comma.*item 1") as raised:
        LINK.get(**{name: ["a", "b,c"]})
    assert raised.value.parameter in ("textCommas", "X-Text-List")


@pytest.mark.parametrize("name", [*VALUES][1:])
def test_value_in_a_header(name):
    value, text = VALUES[name]
    call = LINK.get(**{f"x_{name}": value, f"x_{name}_list": [value, value]})

    assert dict(call.headers) == {f"X-{name.title()}": text, f"X-{name.title()}-List": f"{text}, {text}"}
    assert {**call.headers}.items() <= {**call.request().headers}.items()
    assert "?" not in call.href


def test_times_in_headers_are_iso_8601():
    call = LINK.get(x_time=datetime(2016, 9, 26, 16, 20, 29, tzinfo=UTC), x_span=timedelta(hours=2))

    assert call.headers["X-Time"] == "2016-09-26T16:20:29.0000000Z"


@pytest.mark.parametrize("value", ["a\r\nX-Other: b", "a\nb", "a\rb", "\0", "é", " a", "a ", "\ta", "\x7f"])
@pytest.mark.parametrize("method", ["get", "head", "put", "patch"])
def test_header_that_is_refused(method, value):
    arguments = {"get": {"x_text": value}, "patch": {"x_trace": value, "reason": "a"}}.get(method, {"x_trace": value})
    with pytest.raises(InvalidArgument, match="header") as raised:
        getattr(LINK, method)(*([OTHER_OFFER] if method == "put" else []), **arguments)
    assert raised.value.parameter in ("X-Text", "X-Trace")


def test_headers_of_a_put_stand_beside_the_tag():
    base = Offer.from_json('{"etag": "7"}')
    call = LINK.put(base, x_trace="abc", price=Decimal(1))

    assert dict(call.headers) == {"X-Trace": "abc", "If-Match": '"7"'}
    assert json.loads(call.request().content) == {"etag": "7", "price": "1"}


def test_head_gives_headers():
    call = LINK.head(x_trace="abc")
    found = call.read(Response(200, {"ETag": '"7"', "Content-Length": "120"}))

    assert (call.method, call.request().content) == ("HEAD", b"")
    assert (found["etag"], found["content-length"]) == ('"7"', "120")


def test_head_that_gives_nothing():
    call = SellerLink("/sellers/1").head()

    assert call.read(Response(200, {"ETag": '"7"'})) is None
    with pytest.raises(NotFound):
        call.read(Response(404))


def sent(form: str = "json", **arguments: object) -> bytes:
    return LINK.patch(reason="sale", **arguments).request(form).content


def test_patch_sends_what_is_given_and_null_for_none():
    assert json.loads(sent()) == {"reason": "sale"}
    assert json.loads(sent(text=UNSET, price=None, day_list=[], attributes=None)) == {
        "reason": "sale",
        "price": None,
        "dayList": [],
        "attributes": None,
    }


def test_patch_sends_null_as_nil_in_xml():
    nil = b'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'
    content = sent("xml", text=None, price=Decimal("1.50"), attributes=None)

    assert b'<property name="text" ' + nil + b"/>" in content
    assert b'<property name="attributes" ' + nil + b"/>" in content
    read = Offer.from_xml(content.replace(b"input", b"resource"))
    assert (read["text"], read.text, read.price, read["attributes"]) == (None, None, Decimal("1.50"), None)
    assert json.loads(read.to_json())["text"] is None


def test_patch_leaves_lists_of_nothing_in_xml():
    assert b"nil" not in sent("xml", day_list=[], text="")


@pytest.mark.parametrize("name", ["currency", "document"])
def test_patch_refuses_null_where_the_spec_does_not_allow_it(name):
    with pytest.raises(InvalidArgument, match="cannot be null"):
        LINK.patch(reason="sale", **{name: None})


def test_patch_demands_what_is_required():
    with pytest.raises(InvalidArgument, match="cannot be null"):
        LINK.patch(reason=None)
    with pytest.raises(InvalidArgument, match="is required"):
        LINK.patch(reason=UNSET)


def test_patch_takes_the_query_as_other_operations_do():
    assert LINK.patch(reason="sale", dry=None).href == LINK.href
    assert LINK.patch(reason="sale", dry=True).href == f"{LINK.href}?dry=true"


@pytest.mark.parametrize("form", ["json", "xml"])
def test_patch_names_the_version_that_it_changes(form):
    state = Offer.from_json('{"rel": "offer", "etag": "7"}')
    by_state, by_tag, without = (LINK.patch(reason="sale", if_match=known) for known in (state, 'W/"7"', None))

    assert by_state.request(form).headers["If-Match"] == '"7"'
    assert by_tag.request(form).headers["If-Match"] == 'W/"7"'
    assert "If-Match" not in without.request(form).headers
    assert LINK.patch(reason="sale", if_match=OTHER_OFFER).headers == without.headers
    with pytest.raises(NotModified):
        by_state.read(Response(304))


def test_patch_can_be_pickled_and_compared():
    import pickle

    call = LINK.patch(reason="sale", text=None, document=DataLink.of("a"))

    assert pickle.loads(pickle.dumps(call)) == call != LINK.patch(reason="sale", document=DataLink.of("a"))


def test_none_is_not_sent_in_a_post():
    assert LINK.post(text=None, count=1).request().content == b'{"count":1}'


def asked(call: Call[Any]) -> dict[str, Any]:
    """What the sandbox reads from a request, in JSON form."""
    request = call.request()
    headers = {name.lower(): value for name, value in request.headers.items()}
    return arguments(
        HttpRequest(call.method, "", request.url, headers, request.content), getattr(offer, f"_{call.method}")
    )


def test_the_sandbox_reads_headers_and_lists_with_commas():
    days = [date(2016, 9, 26), date(2016, 9, 27)]

    assert asked(LINK.get(x_day=days[0], x_day_list=days, day_commas=days, day_list=days, x_flag=True)) == {
        "X-Day": "2016-09-26",
        "X-Day-List": ["2016-09-26", "2016-09-27"],
        "dayCommas": ["2016-09-26", "2016-09-27"],
        "dayList": ["2016-09-26", "2016-09-27"],
        "X-Flag": True,
    }


def test_the_sandbox_gives_no_warning():
    with pytest.warns(DeprecationWarning, match="is deprecated"):
        call = LINK.post(old_price=5, currency="DEM")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert asked(call) == {"oldPrice": 5, "currency": "DEM"}
