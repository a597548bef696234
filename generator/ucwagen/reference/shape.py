"""The linked API and its documented messages in, the views of all pages out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Api, Resource
from ucwagen.python.code.vocabulary import vocabulary
from ucwagen.reference.names import Surroundings, enum_link, resource_link, surroundings
from ucwagen.reference.resources import resource_page
from ucwagen.reference.tables import enum_page, errors_page, groups_page
from ucwagen.reference.text import Markdown, code, plain, scalar, sentence
from ucwagen.reference.views import IndexPage, Row
from ucwagen.source.http import Example
from ucwagen.target import Target, View

MARKDOWN = Target(filters={}, formatters={})
RESOURCES = "resources/"


def shape(api: Api, examples: Mapping[str, Iterable[Example]]) -> tuple[View, ...]:
    """Views in the order of their paths. Names that Python cannot have are faults, as in a build."""
    faults = Collector()
    names = vocabulary(api, faults)
    faults.finish()
    around = surroundings(api, names, {page: tuple(rows) for page, rows in examples.items()})
    pages: list[View] = [_index(around), errors_page(around), groups_page(around)]
    pages += [resource_page(resource, around) for resource in api.resources]
    pages += [enum_page(enum, around) for enum in api.enums]
    return tuple(sorted(pages, key=lambda view: view.path))


def _index(around: Surroundings) -> IndexPage:
    api = around.api
    roles = tuple(Row((plain(role), resource_link(ref, RESOURCES), sentence(ref.summary))) for role, ref in api.roles)
    return IndexPage(
        template="reference/index.md.jinja",
        path=PurePosixPath("index.md"),
        title=scalar("Reference"),
        description=scalar(f"Every resource, enumeration and error of {api.package.distribution}."),
        heading=Markdown("Reference"),
        summary=sentence(api.package.summary),
        roles=roles,
        resources=tuple(map(_resource, api.resources)),
        enums=tuple(_enums(api)),
    )


def _resource(resource: Resource) -> Row:
    methods = Markdown(", ".join(code(row.method) for row in resource.operations))
    return Row((resource_link(resource.ref, RESOURCES), methods, sentence(resource.ref.summary)))


def _enums(api: Api) -> Iterator[Row]:
    for enum in api.enums:
        yield Row((enum_link(enum, "enums/"), sentence(enum.summary)))
