"""Every type of the format: what it is on the wire, round trips in both formats, and what is refused."""

from __future__ import annotations

import contextlib
import json
import pickle
import uuid
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from market import DataLink
from market.enums import Currency
from market.errors import DecodeError, InvalidArgument
from market.resources.offer import Offer, OfferLink

LINK = OfferLink("https://fe1.example.com/offers/1")
SIGNS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
TEXTS = st.text(SIGNS, max_size=12)
SCALARS = TEXTS | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.none()
ANY = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=5
)
OBJECTS = st.dictionaries(TEXTS, ANY, max_size=3)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e30"), max_value=Decimal("1e30"))
VALUES = {
    "text": TEXTS,
    "flag": st.booleans(),
    "count": st.integers(),
    "weight": st.floats(allow_nan=False, allow_infinity=False),
    "price": DECIMALS | st.sampled_from([Decimal("12.50"), Decimal("1E+30"), Decimal("-0.000"), Decimal(7)]),
    "time": st.datetimes(timezones=st.just(UTC), min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30)).map(
        lambda time: time.replace(microsecond=time.microsecond // 1000 * 1000)
    ),
    "day": st.dates(),
    "span": st.timedeltas(min_value=timedelta(days=-9999), max_value=timedelta(days=9999)),
    "key": st.uuids(),
    "blob": st.binary(max_size=8),
    "attributes": OBJECTS,
    "document": TEXTS.map(DataLink.of),
    "currency": st.sampled_from([Currency.EUR, "EUR", "CHF"]),
}


def frozen(value: object) -> object:
    """Lists as the tuples that states give."""
    if isinstance(value, dict):
        return {name: frozen(item) for name, item in value.items()}
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def sent(form: str, **arguments: object) -> Offer:
    """What a server would read from a request, as a state."""
    content = LINK.post(**arguments).request(form).content
    if form == "json":
        return Offer.from_json(content)
    return Offer.from_xml(content.replace(b"<input", b"<resource").replace(b"</input", b"</resource"))


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("name", VALUES)
@given(data=st.data())
def test_what_is_sent_is_what_is_read(form, name, data):
    value = data.draw(VALUES[name])
    items = data.draw(st.lists(VALUES[name], min_size=1, max_size=3))

    state = sent(form, **{name: value, f"{name}_list": items})

    assert getattr(state, name) == frozen(value)
    assert getattr(state, f"{name}_list") == frozen(items)
    state.validate()


@given(st.fixed_dictionaries({}, optional=VALUES).filter(bool))
def test_states_are_equal_in_both_formats(arguments):
    state, other = sent("json", **arguments), sent("xml", **arguments)

    assert Offer.from_xml(state.to_xml()) == state
    assert Offer.from_json(other.to_json()) == other
    assert pickle.loads(pickle.dumps(state)) == state
    call = LINK.post(**arguments)
    assert pickle.loads(pickle.dumps(call)) == call


@given(st.sampled_from(["price", "day", "key", "attributes", "priceList", "dayList", "keyList", "attributesList"]), ANY)
def test_any_value_is_read_or_a_decode_error(name, value):
    state = Offer.from_json(json.dumps({name: value}))

    for form in (state, Offer.from_xml(state.to_xml())):
        with contextlib.suppress(DecodeError):
            form.validate()
        assert form == form  # noqa: PLR0124
        assert form.to_json()
    assert Offer.from_xml(state.to_xml()) == state


READ = [
    ("price", "12.50", Decimal("12.50")),
    ("price", 12.5, Decimal("12.5")),
    ("price", 0.1, Decimal("0.1")),
    ("price", 10**30, Decimal(10**30)),
    ("price", "1e3", Decimal(1000)),
    ("day", "2016-09-26", date(2016, 9, 26)),
    ("key", "0A9B5B8C-6A4E-4C0F-8F5F-1D2B3C4D5E6F", uuid.UUID("0a9b5b8c-6a4e-4c0f-8f5f-1d2b3c4d5e6f")),
    ("key", "{0a9b5b8c-6a4e-4c0f-8f5f-1d2b3c4d5e6f}", uuid.UUID("0a9b5b8c-6a4e-4c0f-8f5f-1d2b3c4d5e6f")),
    ("key", "0a9b5b8c6a4e4c0f8f5f1d2b3c4d5e6f", uuid.UUID("0a9b5b8c-6a4e-4c0f-8f5f-1d2b3c4d5e6f")),
    ("attributes", {"a": [1, {"b": None}]}, {"a": (1, {"b": None})}),
    ("attributes", '{"a": 1}', {"a": 1}),
]


@pytest.mark.parametrize(("name", "wire", "value"), READ)
def test_value_on_the_wire(name, wire, value):
    assert getattr(Offer.from_json(json.dumps({name: wire})), name) == value


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        *(("price", wire) for wire in ("", "NaN", "Infinity", "1,5", "1_0", "1e9999", True, {}, "9" * 500)),
        *(("day", wire) for wire in ("", "2016-W39-1", "20160926", "2016-09-31", "2016-09-26T00:00:00Z", 1, "２０16-09-26")),
        *(("key", wire) for wire in ("", "0a9b5b8c", "urn:uuid:0a9b5b8c-6a4e-4c0f-8f5f-1d2b3c4d5e6f", "g" * 32, 7)),
        *(("attributes", wire) for wire in ("", "[]", "1", [1], 1, '{"a":')),
    ],
)  # fmt: skip
def test_value_that_is_refused(name, wire):
    with pytest.raises(DecodeError, match="expected"):
        getattr(Offer.from_json(json.dumps({name: wire})), name)


def test_an_object_is_read_only():
    state = Offer.from_json('{"attributes": {"a": {"b": [1]}}}')

    with pytest.raises(TypeError):
        state.attributes["c"] = 1
    with pytest.raises(TypeError):
        state.attributes["a"]["b"] = 1
    assert state.attributes["a"]["b"] == (1,)


def test_an_object_that_is_sent_is_a_copy():
    attributes = {"day": date(2016, 9, 26), "price": Decimal("1.50"), "key": uuid.UUID(int=1), "list": [1]}
    call = LINK.post(attributes=attributes)
    attributes["list"].append(2)

    assert json.loads(call.request().content)["attributes"] == {
        "day": "2016-09-26",
        "price": "1.50",
        "key": "00000000-0000-0000-0000-000000000001",
        "list": [1],
    }
    assert b"&lt;" not in call.request("xml").content
    assert b'<property name="attributes">{"day":"2016-09-26",' in call.request("xml").content


def nested(levels: int) -> dict[str, object]:
    return {"a": nested(levels - 1)} if levels else {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("price", 1.5), ("price", "1.5"), ("price", Decimal("NaN")), ("price", Decimal("Infinity")),
        ("price", Decimal("1E+9999")), ("price", Decimal("1E-9999")), ("day", datetime(2016, 9, 26, tzinfo=UTC)),
        ("day", "2016-09-26"), ("key", "0a9b5b8c-6a4e-4c0f-8f5f-1d2b3c4d5e6f"), ("attributes", [1]), ("attributes", "{}"),
        ("attributes", {1: 2}), ("attributes", {"a": {1, 2}}), ("attributes", {"a": float("nan")}),
        ("attributes", nested(100)), ("attributes", {"a": "\ud800"}),
    ],
)  # fmt: skip
def test_argument_that_is_refused(name, value):
    with pytest.raises(InvalidArgument) as raised:
        LINK.post(**{name: value})
    assert raised.value.parameter == name


def test_unchecked_calls_take_the_same_values():
    body = {"a": date(2016, 9, 26), "b": Decimal("1.50"), "c": uuid.UUID(int=1)}
    call = LINK.call("POST", body=body, query=body)

    assert json.loads(call.request().content) == {"a": "2016-09-26", "b": "1.50", "c": str(uuid.UUID(int=1))}
    assert call.href.endswith(f"?a=2016-09-26&b=1.50&c={uuid.UUID(int=1)}")
