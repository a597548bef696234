"""What an examination of a server knows, from its spec; faults of settings that no application has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ucwagen.diagnostics import Collector, nearest
from ucwagen.model.types.settings import Doctor
from ucwagen.model.words.lists import check_distinct
from ucwagen.source.text import shown

if TYPE_CHECKING:
    from ucwagen.spec.api import ApiSpec, DoctorSpec
    from ucwagen.spec.types import ResourceSpec

CREATES: Final = "POST"


def doctor(spec: DoctorSpec | None) -> Doctor:
    """The settings, advice and expected errors; none where the spec says none."""
    if spec is None:
        return Doctor()
    return Doctor(tuple(sorted(spec.application.items())), tuple(sorted(spec.advice.items())), spec.expected)


def check_doctor(api: ApiSpec, resources: Mapping[str, ResourceSpec], faults: Collector) -> None:
    """Settings are parameters of the operation that creates an application."""
    if api.doctor is None:
        return
    check_distinct(api.doctor, "expected", faults)
    page = resources.get(api.roles.get("applications", ""))
    operation = page.operations.get(CREATES) if page else None
    known = operation.parameters if operation else {}
    for name in api.doctor.application:
        if name not in known:
            message = f"{shown(name)} is no parameter with which an application is created"
            faults.error(api.doctor.span("application", name), f"{message}{nearest(name, known)}")
