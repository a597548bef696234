"""What a client refuses before it sends anything."""

from __future__ import annotations

import pytest

from ucwa2 import AsyncClient, Client
from ucwa2.errors import InvalidArgument

BOTH = pytest.mark.parametrize("kind", [Client, AsyncClient])


@BOTH
@pytest.mark.parametrize(("name", "value"), [("low", 4), ("medium", 1801), ("timeout", 179)])
def test_channel_is_tuned_within_the_documented_limits(kind: type[Client | AsyncClient], name: str, value: int) -> None:
    with pytest.raises(InvalidArgument, match=name):
        kind("https://lyncdiscover.contoso.com/", channel={name: value})


@BOTH
def test_channel_has_no_other_options(kind: type[Client | AsyncClient]) -> None:
    with pytest.raises(TypeError, match="hight"):
        kind("https://lyncdiscover.contoso.com/", channel={"hight": 10})
