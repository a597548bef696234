"""All specs in, one linked ``Api`` out: refs first, then bodies, so that the order of files does not matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ucwagen.choices import NONE, Choices
from ucwagen.diagnostics import Collector
from ucwagen.model.resources import resources
from ucwagen.model.resources.enums import enumerations
from ucwagen.model.resources.errors import groups_are_used, shared_errors
from ucwagen.model.resources.names import Names
from ucwagen.model.resources.refs import refs
from ucwagen.model.resources.revisions import merge
from ucwagen.model.settings.api import check_api, check_lost, entry, minted, xml
from ucwagen.model.settings.doctor import check_doctor, doctor
from ucwagen.model.settings.editions import check_editions
from ucwagen.model.settings.package import package
from ucwagen.model.settings.sign_in import sign_in
from ucwagen.model.shortcuts.shortcuts import with_shortcuts
from ucwagen.model.types.api import Api, EntryPoint, Enumeration, Member, OwnTables, Package, Resource, ResourceRef
from ucwagen.model.words.lookup import ErrorText, find

if TYPE_CHECKING:
    from ucwagen.spec.api import ApiSpec
    from ucwagen.spec.specs import Specs
    from ucwagen.spec.types import ResourceSpec

SUBCODES: Final = "subcodes"
"""The role that names an enumeration: the subcodes of errors."""


def link(specs: Specs, choices: Choices = NONE) -> Api:
    """Names become objects; what a job chooses wins over the specs. Raises the faults of all specs together."""
    faults = Collector()
    check_api(specs.api, faults)
    check_editions(specs, faults)
    names = _names(specs, faults)
    made = package(specs.api.package, choices, faults)
    check_doctor(specs.api, specs.resources, faults)
    start = entry(specs.api.entry, names.refs, faults)
    check_lost(specs.api, names.errors.subcodes, faults)
    found = with_shortcuts(specs.shortcuts, _resources(specs, names), faults)
    groups_are_used(specs.errors, specs.resources.values(), faults)
    faults.finish()
    return _api(specs.api, made, start, names, found)


def _names(specs: Specs, faults: Collector) -> Names:
    enums = enumerations(specs.enums, specs.api.reference, faults)
    known = refs(specs.resources, specs.api, faults)
    subcodes = _subcodes(specs.api, enums, faults)
    return Names(
        refs=known,
        enums=enums,
        errors=shared_errors(specs.errors, subcodes, faults),
        rels=resources.rels(specs.resources),
        roles=_roles(specs.api, known, faults),
        operation_id=specs.api.operation_id,
        minted=minted(specs.api, faults),
        faults=faults,
    )


def _roles(api: ApiSpec, known: Mapping[str, ResourceRef], faults: Collector) -> dict[str, ResourceRef]:
    roles: dict[str, ResourceRef] = {}
    for role, page in sorted(api.roles.items()):
        if role != SUBCODES:
            text = ErrorText(f"role `{role}` names unknown resource", "name a page that has a spec")
            ref = find(known, page, api.span("roles", role), faults, text)
            roles |= {role: ref} if ref else {}
    return roles


def _subcodes(api: ApiSpec, enums: Mapping[str, Enumeration], faults: Collector) -> tuple[Member, ...] | None:
    name = api.roles.get(SUBCODES)
    if name is None:
        return ()
    text = ErrorText(f"role `{SUBCODES}` names unknown enumeration", "name an enumeration that has a spec")
    enum = find(enums, name, api.span("roles", SUBCODES), faults, text)
    return enum.members if enum else None


def _resources(specs: Specs, names: Names) -> tuple[Resource, ...]:
    known = names.refs
    stated = {page: resources.stated(specs.resources[page], known[page], names) for page in known}
    merged = merge(stated, known, names.faults)
    return tuple(_resource(specs.resources[page], known[page], stated[page], merged[page], names) for page in known)


def _resource(spec: ResourceSpec, ref: ResourceRef, stated: OwnTables, merged: OwnTables, names: Names) -> Resource:
    return Resource(
        ref=ref,
        scopes=resources.scopes(spec, names),
        properties=merged.properties,
        links=merged.links,
        embedded=merged.embedded,
        stated=stated,
        events=resources.events(spec, names),
        operations=resources.operations(spec, names),
    )


def _api(spec: ApiSpec, made: Package, start: EntryPoint, names: Names, found: tuple[Resource, ...]) -> Api:
    return Api(
        package=made,
        reference=spec.reference,
        editions=spec.editions,
        xml=xml(spec.xml),
        json_types=spec.media_types.json_,
        xml_types=spec.media_types.xml or (),
        headers=tuple(sorted(spec.headers.items())),
        entry=start,
        discovery=spec.discovery.hosts if spec.discovery else (),
        sign_in=sign_in(spec.sign_in, spec.headers),
        doctor=doctor(spec.doctor),
        lost=spec.lost,
        time_spans=spec.time_spans,
        roles=tuple(names.roles.items()),
        operation_id=spec.operation_id,
        minted=names.minted,
        acronyms=tuple(spec.acronyms),
        resources=found,
        enums=tuple(names.enums.values()),
        errors=tuple(names.errors.kinds.values()),
        generic=names.errors.generic,
        groups=tuple(names.errors.groups.items()),
        subcodes=tuple((names.errors.subcodes or {}).values()),
    )
