"""The names that modules share (of modules, classes and errors), worked out once for the whole API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Api, ErrorRow, GivenName, Resource, ResourceRef
from ucwagen.python.code.pieces import Piece, imported
from ucwagen.python.names import names
from ucwagen.python.names.names import Identifier, Style, Styles
from ucwagen.python.names.namespace import Namespace, named
from ucwagen.python.names.package_names import RUNTIME_ERRORS, base_error, fixtures, package_name
from ucwagen.python.text.prose import Prose, phrase

SUFFIXES = ("Links", "Embedded", "Link")
NO_SUBCODE = "None"
Pair = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class ResourceNames:
    """The module of a resource and the classes in it."""

    module: Identifier
    state: Identifier
    links: Identifier
    embedded: Identifier
    link: Identifier


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names by what bears them: resources by page, enumerations and errors by wire name."""

    styles: Styles
    resources: Mapping[str, ResourceNames]
    enums: Mapping[str, Identifier]
    errors: Mapping[Pair, Identifier]
    subcodes: Mapping[str, Identifier]
    package: Identifier
    base_error: Identifier
    fixtures: Identifier
    specs: Prose
    """The folder of specs, seen from the project."""

    def of(self, ref: ResourceRef) -> ResourceNames:
        return self.resources[ref.page]

    def state(self, ref: ResourceRef) -> Piece:
        """The class of a representation of the resource, which another resource may own."""
        return _class_of(self.of(ref.owner).module, self.of(ref.owner).state)

    def link(self, ref: ResourceRef) -> Piece:
        """The link class of the resource."""
        return _class_of(self.of(ref).module, self.of(ref).link)

    def state_path(self, ref: ResourceRef) -> str:
        """``module.Class``, relative to ``resources``."""
        return f"{self.of(ref.owner).module}.{self.of(ref.owner).state}"

    def link_path(self, ref: ResourceRef) -> str:
        """``module.Class``, relative to ``resources``."""
        return f"{self.of(ref).module}.{self.of(ref).link}"


def vocabulary(api: Api, faults: Collector, specs: str = "specs") -> Vocabulary:
    """Every shared name; two things with one name are a fault with both places."""
    styles = names.styles(api.acronyms)
    base = base_error(api.package, styles, faults)
    subcodes = _subcodes(api, styles)
    return Vocabulary(
        styles=styles,
        resources=_resources(api, styles, faults),
        enums=_enums(api, styles, faults),
        errors=_errors(api, styles, subcodes, base, faults),
        subcodes=subcodes,
        package=package_name(api.package, styles, faults),
        fixtures=fixtures(api.package, styles, faults),
        base_error=base,
        specs=phrase(specs),
    )


def pairs(api: Api) -> dict[tuple[str, str], ErrorRow]:
    """Every documented pair of error and subcode, with its first row; sorted."""
    lists = [api.generic, *(rows for _, rows in api.groups)]
    lists += [operation.errors for resource in api.resources for operation in resource.operations]
    found: dict[tuple[str, str], ErrorRow] = {}
    for row in (row for rows in lists for row in rows):
        if row.subcode is not None:
            found.setdefault((row.error.alias_of or row.error.name, row.subcode), row)
    return dict(sorted(found.items()))


def _class_of(module: Identifier, name: Identifier) -> Piece:
    return imported(f".{module}", name)


def _resources(api: Api, styles: Styles, faults: Collector) -> dict[str, ResourceNames]:
    modules = Namespace(styles.snake, faults, names.MODULES)
    classes = Namespace(styles.pascal, faults, names.CLASSES)
    return {resource.ref.page: _resource(resource, modules, classes, styles.pascal) for resource in api.resources}


def _resource(resource: Resource, modules: Namespace, classes: Namespace, pascal: Style) -> ResourceNames:
    ref = resource.ref
    module = modules.add("page", ref.page, ref.span, ref.given)
    if module is names.STAND_IN:
        return ResourceNames(*[module] * len(fields(ResourceNames)))
    word, span = (ref.given.text, ref.given.span) if ref.given else (ref.page, ref.span)
    state, links, embedded, link = (pascal(f"{word}{suffix}", names.CLASSES) for suffix in ("", *SUFFIXES))
    defined = {state: ref.has_state, links: resource.links, embedded: resource.embedded, link: True}
    if modules.is_first(module, span):
        for name in (name for name, used in defined.items() if used):
            classes.claim(name, f"a class of page `{ref.page}`", span)
    return ResourceNames(module, state, links, embedded, link)


def _enums(api: Api, styles: Styles, faults: Collector) -> dict[str, Identifier]:
    classes = Namespace(styles.pascal, faults, names.CLASSES)
    return {enum.name: classes.add("enumeration", enum.name, enum.span, enum.given) for enum in api.enums}


def _subcodes(api: Api, styles: Styles) -> dict[str, Identifier]:
    """Marker classes. The marker of a subcode with the name of an error ends in ``Subcode``."""
    errors = {_class(error.name, error.given, styles) for error in api.errors}
    plain = {row.name: _class(row.name, row.given, styles) for row in api.subcodes if row.name != NO_SUBCODE}
    return {name: Identifier(f"{marker}Subcode") if marker in errors else marker for name, marker in plain.items()}


def _errors(
    api: Api, styles: Styles, subcodes: Mapping[str, Identifier], base: Identifier, faults: Collector
) -> dict[Pair, Identifier]:
    space = Namespace(styles.pascal, faults, RUNTIME_ERRORS | {base})
    markers = {row.name: _class(row.name, row.given, styles) for row in api.subcodes}
    found: dict[Pair, Identifier] = {}
    for kind in api.errors:
        found[kind.name, None] = space.add("error", kind.name, kind.span, kind.given)
    for member in api.subcodes:
        if markers[member.name] is not names.STAND_IN and member.name in subcodes:
            space.claim(subcodes[member.name], f"subcode `{member.name}`", member.span)
    for (error, subcode), row in pairs(api).items():
        name = Identifier(f"{found[error, None]}{markers[subcode]}")
        space.claim(name, f"`{error}` with subcode `{subcode}`", row.span)
        found[error, subcode] = name
    return found


def _class(wire: str, given: GivenName | None, styles: Styles) -> Identifier:
    """A class name; a stand-in for what cannot be one, which is a fault where it is declared."""
    word = "".join(part.capitalize() for part in given.text.split("_")) if given and given.text.isupper() else None
    name = GivenName(word, given.span) if given and word else given
    return named(wire, name, styles.pascal, RUNTIME_ERRORS) or names.STAND_IN
