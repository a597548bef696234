"""The runtime of generated modules. Hand-written: it knows no resource, and its tables are registered."""

from __future__ import annotations

from . import wire
from .base.metaclass import make_lazy
from .base.typing_shim import TYPE_CHECKING
from .http.documents import Content, Document
from .http.messages import Headers, Request, Response
from .reading.decode import decode
from .reading.error_body import ErrorBody
from .reading.events import Event, EventPage
from .requests.call import Call
from .requests.contracts import MessageCodec, provide_message_codec
from .requests.operations import UNSET, Operation, Parameter, Unset
from .states.embedded import Embedded, ManyStates, OneState
from .states.link import CallMaker, Link, Validator, provide_calls
from .states.links import Links, Many, One, View
from .states.properties import EnumListProperty, EnumProperty, Property
from .states.state import State
from .values.data_link import DataLink

__all__ = [
    "TYPE_CHECKING",
    "UNSET",
    "Call",
    "Content",
    "DataLink",
    "Document",
    "Embedded",
    "EnumListProperty",
    "EnumProperty",
    "ErrorBody",
    "Event",
    "EventPage",
    "Headers",
    "Link",
    "Links",
    "Many",
    "ManyStates",
    "One",
    "OneState",
    "Operation",
    "Parameter",
    "Property",
    "Request",
    "Response",
    "State",
    "Unset",
    "Validator",
    "View",
    "wire",
]


def _call_maker() -> CallMaker:
    """The module that makes calls, imported when the first call is made."""
    from .calls import make_call

    return make_call


def _message_codec() -> MessageCodec:
    """The module that handles bodies and responses, imported when a call first needs it."""
    from .calls import make_call

    return make_call


provide_calls(_call_maker)
provide_message_codec(_message_codec)
make_lazy(
    Call, Content, DataLink, Document, ErrorBody, Event, EventPage, Headers, Many, ManyStates, One, OneState, Operation,
    Parameter, Property, Request, Response, View, decode,
)  # fmt: skip
