"""The type phrase in which a body row ends, and the limits before it: words of the pages in, words of the specs out."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORDS = {
    "String": "string",
    "Boolean": "boolean",
    "DateTime": "datetime",
    "TimeSpan": "timespan",
    "Int16": "integer",
    "Int32": "integer",
    "Int64": "integer",
    "UInt16": "integer",
    "UInt32": "integer",
    "Single": "number",
    "Double": "number",
    "Byte": "bytes",
    "ExternalResource": "data",
}
_TYPE = re.compile(
    rf"(?P<nullable>Nullable )?(?P<many>Array of )?"
    rf"(?:(?P<word>{'|'.join(WORDS)})|\((?P<enum>[A-Z]\w+)\)(?P<members>\w+(?:, (?:or )?\w+)*(?: or \w+)?))\.?$"
)
_LENGTH = re.compile(r"maximum length (?:of this input )?is (\d+) characters")
_LEAST, _MOST = r"(?P<minimum>-?\d+)", r"(?P<maximum>-?\d+)"
_RANGES = (
    re.compile(rf"maximum value is {_MOST} and the minimum value is {_LEAST}"),
    re.compile(rf"minimum possible value is {_LEAST} seconds and the maximum possible value is {_MOST}"),
    re.compile(rf"can range from {_LEAST} seconds to {_MOST}"),
)
_SEPARATOR = re.compile(r", or |, | or ")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a row states. ``type`` is a word of the specs or the name of an enumeration, None where it states none."""

    type: str | None = None
    many: bool = False
    nullable: bool = False
    members: tuple[str, ...] = ()
    max_length: str | None = None
    minimum: str | None = None
    maximum: str | None = None


def phrase(text: str) -> Phrase:
    """The type and the limits that the text of a row states."""
    length = _LENGTH.search(text)
    bounds = next(filter(None, (known.search(text) for known in _RANGES)), None)
    found = _TYPE.search(text)
    kind = None if found is None else WORDS.get(found["word"] or "", found["enum"])
    return Phrase(
        type=kind,
        many=bool(found and found["many"]) and kind != "bytes",
        nullable=bool(found and found["nullable"]),
        members=tuple(_SEPARATOR.split(found["members"])) if found and found["members"] else (),
        max_length=length[1] if length else None,
        minimum=bounds["minimum"] if bounds else None,
        maximum=bounds["maximum"] if bounds else None,
    )
