"""Converts texts of times and time spans to values and back, exact to the millisecond."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from ..base.registry import index
from ..base.typing_shim import TYPE_CHECKING, Any
from .checks import wants

if TYPE_CHECKING:
    import re

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NAIVE_EPOCH = EPOCH.replace(tzinfo=None)
_MILLISECOND = timedelta(milliseconds=1)
_DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}
_SECONDS = {"H": 3600, "M": 60, "S": 1}
_MICROS = 6


def read_datetime(text: str) -> datetime:
    """``/Date(ms)/`` with an optional offset, or ISO 8601; a time without an offset is in UTC."""
    try:
        if text[:6] == "/Date(" and text[-2:] == ")/":
            return _ticks(text[6:-2])
        if text[10:11] != "T":
            raise ValueError(text)
        found = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        raise ValueError("expected a time such as `/Date(1474932029620)/` or `2016-09-26T16:20:29.6200000Z`") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _ticks(text: str) -> datetime:
    """Milliseconds since the epoch; the offset, if any, is the zone of the time."""
    cut = max(text.rfind("+"), text.rfind("-"))
    if cut <= 0:
        return EPOCH + timedelta(milliseconds=_number(text))
    hours, minutes = _number(text[cut + 1 : cut + 3]), _number(text[cut + 3 :], width=2)
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if text[cut] == "-" else 1)
    local = _NAIVE_EPOCH + (timedelta(milliseconds=_number(text[:cut])) + offset)
    return local.replace(tzinfo=timezone(offset))


def _number(text: str, width: int | None = None) -> int:
    digits = text.removeprefix("-") if width is None else text
    if not digits.isdecimal() or not digits.isascii() or (width is not None and len(text) != width):
        raise ValueError(text)
    return int(text)


def milliseconds(value: datetime) -> int:
    """Whole milliseconds since the epoch."""
    return (value - EPOCH) // _MILLISECOND


def json_datetime(value: datetime) -> str:
    return f"/Date({milliseconds(value)})/"


def xml_datetime(value: datetime) -> str:
    """ISO 8601 with seven digits of fraction."""
    offset = value.utcoffset()
    if offset and offset % timedelta(minutes=1):
        value = value.astimezone(UTC)
    text = value.isoformat(timespec="microseconds").replace("+00:00", "Z")
    return f"{text[:26]}0{text[26:]}"


def read_date(text: str) -> date:
    """``YYYY-MM-DD``."""
    try:
        if not text.isascii() or len(text) != 10 or not text[5:7].isdecimal():
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("expected a date such as `2016-09-26`") from None


def check_date(value: Any) -> date:
    found: date = wants("a date", date)(value)
    if isinstance(found, datetime):
        raise ValueError("expected a date, found a datetime")
    return found


def read_timespan(text: str) -> timedelta:
    """``[-][d.]hh:mm:ss[.fffffff]``, or an ISO 8601 duration, whose years and months have 365 and 30 days."""
    found = _clock().fullmatch(text)
    try:
        value = _from_clock(*found.groups("0")) if found else _from_duration(text)
        return -value if text.startswith("-") else value
    except (ValueError, OverflowError):
        raise ValueError("expected a time span such as `1.02:03:04` or `PT2H3M4S`") from None


def _from_clock(days: str, hours: str, minutes: str, seconds: str, fraction: str) -> timedelta:
    whole = timedelta(days=int(days), hours=int(hours), minutes=int(minutes), seconds=int(seconds))
    return whole + _fraction(fraction)


def _from_duration(text: str) -> timedelta:
    found = _duration().fullmatch(text)
    if not found or text[-1] in "PT":
        raise ValueError(text)
    date, clock = found["date"] or "", found["clock"] or ""
    days = sum(int(number) * _DAYS[unit] for number, _, unit in _part().findall(date))
    seconds = sum(int(number) * _SECONDS[unit] for number, _, unit in _part().findall(clock))
    return timedelta(days=days, seconds=seconds) + sum(
        (_fraction(row[1]) for row in _part().findall(clock)), timedelta()
    )


def _fraction(digits: str) -> timedelta:
    return timedelta(microseconds=int(digits[:_MICROS].ljust(_MICROS, "0")))


def write_timespan(value: timedelta) -> str:
    """The form in which this API writes time spans."""
    return _as_duration(value) if index().time_spans == "iso8601" else _as_clock(value)


def _as_clock(value: timedelta) -> str:
    """``[-][d.]hh:mm:ss[.fffffff]``."""
    sign, value = ("-", -value) if value < timedelta() else ("", value)
    minutes, seconds = divmod(value.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days = f"{value.days}." if value.days else ""
    fraction = f".{value.microseconds:06}0" if value.microseconds else ""
    return f"{sign}{days}{hours:02}:{minutes:02}:{seconds:02}{fraction}"


def _as_duration(value: timedelta) -> str:
    """An ISO 8601 duration of days, hours, minutes and seconds."""
    sign, value = ("-", -value) if value < timedelta() else ("", value)
    minutes, seconds = divmod(value.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{value.microseconds:06}".rstrip("0") if value.microseconds else ""
    parts = ((str(hours), "H"), (str(minutes), "M"), (f"{seconds}{fraction}", "S"))
    clock = "".join(f"{number}{unit}" for number, unit in parts if number != "0")
    days = f"{value.days}D" if value.days else ""
    return f"{sign}P{days}{f'T{clock}' if clock else ''}" if days or clock else "PT0S"


def check_datetime(value: Any) -> datetime:
    found: datetime = wants("a datetime", datetime)(value)
    if found.utcoffset() is None:
        raise ValueError("expected a datetime with a time zone, found one without")
    return found


def check_timespan(value: Any) -> timedelta:
    found: timedelta = wants("a timedelta", timedelta)(value)
    return found


@cache
def _clock() -> re.Pattern[str]:
    import re

    return re.compile(r"-?(?:(\d{1,9})\.)?(\d\d):([0-5]\d):([0-5]\d)(?:\.(\d{1,7}))?", re.ASCII)


@cache
def _duration() -> re.Pattern[str]:
    import re

    date = r"(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?"
    clock = r"(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?"
    return re.compile(rf"-?P(?P<date>{date})(?:T(?P<clock>{clock}))?", re.ASCII)


@cache
def _part() -> re.Pattern[str]:
    import re

    return re.compile(r"(\d+)(?:\.(\d+))?([A-Z])", re.ASCII)
