"""The API in, the view of its clients out: those of the runtime, with the types of what has their roles."""

from __future__ import annotations

from pathlib import PurePosixPath

from ucwagen.diagnostics import Collector
from ucwagen.model.types import Api, Gives, Operation, Resource, ResourceRef
from ucwagen.python.code import imports
from ucwagen.python.docs import method_doc
from ucwagen.python.literals import Braces, Code, literal
from ucwagen.python.module_builder import ModuleBuilder
from ucwagen.python.operations import method_shape, signature
from ucwagen.python.package_views import ClientView, CreateView
from ucwagen.python.views import ImportView
from ucwagen.python.vocabulary import Vocabulary

TEMPLATE = "%package%/client.py.jinja"
OWN = frozenset({"AsyncClient", "Client", "Creates"})
"""Names of the module itself, which nothing that it imports may bear."""


def client(api: Api, vocabulary: Vocabulary, faults: Collector) -> ClientView:
    """``client.py``. An API that has no application, by its roles, gets clients that create none."""
    roles = dict(api.roles)
    what = roles.get("application")
    if what is None or not what.owner.has_state:
        return _view(vocabulary, Code("State"), (), None)
    resource = next(row for row in api.resources if row.ref is roles.get("applications", what))
    module = ModuleBuilder(resource, vocabulary, faults)
    operation = _creating(resource, what)
    create = _create(operation, module) if operation else None
    module.use(vocabulary.state(what))
    found = tuple(_here(view) for view in imports(module.used, module.own.module).siblings)
    for name in sorted(OWN.intersection(name for view in found for name in view.names)):
        faults.error(what.span, f"`{name}` is what the client of the package is called; rename the file")
    return _view(vocabulary, vocabulary.state(what).text, found, create)


def _view(
    vocabulary: Vocabulary, application: Code, found: tuple[ImportView, ...], create: CreateView | None
) -> ClientView:
    return ClientView(
        template=TEMPLATE,
        path=PurePosixPath(vocabulary.package, "client.py"),
        application=application,
        imports=found,
        create=create,
    )


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


def _here(view: ImportView) -> ImportView:
    """An import of a resource module, as a module beside the resources has it."""
    module = view.module
    return ImportView(Code(module[1:] if module.startswith("..") else f".resources{module}"), view.names)
