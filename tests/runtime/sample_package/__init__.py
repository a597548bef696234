"""A package as the generator writes it, by hand: the runtime is tested in it."""

from __future__ import annotations

from . import _index as _index
from ._runtime import Call, Content, DataLink, Document, EventPage, Link, State
from ._runtime.reading.decode import decode

__all__ = ["Call", "Content", "DataLink", "Document", "EventPage", "Link", "State", "decode"]
