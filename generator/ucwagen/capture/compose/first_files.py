"""The pages of a new API come in; a first errors.yaml and a first api.yaml go out, with TODO for people to replace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from xml.etree import ElementTree

from ucwagen.capture.compose.returns import is_structured
from ucwagen.capture.compose.spec_draft import Tree
from ucwagen.capture.infer.enumerations import subcodes
from ucwagen.capture.infer.evidence import is_resource
from ucwagen.capture.infer.parsed_samples import ParsedSample, split_address, tag
from ucwagen.capture.infer.reference import Reference
from ucwagen.capture.read.facts import PageFacts
from ucwagen.spec.placeholders import ADDRESS, DISTRIBUTION, PACKAGE, TODO

SUBCODES = "Subcode"
"""The enumeration of subcodes, for an API that has no page of them."""
JSON, XML = "json", "xml"


def first_errors(reference: Reference) -> Tree:
    """Every error of the pages with the status that most rows give it."""
    statuses: dict[str, Counter[int]] = {}
    for _, operation in reference.all_operations():
        for row in operation.fact.errors:
            statuses.setdefault(row.error, Counter())[row.code] += 1
    codes = {name: found.most_common(1)[0][0] for name, found in statuses.items()}
    ordered = sorted(codes, key=lambda name: (codes[name], name))
    errors: dict[str, Tree] = {name: {"code": str(codes[name]), "summary": TODO} for name in ordered}
    return {"errors": errors}


def subcodes_page(pages: Sequence[PageFacts]) -> str:
    """The enumeration of subcodes: by its name, or as the one that has all subcodes; empty where there is none."""
    enums = [page for page in pages if page.kind == "enum"]
    rows = (row for page in pages for operation in page.operations for row in operation.errors)
    said = {row.subcode for row in rows if row.subcode}
    named = (page.name for page in enums if "subcode" in page.name.casefold())
    complete = (page.name for page in enums if said and said <= {member.name for member in page.members})
    return next(chain(named, complete), "")


def first_subcodes(reference: Reference) -> Tree:
    """An enumeration of the subcodes of all tables; empty where there are none."""
    found = sorted(subcodes(reference))
    members: dict[str, Tree] = {name: {"summary": TODO} for name in found}
    return {"name": SUBCODES, "page": "none", "summary": TODO, "members": members} if members else {}


def first_api(reference: Reference, of_subcodes: str) -> Tree:
    """What the messages of the pages show of the whole API; ``of_subcodes`` is the enumeration of subcodes, if any."""
    samples = [parsed for _, operation in reference.all_operations() for parsed in operation.samples]
    types = Counter(parsed.media_type for parsed in samples if is_structured(parsed.media_type))
    json_types, xml_types = ([kind for kind, _ in types.most_common() if kind.endswith(form)] for form in (JSON, XML))
    media: dict[str, Tree] = {JSON: [*json_types] or ["application/json"]}
    xml = dict(_xml(samples))
    if xml:
        media[XML] = [*xml_types] or ["application/xml"]
    package: dict[str, Tree] = {
        "name": PACKAGE,
        "distribution": DISTRIBUTION,
        "version": "0.1.0",
        "summary": TODO,
    }
    tree: dict[str, Tree] = {"package": package, "reference": ADDRESS, "media_types": media}
    tree |= {"xml": xml} if xml else {}
    tree |= {"entry": entry} if (entry := _entry(reference)) else {}
    return tree | ({"roles": {"subcodes": of_subcodes}} if of_subcodes else {})


def _entry(reference: Reference) -> dict[str, Tree]:
    """The resource that is read at the address below which all others lie; empty where there is no such one."""
    calls = {
        (operation.fact.method, split_address(f"{parsed.message.start}  ".split(" ")[1]).path, name)
        for name, operation in reference.all_operations()
        for parsed in operation.samples
        if parsed.sample.kind == "request"
    }
    paths = {path for _, path, _ in calls}
    found = [
        (path, name)
        for method, path, name in sorted(calls)
        if method == "GET" and all(f"{other}/".startswith(f"{path.rstrip('/')}/") for other in paths)
    ]
    return {"path": found[0][0], "resource": found[0][1]} if len(found) == 1 and len(paths) > 1 else {}


def _xml(samples: Iterable[ParsedSample]) -> Iterator[tuple[str, Tree]]:
    """The namespace and the root elements of the XML messages."""
    trees = [parsed for parsed in samples if isinstance(parsed.tree, ElementTree.Element)]
    spaces = Counter(parsed.tree.tag[1:].rpartition("}")[0] for parsed in trees if parsed.tree.tag.startswith("{"))
    if not spaces:
        return
    yield "namespace", spaces.most_common(1)[0][0]
    roots = {
        "resource": Counter(tag(parsed.tree) for parsed in trees if is_resource(parsed.tree)),
        "input": Counter(
            tag(parsed.tree) for parsed in trees if parsed.sample.kind == "request" and not is_resource(parsed.tree)
        ),
    }
    for name, found in roots.items():
        if found and found.most_common(1)[0][0] != name:
            yield name, found.most_common(1)[0][0]
