"""Looks into OpenAPI documents: operations, schemas, and examples, each held to its schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator
from lxml import etree
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

Json = dict[str, Any]
ROOT = "urn:document"


@dataclass(frozen=True)
class Shown:
    """An example, the schema that it is an example of as a JSON pointer, and whether it is XML."""

    name: str
    value: Any
    schema: str
    is_xml: bool
    placeholders: tuple[str, ...]


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Every operation with its path and method."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method != "parameters":
                yield path, method, operation


def references(node: Any) -> Iterator[str]:
    """Every reference below a node."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for item in node.values():
            yield from references(item)
    elif isinstance(node, list):
        for item in node:
            yield from references(item)


def examples(node: Any, pointer: str = "#") -> Iterator[Shown]:
    """Every example below a node that has a schema beside it."""
    if isinstance(node, dict):
        if "schema" in node:
            is_xml = pointer.endswith("xml")
            for name, row in node.get("examples", {}).items():
                marked = tuple(row.get("x-placeholders", ()))
                yield Shown(f"{pointer}/{name}", row["value"], f"{pointer}/schema", is_xml, marked)
            if "example" in node:
                yield Shown(pointer, node["example"], f"{pointer}/schema", False, ())
        for name, item in node.items():
            if name not in ("examples", "example"):
                yield from examples(item, f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(node, list):
        for at, item in enumerate(node):
            yield from examples(item, f"{pointer}/{at}")


class Judge:
    """Holds values to the schemas of a document."""

    def __init__(self, document: Json) -> None:
        self._document = document
        self._known = Registry().with_resource(ROOT, Resource(document, DRAFT202012))

    def faults(self, value: Any, pointer: str) -> list[tuple[str, str]]:
        """The place and text of each fault, those of alternatives included."""
        found = Draft202012Validator({"$ref": ROOT + pointer}, registry=self._known).iter_errors(value)
        return [(row.json_path, row.message) for fault in found for row in (fault.context or [fault])]

    def resolved(self, schema: Json) -> Json:
        while "$ref" in schema:
            schema = self.at(schema["$ref"])
        return schema

    def at(self, pointer: str) -> Any:
        found: Any = self._document
        for step in pointer.removeprefix("#/").split("/"):
            found = found[step.replace("~1", "/").replace("~0", "~")]
        return found

    def of_xml(self, text: str, pointer: str) -> Any:
        """The value of an XML document, as the XML objects of its schema say. What no schema names is a fault."""
        root, schema = etree.fromstring(text.encode()), self.resolved(self.at(pointer))
        xml = schema.get("xml", {})
        assert not xml or root.tag == f"{{{xml['namespace']}}}{xml['name']}"
        return self._element(root, schema)

    def _element(self, element: Any, schema: Json) -> Any:
        schema = self.resolved(schema)
        if schema.get("type") != "object":
            return element.text or ""
        members = {name: self.resolved(row) for name, row in schema.get("properties", {}).items()}
        open_ = schema.get("additionalProperties") is True
        names = {row.get("xml", {}).get("name", name): name for name, row in members.items() if not _is_attribute(row)}
        inside = [etree.QName(child).localname for child in element]
        assert open_ or set(inside) <= set(names), f"{element.tag}: {inside}"
        assert open_ or set(element.attrib) <= {name for name, row in members.items() if _is_attribute(row)}
        found = {
            name: element.get(name) for name, row in members.items() if _is_attribute(row) and name in element.attrib
        }
        for tag, name in names.items():
            row = members[name]
            children = [child for child in element if etree.QName(child).localname == tag]
            if row.get("xml", {}).get("x-node-type") == "text":
                found[name] = element.text or ""
            elif children and row.get("type") == "array":
                found[name] = [self._element(child, row["items"]) for child in children]
            elif children:
                found[name] = self._element(children[0], row)
        return found


def _is_attribute(schema: Json) -> bool:
    return schema.get("xml", {}).get("attribute") is True
