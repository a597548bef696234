"""What specs mark as deprecated gives a warning where user code uses it, and nowhere else."""

from __future__ import annotations

import json
import pickle
import warnings
from pathlib import Path

import pytest
from market.enums import Currency
from market.errors import InvalidArgument
from market.resources import archive
from market.resources.archive import ArchiveLink
from market.resources.offer import Offer, OfferLink

LINK = OfferLink("https://fe1.example.com/offers/1")
SELLER = '{"name": "Ann", "_links": {"self": {"href": "/sellers/1"}}}'
STATE = Offer.from_json(
    '{"rel": "offer", "text": "Table", "oldPrice": 5, "_links": {"self": {"href": "/offers/1"},'
    ' "seller": {"href": "/sellers/1"}, "broker": {"href": "/sellers/2"}, "former": [{"href": "/sellers/3"}],'
    ' "archive": {"href": "/archive"}},'
    f' "_embedded": {{"seller": {SELLER}, "broker": {SELLER}, "former": [{SELLER}]}}}}'
)
USES = {
    "property `oldPrice` of `offer`": lambda: STATE.old_price,
    "link `broker` of `offer`": lambda: STATE.links.broker,
    "link `former` of `offer`": lambda: STATE.links.former,
    "embedded resource `broker` of `offer`": lambda: STATE.embedded.broker,
    "embedded resource `former` of `offer`": lambda: STATE.embedded.former,
    "DELETE of `offer`": lambda: LINK.delete(),  # noqa: PLW0108
    "parameter `oldPrice`": lambda: LINK.post(old_price=5),
    "value `DEM` of parameter `currency`": lambda: LINK.post(currency=Currency.DEM),
    "value `DEM` of parameter `currencyList`": lambda: LINK.post(currency_list=["EUR", "DEM"]),
    "resource `archive`": lambda: STATE.links.archive.get(),  # noqa: PLW0108
}
BY_NAME = {
    "link `broker` of `offer`": lambda: STATE.links["broker"],
    "link `former` of `offer`": lambda: STATE.links.get("former"),
    "embedded resource `broker` of `offer`": lambda: STATE.embedded["broker"],
    "embedded resource `former` of `offer`": lambda: STATE.embedded.get("former"),
}


@pytest.mark.parametrize(
    ("what", "use"), [*USES.items(), *BY_NAME.items()], ids=[*USES, *map("by name: {}".format, BY_NAME)]
)
def test_use_gives_a_warning_at_the_line_that_uses_it(what, use):
    with pytest.warns(DeprecationWarning, match="is deprecated") as caught:
        assert use() is not None

    assert [str(warning.message) for warning in caught] == [f"{what} is deprecated"]
    assert Path(caught[0].filename) == Path(__file__)
    assert caught[0].lineno == use.__code__.co_firstlineno


def test_nothing_else_gives_one():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert STATE.text == "Table"
        assert STATE.links.seller.href == "/sellers/1"
        assert STATE.embedded.seller.name == "Ann"
        STATE.validate()
        assert Offer.from_xml(STATE.to_xml()) == STATE
        assert pickle.loads(pickle.dumps(STATE)) == STATE
        assert repr(STATE)
        assert STATE["oldPrice"] == 5
        assert "broker" in STATE.links
        assert [*STATE.links, *STATE.embedded]
        LINK.post(currency=Currency.EUR, old_price=None)
        assert json.loads(LINK.put(STATE).request().content) == json.loads(STATE.to_json())
        assert hasattr(STATE.links, "archive")


def test_a_deprecated_value_is_still_checked():
    with (
        pytest.warns(DeprecationWarning, match="is deprecated"),
        pytest.raises(InvalidArgument, match="expected a number"),
    ):
        LINK.post(old_price="5")


@pytest.mark.parametrize(
    "described",
    [
        ArchiveLink,
        archive,
        OfferLink.delete,
    ],
)
def test_docstrings_say_so(described):
    assert "Deprecated" in described.__doc__


def test_docstring_of_a_parameter_says_so():
    assert "- old_price (deprecated): A value." in OfferLink.post.__doc__
