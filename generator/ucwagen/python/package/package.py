"""The API in, the views of the files about the whole package out: the index, the package itself, its distribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from ucwagen.calls import Call, directly
from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Api, EntryPoint, Resource, SignIn, TokenService, Xml
from ucwagen.python.client.features import around, chains, eager, errors, exports, own_grants
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.package.authors import author
from ucwagen.python.package.extras import Extras
from ucwagen.python.package.first_contact import first_contact
from ucwagen.python.package.first_message import first_messages
from ucwagen.python.package.own_grants import own_grants as grants_module
from ucwagen.python.package.plugin import module, plugin
from ucwagen.python.package.provenance import provenance
from ucwagen.python.text.literals import Braces, Code, literal
from ucwagen.python.text.prose import docstring, phrase
from ucwagen.python.views.modules import ImportView, ResourceView
from ucwagen.python.views.package import ExportView, IndexView, MessageView, PackageView, ResourcesView
from ucwagen.python.views.tables import EnumsView, ErrorsView
from ucwagen.target import CopyView, TextView, View
from ucwagen.templates import SUFFIX

PACKAGE = "%package%"
RUNTIME_LICENSE = "_runtime/LICENSE"
BEHAVIOUR = "sandbox/behaviour"
CLASSIFIERS = (
    "Programming Language :: Python :: 3 :: Only",
    *(f"Programming Language :: Python :: 3.{minor}" for minor in range(11, 15)),
    "Typing :: Typed",
)
"""What is true of every generated package."""
_OF_THE_RESOURCE = ("GET", "PATCH", "PUT")
"""Methods whose result is the resource itself, so that an answer may say its rel."""


@dataclass(frozen=True, slots=True)
class Modules:
    """The views of the modules that the API alone decides."""

    resources: tuple[ResourceView, ...]
    enums: EnumsView
    errors: ErrorsView


def package(  # noqa: PLR0913, PLR0917 - all that the files are about
    api: Api, vocabulary: Vocabulary, extras: Extras, modules: Modules, faults: Collector, call: Call = directly
) -> Iterator[View]:
    """Everything that is no resource, enumeration or error."""
    yield index(api, vocabulary)
    yield provenance(extras, vocabulary)
    yield resources(api, vocabulary)
    first = next(first_messages(api, extras.examples, vocabulary, call), None)
    about = _about(first, api, vocabulary, extras, modules)
    for template in PackageView.templates:
        yield replace(about, template=template, path=_path(template, vocabulary))
    for name, text in sorted(extras.legal.items()):
        yield TextView(template="", path=PurePosixPath(name), text=text)
    for name, source in sorted(extras.behaviour.items()):
        yield TextView(template="", path=PurePosixPath(vocabulary.package, BEHAVIOUR, name), text=source.text)
    for name, text in sorted(extras.served.items()):
        yield TextView(template="", path=PurePosixPath(vocabulary.package, BEHAVIOUR, name), text=text)
    yield from plugin(api, extras.examples, vocabulary)
    yield from grants_module(api, extras.grants, vocabulary, faults)
    yield CopyView(template=PACKAGE, path=PurePosixPath(vocabulary.package))


def index(api: Api, vocabulary: Vocabulary) -> IndexView:
    """The classes of all rels, and the properties of the whole API."""
    refs = [resource.ref for resource in api.resources]
    first = [ref for ref in refs if ref.revision == 1]
    return IndexView(
        template=IndexView.templates[0],
        path=PurePosixPath(vocabulary.package, "_index.py"),
        source=vocabulary.specs,
        namespace=literal(api.xml.namespace if api.xml else ""),
        roots=tuple(_roots(api.xml)),
        json_types=literal(api.json_types),
        xml_types=literal(api.xml_types),
        headers=_entries(api.headers),
        entry=tuple(_entry(api.entry, vocabulary)),
        discovery=literal(api.discovery),
        sign_in=tuple(_sign_in(api.sign_in)),
        token_service=tuple(_token_service(api.sign_in.service if api.sign_in else None)),
        lost=literal(api.lost),
        time_spans=literal(api.time_spans),
        operation_id=literal(api.operation_id),
        minted=literal(tuple(row.name for row in api.minted)),
        roles=_entries((role, ref.rel) for role, ref in api.roles),
        states=_entries((ref.rel, vocabulary.state_path(ref)) for ref in first if ref.owner.has_state),
        aliases=_entries(_aliases(api.resources).items()),
        links=_entries((ref.rel, vocabulary.link_path(ref)) for ref in first),
        revisions=tuple(
            Code(f"{literal((ref.rel, ref.revision))}: {literal(vocabulary.link_path(ref))}")
            for ref in refs
            if ref.revision > 1
        ),
    )


def resources(api: Api, vocabulary: Vocabulary) -> ResourcesView:
    """The package of the resources, which has every state and link under its own name."""
    owned = [(vocabulary.of(resource.ref), resource.ref.has_state) for resource in api.resources]
    states = [(own.module, own.state) for own, has_state in owned if has_state]
    classes = sorted([*states, *((own.module, own.link) for own, _ in owned)])
    return ResourcesView(
        template=ResourcesView.templates[0],
        path=PurePosixPath(vocabulary.package, "resources/__init__.py"),
        source=vocabulary.specs,
        package=vocabulary.package,
        first=classes[0][1],
        classes=tuple(ExportView(module, (Code(f"{name} as {name}"),)) for module, name in classes),
    )


def _aliases(resources: Iterable[Resource]) -> dict[str, tuple[str, ...]]:
    """By rel, other rels that its states may say: those of the specs, and of resources that answer with its state."""
    found: dict[str, set[str]] = {}
    for resource in resources:
        own = resource.ref.owner
        found.setdefault(own.rel, set()).update(resource.ref.aliases)
        for operation in resource.operations:
            due = operation.returns.resource
            if due is not None and operation.method in _OF_THE_RESOURCE and due.owner != own:
                found.setdefault(due.owner.rel, set()).add(own.rel)
    return {rel: tuple(sorted(others)) for rel, others in found.items() if others}


def _about(
    first: MessageView | None, api: Api, vocabulary: Vocabulary, extras: Extras, modules: Modules
) -> PackageView:
    """The view of the first of its templates."""
    template = PackageView.templates[0]
    return PackageView(
        template=template,
        path=_path(template, vocabulary),
        source=vocabulary.specs,
        package=vocabulary.package,
        plugin=module(vocabulary),
        distribution=literal(api.package.distribution),
        version=literal(api.package.version),
        summary=docstring(0, api.package.summary),
        description=literal(" ".join(api.package.summary.split())),
        license=literal(api.package.license) if api.package.license else None,
        license_files=tuple(map(literal, (*sorted(extras.legal), f"{vocabulary.package}/{RUNTIME_LICENSE}"))),
        authors=tuple(map(author, api.package.authors)),
        urls=tuple(Code(f"{literal(label)} = {literal(address)}") for label, address in api.package.urls),
        classifiers=tuple(map(literal, sorted({*CLASSIFIERS, *api.package.classifiers}))),
        keywords=tuple(map(literal, api.package.keywords)),
        title=phrase(api.package.distribution),
        base_error=vocabulary.base_error,
        has_xml=api.xml is not None,
        signs_in=api.sign_in is not None,
        has_windows=api.sign_in is not None and "windows" in api.sign_in.grants,
        first=(first,) if first else (),
        eager=eager(api),
        around=around(api),
        own_grants=own_grants(api),
        chains=chains(api),
        errors=tuple(ImportView(Code(module), found) for module, found in errors(api)),
        exports=exports(api, vocabulary.base_error),
        contacts=tuple(first_contact(api, extras.examples, vocabulary)),
        resources=modules.resources,
        enums=modules.enums.enums,
        error_classes=(*modules.errors.kinds, *modules.errors.subcodes, *modules.errors.pairs),
    )


def _path(template: str, vocabulary: Vocabulary) -> PurePosixPath:
    return PurePosixPath(template.removesuffix(SUFFIX).replace(PACKAGE, vocabulary.package))


def _roots(xml: Xml | None) -> Iterator[Code]:
    """The root elements; without an XML form, the runtime has defaults."""
    for name in ("resource", "input", "error", "events") if xml else ():
        yield Code(f"{name}={literal(getattr(xml, name))}")


def _entry(entry: EntryPoint, vocabulary: Vocabulary) -> Iterator[Code]:
    yield Code(f"path={literal(entry.path)}")
    if entry.resource:
        yield Code(f"link={literal(vocabulary.link_path(entry.resource))}")


def _sign_in(sign_in: SignIn | None) -> Iterator[Code]:
    """The arguments that describe signing in; none where nothing signs in."""
    if sign_in is None:
        return
    yield literal(sign_in.grants)
    expired = sign_in.expired
    if expired:
        yield Code(f"expired=ExpiredToken({expired.status}, {literal(expired.header)}, {literal(expired.code)})")


def _token_service(service: TokenService | None) -> Iterator[Code | Braces]:
    """The arguments that describe the token service; none without one."""
    if service:
        for name in ("scheme", "address", "offers"):
            yield Code(f"{name}={literal(getattr(service, name))}")
        yield Braces.of(_entries(service.types), "types=")
        yield Code(f"passive_address={literal(service.passive_address)}")


def _entries(pairs: Iterable[tuple[str, str | tuple[str, ...]]]) -> tuple[Code, ...]:
    return tuple(Code(f"{literal(key)}: {literal(value)}") for key, value in sorted(pairs))
