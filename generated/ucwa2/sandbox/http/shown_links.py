"""Addresses in responses, where others see another form of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SHOWN: list[Callable[[str], str]] = []
"""The function that gives the other form of an address; empty if there is none."""


def shown_link(href: str) -> str:
    """An address as others see it."""
    return SHOWN[0](href) if SHOWN else href


def with_shown_links(value: Any) -> Any:
    """A body whose links have the addresses that others see."""
    if not SHOWN:
        return value
    if isinstance(value, list):
        return [with_shown_links(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: SHOWN[0](item) if name == "href" and isinstance(item, str) else with_shown_links(item)
        for name, item in value.items()
    }
