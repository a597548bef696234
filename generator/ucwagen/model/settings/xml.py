"""The XML form: its namespace and the names of its root elements are such that a parser takes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector, Span
from ucwagen.source.text import shown

if TYPE_CHECKING:
    from ucwagen.spec.api import XmlSpec

ROOTS = ("resource", "input", "error", "events")
ELEMENT = re.compile(r"(?!xml)[A-Z_][\w.-]*", re.IGNORECASE | re.ASCII)
"""Names without a colon, out of letters that every parser knows; those that begin with xml are reserved."""
NAMESPACE = re.compile(r"""[A-Z][A-Z0-9+.-]*:[^\s<>"{}|\\^`]+""", re.IGNORECASE | re.ASCII)
RESERVED = ("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/")


def check_xml(spec: XmlSpec, faults: Collector) -> None:
    """A fault for a namespace or a name that XML does not have, and for two root elements of one name."""
    if not NAMESPACE.fullmatch(spec.namespace) or spec.namespace in RESERVED:
        message = f"{shown(spec.namespace)} is no namespace; write an absolute URI such as `https://example.com/api`"
        faults.error(spec.span("namespace"), message)
    seen: dict[str, Span] = {}
    for root in ROOTS:
        name, place = getattr(spec, root), spec.span(root)
        if not ELEMENT.fullmatch(name):
            message = f"{shown(name)} is no name of an element; use letters and digits, and do not begin with `xml`"
            faults.error(place, message)
        other = seen.setdefault(name, place)
        if other is not place:
            message = f"two root elements are called {shown(name)}, and only their names tell them apart; rename one"
            faults.error(place, message, (other, "the other one"))
