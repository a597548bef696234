"""All specs in, one linked ``Api`` out: heads first, then bodies, so that the order of files does not matter."""

from __future__ import annotations

from collections.abc import Mapping

from ucwagen.diagnostics import Collector
from ucwagen.model import resources
from ucwagen.model.enums import enumerations
from ucwagen.model.errors import groups_are_used, shared_errors
from ucwagen.model.heads import PAGE, heads
from ucwagen.model.lookup import Words, find
from ucwagen.model.media import check_media_types
from ucwagen.model.names import Names
from ucwagen.model.package import check_package
from ucwagen.model.revisions import merge
from ucwagen.model.types import Api, Enumeration, Head, Member, Package, Resource, Stated, Xml
from ucwagen.spec.types import ApiSpec, PackageSpec, ResourceSpec, Specs, XmlSpec

SUBCODES = "subcodes"
"""The role that names an enumeration: the subcodes of errors."""


def link(specs: Specs) -> Api:
    """Names become objects. Raises the faults of all specs together."""
    faults = Collector()
    _check_api(specs.api, faults)
    names = _names(specs, faults)
    found = _resources(specs, names)
    groups_are_used(specs.errors, specs.resources.values(), faults)
    faults.finish()
    return _api(specs.api, names, found)


def _check_api(api: ApiSpec, faults: Collector) -> None:
    if PAGE not in api.reference:
        faults.error(api.span("reference"), f"the address of a page needs `{PAGE}` where its name goes; add it")
    check_package(api.package, faults)
    check_media_types(api.media_types, "json_", api.media_types.json_, faults)
    check_media_types(api.media_types, "xml", api.media_types.xml, faults)


def _names(specs: Specs, faults: Collector) -> Names:
    enums = enumerations(specs.enums, faults)
    known = heads(specs.resources, specs.api, faults)
    subcodes = _subcodes(specs.api, enums, faults)
    return Names(
        heads=known,
        enums=enums,
        errors=shared_errors(specs.errors, subcodes, faults),
        rels=resources.rels(specs.resources),
        roles=_roles(specs.api, known, faults),
        operation_id=specs.api.operation_id,
        minted=tuple(specs.api.minted),
        faults=faults,
    )


def _roles(api: ApiSpec, known: Mapping[str, Head], faults: Collector) -> dict[str, Head]:
    roles: dict[str, Head] = {}
    for role, page in sorted(api.roles.items()):
        if role != SUBCODES:
            words = Words(f"role `{role}` names unknown resource", "name a page that has a spec")
            head = find(known, page, api.span("roles", role), faults, words)
            roles |= {role: head} if head else {}
    return roles


def _subcodes(api: ApiSpec, enums: Mapping[str, Enumeration], faults: Collector) -> tuple[Member, ...] | None:
    name = api.roles.get(SUBCODES)
    if name is None:
        return ()
    words = Words(f"role `{SUBCODES}` names unknown enumeration", "name an enumeration that has a spec")
    enum = find(enums, name, api.span("roles", SUBCODES), faults, words)
    return enum.members if enum else None


def _resources(specs: Specs, names: Names) -> tuple[Resource, ...]:
    known = names.heads
    stated = {page: resources.stated(specs.resources[page], known[page], names) for page in known}
    merged = merge(stated, known, names.faults)
    return tuple(_resource(specs.resources[page], known[page], stated[page], merged[page], names) for page in known)


def _resource(spec: ResourceSpec, head: Head, stated: Stated, merged: Stated, names: Names) -> Resource:
    return Resource(
        head=head,
        scopes=resources.scopes(spec, names),
        properties=merged.properties,
        links=merged.links,
        embedded=merged.embedded,
        stated=stated,
        events=resources.events(spec, names),
        operations=resources.operations(spec, names),
    )


def _api(spec: ApiSpec, names: Names, found: tuple[Resource, ...]) -> Api:
    return Api(
        package=_package(spec.package),
        reference=spec.reference,
        xml=_xml(spec.xml),
        json_types=tuple(spec.media_types.json_),
        xml_types=tuple(spec.media_types.xml),
        headers=tuple(sorted(spec.headers.items())),
        roles=tuple(names.roles.items()),
        operation_id=spec.operation_id,
        minted=tuple(spec.minted),
        acronyms=tuple(spec.acronyms),
        resources=found,
        enums=tuple(names.enums.values()),
        errors=tuple(names.errors.kinds.values()),
        generic=names.errors.generic,
        groups=tuple(names.errors.groups.items()),
        subcodes=tuple((names.errors.subcodes or {}).values()),
    )


def _package(spec: PackageSpec) -> Package:
    return Package(spec.name, spec.distribution, spec.version, spec.summary, spec.base_error, spec.span("name"))


def _xml(spec: XmlSpec) -> Xml:
    return Xml(spec.namespace, spec.resource, spec.input, spec.error, spec.events)
