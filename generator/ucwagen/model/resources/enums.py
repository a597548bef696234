"""Enumerations: from their specs to sets of named members."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector
from ucwagen.model.resources.refs import address
from ucwagen.model.types.api import Enumeration, Member
from ucwagen.model.words.given import given_name
from ucwagen.model.words.values import WORDS

if TYPE_CHECKING:
    from ucwagen.spec.types import EnumSpec, MemberSpec


def enumerations(specs: Mapping[str, EnumSpec], reference: str, faults: Collector) -> dict[str, Enumeration]:
    """Every enumeration by name, sorted."""
    for name, spec in specs.items():
        if name in WORDS:
            faults.error(spec.span("name"), f"`{name}` is a type of the vocabulary; give the enumeration another name")
    return {name: _enumeration(name, specs[name], reference) for name in sorted(specs)}


def _enumeration(name: str, spec: EnumSpec, reference: str) -> Enumeration:
    members = tuple(_member(member, row) for member, row in spec.members.items())
    return Enumeration(name, address(spec.page, reference), spec.summary, members, given_name(spec), spec.span("name"))


def _member(name: str, spec: MemberSpec) -> Member:
    return Member(name, spec.summary, spec.deprecated, given_name(spec), spec.key)
