"""Names of components and operations: unique without regard to case, and words that generators can use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ucwagen.model.types.api import Api, ResourceRef

LINK, DATA_LINK, ANY_RESOURCE, ERROR, EVENTS = "Link", "DataLink", "AnyResource", "ErrorDocument", "EventPage"
XML_RESOURCE, XML_INPUT, XML_ERROR, XML_EVENTS = "XmlResource", "XmlInput", "XmlError", "XmlEvents"
XML_LINK, XML_PROPERTY, XML_LIST = "XmlLink", "XmlProperty", "XmlPropertyList"
SHARED = (
    *(LINK, DATA_LINK, ANY_RESOURCE, ERROR, EVENTS),
    *(XML_RESOURCE, XML_INPUT, XML_ERROR, XML_EVENTS, XML_LINK, XML_PROPERTY, XML_LIST),
)
"""Schemas that every document can have."""
_NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9._-]+")
_WORDS = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the schemas of states, by page, and of enumerations, by name."""

    states: Mapping[str, str]
    enums: Mapping[str, str]

    def state(self, ref: ResourceRef) -> str:
        """The name of the schema of a representation of a resource."""
        return self.states[ref.owner.page]


def names(api: Api) -> Names:
    """Names for every schema of the API."""
    taken = {name.casefold() for name in SHARED}
    enums = {enum.name: _free(pascal(enum.name), taken, "Values") for enum in api.enums}
    owners = [one.ref for one in api.resources if one.ref.owner == one.ref and one.ref.has_state]
    return Names({ref.page: _free(pascal(ref.rel), taken, "Resource") for ref in owners}, enums)


def pascal(text: str) -> str:
    """The words of a text, each with a capital, without what stands between them."""
    return "".join(word[0].upper() + word[1:] for word in _WORDS.findall(text)) or "Unnamed"


def camel(text: str) -> str:
    """As ``pascal``, with a small first letter."""
    name = pascal(text)
    return name[0].lower() + name[1:]


def key(text: str) -> str:
    """The text as the name of an example or a link, which has letters, digits, dots, hyphens and underscores."""
    return _NOT_IN_A_KEY.sub("-", text).strip("-") or "unnamed"


def free(name: str, taken: set[str]) -> str:
    """The name, with a number where it is taken; it is taken from now on."""
    found, number = name, 2
    while found.casefold() in taken:
        found, number = f"{name}{number}", number + 1
    taken.add(found.casefold())
    return found


def _free(name: str, taken: set[str], ending: str) -> str:
    return free(f"{name}{ending}" if name.casefold() in taken else name, taken)


def schema_ref(name: str) -> dict[str, str]:
    """A reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}
