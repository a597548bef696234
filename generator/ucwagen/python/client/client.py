"""The API in, the views of its clients out: those of the runtime, with the types and the features of this API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Api, Gives, Operation, Resource, ResourceRef
from ucwagen.python.client.features import FROM_TYPING, bases, parts
from ucwagen.python.client.settings import discovery, settings, standard
from ucwagen.python.code.docs import method_doc
from ucwagen.python.code.module_builder import ModuleBuilder
from ucwagen.python.code.pieces import Piece, imports, runtime
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.modules.operations import method_shape, signature
from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Braces, Code, literal
from ucwagen.python.views.clients import ClientSettingsView, ClientView, CreateView
from ucwagen.python.views.modules import ImportView
from ucwagen.target import View

SETTINGS, BLOCKING, ASYNC = "client_settings.py", "client.py", "async_client.py"
OWN = frozenset({"AsyncClient", "Client", "ClientSettings", "Creates"})
"""Names of the module itself, which nothing that it imports may bear."""

NO_RESOURCE = Identifier("client_")
"""A module name that no resource has: this module lies beside them."""


def clients(api: Api, vocabulary: Vocabulary, faults: Collector) -> Iterator[View]:
    """The settings of both clients, and each client: what the API has by its roles, its discovery and its sign-in."""
    what = dict(api.roles).get("application")
    application = what if what is not None and what.owner.has_state else None
    settings_of_both = _settings(api, application, vocabulary, faults)
    yield settings_of_both
    creates = settings_of_both.create is not None
    for is_async in (False, True):
        yield _client(api, application, vocabulary, creates=creates, is_async=is_async)


def _settings(
    api: Api, application: ResourceRef | None, vocabulary: Vocabulary, faults: Collector
) -> ClientSettingsView:
    roles = dict(api.roles)
    create: CreateView | None = None
    used: list[Piece] = []
    if application is not None:
        resource = next(row for row in api.resources if row.ref is roles.get("applications", application))
        module = ModuleBuilder(resource, vocabulary, faults)
        operation = _creating(resource, application)
        create = _create(operation, module) if operation else None
        used = [*module.used, vocabulary.state(application)]
    entry = _entry(api, vocabulary)
    needed = imports([*used, *([entry] if entry else [])], NO_RESOURCE)
    found = tuple(_here(view) for view in (*needed.standard, *needed.siblings))
    _check_names(api, application, found, faults)
    return ClientSettingsView(
        template=ClientSettingsView.templates[0],
        path=PurePosixPath(vocabulary.package, SETTINGS),
        source=vocabulary.specs,
        application=vocabulary.state(application).text if application else Code("State"),
        standard=tuple(standard(api, bool(create), typed=bool(found))),
        runtime=_names(*(name for name in needed.runtime if name != FROM_TYPING), *([] if application else ["State"])),
        parts=_names(*parts(api, bool(create))),
        imports=found,
        settings=settings(api),
        discovery=discovery(api),
        entry=entry.text if entry else None,
        create=create,
    )


def _client(
    api: Api, application: ResourceRef | None, vocabulary: Vocabulary, *, creates: bool, is_async: bool
) -> ClientView:
    state = vocabulary.state(application) if application else runtime("State")
    needed = imports([state], NO_RESOURCE)
    awaits = is_async and creates
    abc = [ImportView(Code("collections.abc"), _names("Coroutine"))] if awaits else []
    names = _names(*([FROM_TYPING] if needed.siblings or not is_async else []), *(["Any"] if awaits else []))
    return ClientView(
        template=ClientView.templates[is_async],
        path=PurePosixPath(vocabulary.package, ASYNC if is_async else BLOCKING),
        source=vocabulary.specs,
        application=state.text,
        standard=(*abc, *([ImportView(Code("typing"), names)] if names else [])),
        runtime=_names(*(name for name in needed.runtime if name != FROM_TYPING)),
        clients=_names(*(f"Async{base}" if is_async else base for base in bases(api))),
        shared=_names("ClientSettings", *(["Creates"] if creates else [])),
        imports=tuple(_here(view) for view in needed.siblings),
        bases=bases(api),
        creates=creates,
    )


def _check_names(api: Api, application: ResourceRef | None, found: Iterable[ImportView], faults: Collector) -> None:
    """No class that the module imports may be called as one of its own."""
    for name in sorted(OWN.intersection(name for view in found for name in view.names)):
        ref = application or api.entry.resource
        assert ref is not None
        faults.error(ref.span, f"`{name}` is what the client of the package is called; rename the file")


def _entry(api: Api, vocabulary: Vocabulary) -> Piece | None:
    """The class of the link to the entry. An API with discovery begins elsewhere, as its servers say."""
    ref = api.entry.resource
    return None if api.discovery else vocabulary.link(ref) if ref else runtime("Link")


def _creating(resource: Resource, what: ResourceRef) -> Operation | None:
    """The operation that makes an application, if this is one."""
    for row in resource.operations:
        if row.method == "POST" and row.returns.gives is Gives.STATE and row.returns.resource is what:
            return row
    return None


def _create(operation: Operation, module: ModuleBuilder) -> CreateView:
    shape = method_shape(operation, module)
    taken = list(signature(shape, module.vocabulary))
    module.use(*taken)
    return CreateView(
        signature=tuple(row.text for row in taken),
        doc=method_doc(operation, shape.arguments, module.vocabulary),
        arguments=(Braces.of(Code(f"{literal(name)}: {name}") for name in shape.arguments.values()),),
    )


def _names(*names: str) -> tuple[Identifier, ...]:
    """Names in the order of an import list: constants, classes, then the rest."""
    return tuple(
        map(Identifier, sorted(set(names), key=lambda name: (not name.isupper(), not name[0].isupper(), name)))
    )


def _here(view: ImportView) -> ImportView:
    """An import of a resource module, as a module beside the resources has it."""
    module = view.module
    if not module.startswith("."):
        return view
    return ImportView(Code(module[1:] if module.startswith("..") else f".resources{module}"), view.names)
