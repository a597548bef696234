"""What generated modules are written with. Hand-written: it knows no resource, and gets its tables by registration."""

from __future__ import annotations

from . import wire
from .calls import Call
from .datauri import DataLink
from .documents import Content, Document
from .embedded import Embedded, ManyStates, OneState
from .errorbody import ErrorBody
from .events import Event, EventPage
from .http import Request, Response, Validator
from .link import Link
from .links import Links, Many, One
from .operations import UNSET, Operation, Parameter, Unset
from .properties import EnumListProperty, EnumProperty, Property
from .state import State, View
from .typed import TYPE_CHECKING

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
