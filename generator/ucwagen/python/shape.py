"""The linked API in, one view per file of the generated tree out: here every Python word is chosen."""

from __future__ import annotations

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Api
from ucwagen.python.client.client import clients
from ucwagen.python.code.vocabulary import vocabulary
from ucwagen.python.modules.enums import enums
from ucwagen.python.modules.errors import errors
from ucwagen.python.modules.resources import resource
from ucwagen.python.package.check_extras import check_extras
from ucwagen.python.package.doctor import doctor_facts
from ucwagen.python.package.extras import Extras
from ucwagen.python.package.package import Modules, package
from ucwagen.python.package.samples import samples
from ucwagen.target import View


def shape(api: Api, extras: Extras | None = None) -> tuple[View, ...]:
    """Views in the order of their paths. Two wire names that become one Python name are a fault."""
    faults = Collector()
    extras = extras or Extras()
    names = vocabulary(api, faults)
    check_extras(api, extras, faults)
    resources = [resource(of, names, faults) for of in api.resources]
    data = samples(api, extras.examples, names)
    modules = Modules(tuple(resources), enums(api, names, faults), errors(api, names))
    tables = [modules.enums, modules.errors, data, doctor_facts(api, names)]
    views = [*resources, *tables, *clients(api, names, faults), *package(api, names, extras, modules, faults)]
    faults.finish()
    return tuple(sorted(views, key=lambda view: view.path))
