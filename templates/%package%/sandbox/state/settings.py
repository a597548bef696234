"""Settings: how this sandbox behaves where servers differ. Behaviour modules add their own by ``settings_fields``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import msgspec

from ..._runtime.base.registry import index
from ..http.json_input import convert
from .event_channel import TIMEOUT
from .parts import Extensible

P = TypeVar("P", bound=msgspec.Struct)
NotNegative = Annotated[float, msgspec.Meta(ge=0)]
Positive = Annotated[int, msgspec.Meta(ge=1)]
Origin = Annotated[str, msgspec.Meta(pattern=r"^(\*|[a-z][a-z0-9+.-]*://[^/?#*\s]+(:\*)?)$")]
"""Scheme, host and port; ``http://localhost:*`` is any port, ``*`` any origin."""
_ORIGINS = [f"{scheme}://{host}:*" for scheme in ("http", "https") for host in ("localhost", "127.0.0.1", "[::1]")]


class Settings(msgspec.Struct, eq=False, weakref=True, forbid_unknown_fields=True):
    """How this sandbox behaves where servers differ."""

    application_life: NotNegative = 600.0
    """Seconds after which an application without requests is lost."""
    expired_status: int = 401
    """The status for an expired token: 401, or the one that ``sign_in.expired`` in api.yaml states."""
    empty_status: Literal[200, 408] = 200
    """The status of a long poll without events: 200 with an empty page, or 408."""
    channel_timeout: Annotated[float, msgspec.Meta(gt=0)] = TIMEOUT
    """Seconds after which a long poll without events ends, unless the client states another timeout."""
    prompt_events: bool = False
    """Whether events of every priority are sent at once. Otherwise those of medium and low priority wait as long as at a server."""
    windows: bool = False
    """Whether users may sign in by Windows authentication, if the API has it."""
    batch_limit: Positive = 100
    """The largest number of requests in a batch."""
    allowed_origins: list[Origin] = msgspec.field(default_factory=lambda: [*_ORIGINS])
    """Origins of the web pages that may call the API; those of this machine, unless behaviour modules name more."""

    def __post_init__(self) -> None:
        sign_in = index().sign_in
        allowed = {401, *((sign_in.expired.status,) if sign_in and sign_in.expired else ())}
        if self.expired_status not in allowed:
            raise ValueError(f"`expired_status` is one of {', '.join(map(str, sorted(allowed)))}")

    if TYPE_CHECKING:

        def __init__(self, **values: Any) -> None: ...
        def __getattr__(self, name: str) -> Any: ...
        def __setattr__(self, name: str, value: Any) -> None: ...

    else:

        def __setattr__(self, name: str, value: Any) -> None:
            """Set a checked value; raises ``ValueError`` that names the setting."""
            super().__setattr__(name, getattr(changed(self, {name: value}), name))


SETTINGS = Extensible(Settings)


def settings_fields(part: type[P]) -> Callable[[Settings], P]:
    """Add settings; gives the function that reads them."""
    return SETTINGS.add(part)


def default_origins(*origins: str) -> None:
    """Let pages of more origins call the API, unless the settings say otherwise."""
    _ORIGINS.extend(origin for origin in origins if origin not in _ORIGINS)


def changed(settings: Settings, values: object) -> Settings:
    """The settings with other values; raises ``ValueError`` for unknown names and wrong types."""
    if not isinstance(values, dict):
        raise ValueError("settings are an object")
    return convert({**shown(settings), **values}, SETTINGS.whole)


def shown(settings: Settings) -> dict[str, Any]:
    """The settings in JSON form."""
    found: dict[str, Any] = msgspec.to_builtins(settings)
    return found
