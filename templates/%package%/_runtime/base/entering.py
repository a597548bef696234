"""What is entered by one of ``with`` and ``async with``, and says so when the other one is written."""

from __future__ import annotations

from typing import TYPE_CHECKING


class OnlyWith:
    """Entered by ``with`` alone. Type checkers see no ``__aenter__``, and so they find a wrong ``async with``."""

    __slots__ = ()
    if not TYPE_CHECKING:

        def __aenter__(self):
            raise TypeError(
                f"`{type(self).__name__}` is entered by `with`; "
                "only `AsyncClient` and its listeners are entered by `async with`"
            )

        __aexit__ = __aenter__  # Python looks for both before it calls one


class OnlyAsyncWith:
    """Entered by ``async with`` alone. Type checkers see no ``__enter__``, and so they find a wrong ``with``."""

    __slots__ = ()
    if not TYPE_CHECKING:

        def __enter__(self):
            raise TypeError(
                f"`{type(self).__name__}` is entered by `async with`; only `Client` and its listeners are entered by `with`"
            )

        __exit__ = __enter__  # Python looks for both before it calls one
