"""Shortcuts fill parameters of every type from properties of the same type, and type checkers agree."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from datetime import date

import pytest
from market.resources.offer import Offer
from sample_packages import MARKET

WIRE = {
    "text": "a", "flag": True, "count": 3, "weight": 0.5, "price": "1.50", "time": "2030-01-02T03:04:05Z",
    "day": "2030-01-02", "span": "PT1M", "key": "12345678-1234-5678-1234-567812345678", "blob": "AAE=",
    "attributes": {"a": [1]}, "currency": "EUR",
}  # fmt: skip
DATA = {"href": "data:text/plain,hi"}
FULL = {
    **WIRE,
    **{f"{name}List": [value] for name, value in WIRE.items()},
    "_links": {"self": {"href": "/offers/1"}, "document": DATA, "documentList": [DATA]},
}


@pytest.fixture(autouse=True)
def _deprecated_values_are_expected():
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        yield


def offer(**wire: object) -> Offer:
    return Offer.from_json(json.dumps({**FULL, **wire}))


def sent(call) -> dict[str, object]:
    return json.loads(call.request().content)


def test_every_property_fills_the_parameter_of_its_type():
    expected = {name: value for name, value in FULL.items() if name != "_links"}
    expected["time"] = expected["timeList"][0] if isinstance(expected["timeList"], list) else expected["time"]
    found = sent(offer(oldPrice=7).repeat())

    assert found.keys() == {*expected, "_links", "oldPrice"}
    assert {name: found[name] for name in expected if not name.startswith("time")} == {
        name: value for name, value in expected.items() if not name.startswith("time")
    }
    assert found["_links"] == {"document": DATA, "documentList": [DATA]}
    assert Offer.from_json(json.dumps({**found, "_links": FULL["_links"]})) == offer(oldPrice=7)
    assert sent(offer().copy()) == found | {"oldPrice": 0.5}


def test_values_of_the_caller_replace_those_of_the_state():
    found = sent(offer().repeat(text="b", day=date(2031, 1, 1), text_list=[], flag=False, count=0))

    assert (found["text"], found["day"], found["flag"], found["count"]) == ("b", "2031-01-01", False, 0)
    assert found["currency"] == "EUR"
    assert found.get("textList", []) == []


def test_properties_that_the_state_lacks_are_not_sent():
    bare = Offer.from_json(b'{"text": "a", "_links": {"self": {"href": "/offers/1"}}}')

    assert sent(bare.repeat()) == {"text": "a"}
    assert sent(bare.copy()) == {"text": "a", "oldPrice": 0.5}


def test_value_that_is_replaced_is_not_read():
    assert sent(offer(count="many").repeat(count=3))["count"] == 3


@pytest.mark.parametrize(
    "checker", [["mypy", "--strict", "--cache-dir", ".cache"], ["basedpyright", "--level", "error"]]
)
def test_type_checkers_find_nothing(checker):
    (MARKET / "pyrightconfig.json").write_text('{"typeCheckingMode": "standard"}')
    command = [sys.executable, "-m", *checker, "market/resources/offer.py"]
    done = subprocess.run(command, cwd=MARKET, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
