"""values: a property of every kind."""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    UNSET,
    Call,
    Embedded,
    EnumListProperty,
    EnumProperty,
    Link,
    Links,
    ManyStates,
    OneState,
    Operation,
    Parameter,
    State,
    Unset,
    View,
    wire,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from .. import enums
    from .._runtime import DataLink, Many, One
    from .contact import Contact, ContactLink

__all__ = ["Values", "ValuesEmbedded", "ValuesLink", "ValuesLinks"]


class ValuesLinks(Links):
    """Where `values` leads."""

    self: One[ValuesLink] = wire.one("self", "values.ValuesLink")
    """Itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """One contact."""

    next_: One[Link] = wire.one("next")
    """Whatever comes next."""

    others: Many[ContactLink] = wire.many("others", "contact.ContactLink")
    """Several contacts."""


class ValuesEmbedded(Embedded):
    """What `values` holds."""

    contact: OneState[Contact] = wire.one_state("contact", "contact.Contact")
    """One contact."""

    others: ManyStates[Contact] = wire.many_states("others", "contact.Contact")
    """Several contacts."""

    thing: OneState[State] = wire.one_state("thing")
    """Something without a spec."""


class Values(State, rel="values"):
    """A property of every kind."""

    links: View[ValuesLinks] = View(ValuesLinks)
    embedded: View[ValuesEmbedded] = View(ValuesEmbedded)

    text = wire.text("text")
    """A text."""

    texts = wire.texts("texts")
    """Texts."""

    flag = wire.boolean("flag")
    """A boolean."""

    flags = wire.booleans("flags")
    """Booleans."""

    whole = wire.integer("whole")
    """An integer."""

    wholes = wire.integers("wholes")
    """Integers."""

    real = wire.number("real")
    """A number."""

    reals = wire.numbers("reals")
    """Numbers."""

    time = wire.datetime("time")
    """A time."""

    times = wire.datetimes("times")
    """Times."""

    span = wire.timespan("span")
    """A time span."""

    spans = wire.timespans("spans")
    """Time spans."""

    blob = wire.bytes("blob")
    """Bytes."""

    blobs = wire.bytess("blobs")
    """Several bytes."""

    importance: EnumProperty[enums.Importance] = wire.enum("importance", "enums.Importance")
    """An enumeration."""

    modalities: EnumListProperty[enums.ModalityType] = wire.enums("modalities", "enums.ModalityType")
    """Several of an enumeration."""

    content = wire.data("content")
    """A data link."""

    contents = wire.datas("contents")
    """Data links."""

    later = wire.text("later", since=2)
    """Added later. Revision 2 and later."""


_POST = Operation(
    "POST",
    Parameter("text", "string", max_length=10),
    Parameter("texts", "string", many=True, max_length=5),
    Parameter("flag", "boolean"),
    Parameter("whole", "integer", minimum=1, maximum=100),
    Parameter("real", "number"),
    Parameter("time", "datetime"),
    Parameter("span", "timespan"),
    Parameter("blob", "bytes"),
    Parameter("importance", "enums.Importance"),
    Parameter("modalities", "enums.ModalityType", many=True),
    Parameter("content", "data"),
    Parameter("operationId", "string", max_length=50),
    Parameter("expand", "boolean", place="query"),
    Parameter("tags", "string", many=True, place="query"),
    returns=wire.nothing(),
)
_PUT = Operation(
    "PUT",
    Parameter("text", "string", required=True, max_length=10),
    Parameter("flag", "boolean"),
    Parameter("texts", "string", many=True),
    Parameter("time", "datetime"),
    Parameter("content", "data"),
    returns=wire.representation("values.Values"),
)


class ValuesLink(Link, rel="values"):
    """Leads to a `Values`."""

    def post(
        self,
        *,
        text: str | None = None,
        texts: Sequence[str] | None = None,
        flag: bool | None = None,
        whole: int | None = None,
        real: float | None = None,
        time: datetime | None = None,
        span: timedelta | None = None,
        blob: bytes | None = None,
        importance: enums.Importance | str | None = None,
        modalities: Sequence[enums.ModalityType | str] | None = None,
        content: DataLink | None = None,
        operation_id: str | None = None,
        expand: bool | None = None,
        tags: Sequence[str] | None = None,
    ) -> Call[None]:
        """Send a value of every kind."""
        return self._call(
            _POST,
            {
                "text": text,
                "texts": texts,
                "flag": flag,
                "whole": whole,
                "real": real,
                "time": time,
                "span": span,
                "blob": blob,
                "importance": importance,
                "modalities": modalities,
                "content": content,
                "operationId": operation_id,
                "expand": expand,
                "tags": tags,
            },
        )

    def put(
        self,
        base: Values,
        *,
        text: str | None | Unset = UNSET,
        flag: bool | None | Unset = UNSET,
        texts: Sequence[str] | None | Unset = UNSET,
        time: datetime | None | Unset = UNSET,
        content: DataLink | None | Unset = UNSET,
    ) -> Call[Values]:
        """Change it."""
        return self._put(_PUT, base, {"text": text, "flag": flag, "texts": texts, "time": time, "content": content})
