"""What is entered and read in one of the two ways, with or without ``async``, and says so when the other one is written."""

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


class OnlyFor:
    """Read by ``for`` alone. Type checkers see no ``__aiter__``, and so they find a wrong ``async for``."""

    __slots__ = ()
    if not TYPE_CHECKING:

        def __aiter__(self):
            raise TypeError(
                f"`{type(self).__name__}` is read by `for`; only listeners of `AsyncClient` are read by `async for`"
            )

        __anext__ = __aiter__


class OnlyAsyncWith:
    """Entered by ``async with`` alone. Type checkers see no ``__enter__``, and so they find a wrong ``with``."""

    __slots__ = ()
    if not TYPE_CHECKING:

        def __enter__(self):
            raise TypeError(
                f"`{type(self).__name__}` is entered by `async with`; only `Client` and its listeners are entered by `with`"
            )

        __exit__ = __enter__  # Python looks for both before it calls one


class OnlyAsyncFor:
    """Read by ``async for`` alone. Type checkers see no ``__iter__``, and so they find a wrong ``for``."""

    __slots__ = ()
    if not TYPE_CHECKING:

        def __iter__(self):
            raise TypeError(
                f"`{type(self).__name__}` is read by `async for`; only listeners of `Client` are read by `for`"
            )

        __next__ = __iter__
