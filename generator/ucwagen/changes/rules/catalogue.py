"""Every rule by its id, and the fields of the model that no rule reads, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ucwagen.changes.rules import (
    deprecation,
    enums,
    error_rows,
    errors,
    events,
    files,
    found,
    names,
    operations,
    package,
    parameters,
    protocol,
    resources,
    shortcuts,
    sign_in,
    states,
    values,
)
from ucwagen.changes.types.rule import Rule

SECTIONS: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "The package": package.RULES,
        "Names in Python": names.RULES,
        "Messages and the client": protocol.RULES,
        "Sign-in": sign_in.RULES,
        "Resources": resources.RULES,
        "States": states.RULES,
        "Types and limits": values.RULES,
        "Shortcuts": shortcuts.RULES,
        "Operations": operations.RULES,
        "Parameters": parameters.RULES,
        "Events": events.RULES,
        "Enumerations": enums.RULES,
        "Errors": (*errors.RULES, *error_rows.RULES),
        "Anything": (*deprecation.RULES, *found.RULES),
        "Files beside the specs": files.RULES,
    }
)
"""The rules by what they are about, as the guide lists them."""

RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rules in SECTIONS.values() for rule in rules})

IGNORED: Mapping[str, str] = MappingProxyType(
    {
        "Api.acronyms": "The names that follow from acronyms are compared.",
        "Api.minted": "Each parameter says itself whether it is made when left out.",
        "Parameter.is_operation_id": "`Api.operation_id` says which parameter it is.",
        "Resource.stated": "The tables of the state's owner have its rows, and those are compared.",
    }
)
