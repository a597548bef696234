"""The linked API in, one view per file of the generated tree out: here every Python word is chosen."""

from __future__ import annotations

from typing import cast

from ucwagen.calls import Call, directly
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
from ucwagen.python.package.guides import guides
from ucwagen.python.package.package import Modules, package
from ucwagen.python.package.samples import outlines, samples
from ucwagen.python.views.modules import ResourceView
from ucwagen.target import View


def shape(api: Api, extras: Extras | None = None, call: Call = directly) -> tuple[View, ...]:
    """Views in the order of their paths. Two wire names that become one Python name are a fault."""
    faults = Collector()
    extras = extras or Extras()
    names = vocabulary(api, faults, extras.place)
    check_extras(api, extras, faults, call)
    resources = [call(resource, of, names, faults=faults) for of in api.resources]
    data = [call(samples, outlines(api, names), _application(api), extras.examples, names.package)]
    whole = cast(tuple[ResourceView, ...], tuple(resources)) if call is directly else ()  # for templates of a user
    if extras.replay is not None:
        rels = {of.ref.page: of.ref.rel for of in api.resources}
        data += [call(guides, rels, extras.guides, extras.replay, names.package, faults=faults)]
    modules = Modules(whole, enums(api, names, faults), errors(api, names))
    tables = [modules.enums, modules.errors, *data, doctor_facts(api, names)]
    views = [*resources, *tables, *clients(api, names, faults), *package(api, names, extras, modules, faults, call)]
    faults.finish()
    return tuple(sorted(views, key=lambda view: view.path.parts))


def _application(api: Api) -> str | None:
    """The page with this role."""
    ref = dict(api.roles).get("application")
    return ref.page if ref else None
