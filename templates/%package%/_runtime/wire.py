"""The vocabulary of the tables in generated class bodies and operations."""

from __future__ import annotations

from .base.typing_shim import TYPE_CHECKING as _TYPE_CHECKING
from .base.typing_shim import Any as _Any
from .calls.results import CreatedLink as _CreatedLink
from .calls.results import EventPageResult as _EventPageResult
from .calls.results import Media as _Media
from .calls.results import Nothing as _Nothing
from .calls.results import Other as _Other
from .calls.results import Representation as _Representation
from .calls.results import ResponseHeaders as _ResponseHeaders
from .states.embedded import ManyStates as _ManyStates
from .states.embedded import OneState as _OneState
from .states.links import Many as _Many
from .states.links import One as _One
from .states.properties import EnumListProperty as _EnumListProperty
from .states.properties import EnumProperty as _EnumProperty
from .states.properties import Property as _Property
from .values.data_link import DataLink as _DataLink
from .values.kinds import KINDS as _KINDS
from .values.kinds import enumeration as _enumeration

if _TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping
    from datetime import date as _date
    from datetime import datetime as _datetime
    from datetime import timedelta as _timedelta
    from decimal import Decimal as _Decimal
    from uuid import UUID as _UUID

_Bytes = bytes
_bool = bool


def text(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[str | None]:
    return _Property(name, _KINDS["string"], since=since, deprecated=deprecated)


def texts(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[str, ...] | None]:
    return _Property(name, _KINDS["string"], many=True, since=since, deprecated=deprecated)


def boolean(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[bool | None]:
    return _Property(name, _KINDS["boolean"], since=since, deprecated=deprecated)


def booleans(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[bool, ...] | None]:
    return _Property(name, _KINDS["boolean"], many=True, since=since, deprecated=deprecated)


def integer(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[int | None]:
    return _Property(name, _KINDS["integer"], since=since, deprecated=deprecated)


def integers(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[int, ...] | None]:
    return _Property(name, _KINDS["integer"], many=True, since=since, deprecated=deprecated)


def number(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[float | None]:
    return _Property(name, _KINDS["number"], since=since, deprecated=deprecated)


def numbers(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[float, ...] | None]:
    return _Property(name, _KINDS["number"], many=True, since=since, deprecated=deprecated)


def decimal(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[_Decimal | None]:
    return _Property(name, _KINDS["decimal"], since=since, deprecated=deprecated)


def decimals(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[_Decimal, ...] | None]:
    return _Property(name, _KINDS["decimal"], many=True, since=since, deprecated=deprecated)


def datetime(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[_datetime | None]:
    return _Property(name, _KINDS["datetime"], since=since, deprecated=deprecated)


def datetimes(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[_datetime, ...] | None]:
    return _Property(name, _KINDS["datetime"], many=True, since=since, deprecated=deprecated)


def date(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[_date | None]:
    return _Property(name, _KINDS["date"], since=since, deprecated=deprecated)


def dates(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[_date, ...] | None]:
    return _Property(name, _KINDS["date"], many=True, since=since, deprecated=deprecated)


def timespan(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[_timedelta | None]:
    return _Property(name, _KINDS["timespan"], since=since, deprecated=deprecated)


def timespans(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[_timedelta, ...] | None]:
    return _Property(name, _KINDS["timespan"], many=True, since=since, deprecated=deprecated)


def uuid(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[_UUID | None]:
    return _Property(name, _KINDS["uuid"], since=since, deprecated=deprecated)


def uuids(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[_UUID, ...] | None]:
    return _Property(name, _KINDS["uuid"], many=True, since=since, deprecated=deprecated)


def bytes(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[_Bytes | None]:
    return _Property(name, _KINDS["bytes"], since=since, deprecated=deprecated)


def bytess(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[_Bytes, ...] | None]:
    return _Property(name, _KINDS["bytes"], many=True, since=since, deprecated=deprecated)


def object(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[_Mapping[str, _Any] | None]:
    return _Property(name, _KINDS["object"], since=since, deprecated=deprecated)


def objects(
    name: str, *, since: int = 1, deprecated: _bool = False
) -> _Property[tuple[_Mapping[str, _Any], ...] | None]:
    return _Property(name, _KINDS["object"], many=True, since=since, deprecated=deprecated)


def data(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[_DataLink | None]:
    return _Property(name, _KINDS["data"], since=since, deprecated=deprecated)


def datas(name: str, *, since: int = 1, deprecated: _bool = False) -> _Property[tuple[_DataLink, ...] | None]:
    return _Property(name, _KINDS["data"], many=True, since=since, deprecated=deprecated)


def enum(name: str, path: str, *, since: int = 1, deprecated: _bool = False) -> _EnumProperty[_Any]:
    """``path`` names the enumeration, as ``enums.Class``."""
    return _EnumProperty(name, _enumeration(path), since=since, deprecated=deprecated)


def enums(name: str, path: str, *, since: int = 1, deprecated: _bool = False) -> _EnumListProperty[_Any]:
    """``path`` names the enumeration, as ``enums.Class``."""
    return _EnumListProperty(name, _enumeration(path), many=True, since=since, deprecated=deprecated)


def one(rel: str, path: str | None = None, *, since: int = 1, deprecated: _bool = False) -> _One[_Any]:
    """A single link; ``path`` names its class."""
    return _One(rel, path, since, deprecated)


def many(rel: str, path: str | None = None, *, since: int = 1, deprecated: _bool = False) -> _Many[_Any]:
    """Several links."""
    return _Many(rel, path, since, deprecated)


def one_state(key: str, path: str | None = None, *, since: int = 1, deprecated: _bool = False) -> _OneState[_Any]:
    """An embedded resource; ``path`` names its class."""
    return _OneState(key, path, since, deprecated)


def many_states(key: str, path: str | None = None, *, since: int = 1, deprecated: _bool = False) -> _ManyStates[_Any]:
    """Embedded resources of one key."""
    return _ManyStates(key, path, since, deprecated)


def representation(path: str) -> _Representation:
    """The operation gives a state."""
    return _Representation(path)


def location(path: str) -> _CreatedLink:
    """The operation gives a link to the created resource."""
    return _CreatedLink(path)


def nothing() -> _Nothing:
    """The operation has no result."""
    return _Nothing()


def content(media_type: str) -> _Media:
    """The operation gives content of a media type."""
    return _Media(media_type)


def headers() -> _ResponseHeaders:
    """The operation gives the headers of the response."""
    return _ResponseHeaders()


def event_page() -> _EventPageResult:
    """The operation gives a page of events."""
    return _EventPageResult()


def document() -> _Other:
    """The operation gives a document of another vocabulary."""
    return _Other()
