"""The linked API in, one view per file of the generated tree out: here every Python word is chosen."""

from __future__ import annotations

from ucwagen.diagnostics import Collector
from ucwagen.model.types import Api
from ucwagen.python.client import client
from ucwagen.python.enums import enums
from ucwagen.python.errors import errors
from ucwagen.python.extras import Extras
from ucwagen.python.package import package
from ucwagen.python.resources import resource
from ucwagen.python.samples import samples
from ucwagen.python.vocabulary import vocabulary
from ucwagen.target import View


def shape(api: Api, extras: Extras | None = None) -> tuple[View, ...]:
    """Views in the order of their paths. Two wire names that become one Python name are a fault."""
    faults = Collector()
    extras = extras or Extras()
    names = vocabulary(api, faults)
    resources = [resource(of, names, faults) for of in api.resources]
    data = samples(api, extras.examples, names)
    tables = [enums(api, names, faults), errors(api, names), client(api, names, faults), data]
    views = [*resources, *tables, *package(api, names, extras)]
    faults.finish()
    return tuple(sorted(views, key=lambda view: view.path))
