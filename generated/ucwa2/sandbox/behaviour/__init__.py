"""The behaviour of this API beyond its samples: modules from beside the specs, which register by ``sandbox.extension``."""

from importlib import import_module
from pkgutil import iter_modules

for _found in iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")
