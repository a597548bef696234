"""Clients of the tests over another HTTP library than httpx2: those whose options it takes; others keep theirs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any

from ucwa2._runtime.client.base_client import BaseClient
from ucwa2._runtime.client.transport.libraries import check_named
from ucwa2.errors import InvalidArgument

MADE = BaseClient.__init__
SETTINGS = signature(MADE).parameters.keys() - {"http"}


def over(name: str) -> Callable[..., None]:
    """A ``__init__`` of clients that chooses a library."""

    @wraps(MADE)
    def init(self: Any, *given: Any, **named: Any) -> None:
        options = {key: value for key, value in named.items() if key not in SETTINGS}
        try:
            check_named(options.pop("http", None), {"transport": name, **options})
        except InvalidArgument:
            MADE(self, *given, **named)
        else:
            MADE(self, *given, **{"transport": name, **named})

    return init
