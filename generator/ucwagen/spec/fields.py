"""The kinds of specs by name, and their fields as data, for what restores specs without pydantic."""

from __future__ import annotations

from functools import cache

from ucwagen.spec import api, guides, shortcuts, types
from ucwagen.spec.base import Spec
from ucwagen.spec.forms import forms
from ucwagen.spec.restored import Fields, kept


@cache
def kinds() -> dict[str, type[Spec]]:
    """Every type of the format by its name."""
    named = {name: kind for module in (api, guides, shortcuts, types) for name, kind in vars(module).items()}
    return {
        name: kind
        for name, kind in named.items()
        if isinstance(kind, type) and issubclass(kind, Spec) and kind is not Spec
    }


def fields() -> dict[str, Fields]:
    """By the name of a kind, the fields that it has."""
    return {name: _fields(kind) for name, kind in kinds().items()}


def _fields(kind: type[Spec]) -> Fields:
    optional = {name: field for name, field in kind.model_fields.items() if not field.is_required()}
    defaults = {name: field.get_default(call_default_factory=True) for name, field in optional.items()}
    return Fields(tuple(kind.model_fields), {name: kept(value) for name, value in defaults.items()}, forms(kind))
