"""A sandbox in which the persons of the guides live, with a clock that can be set forward."""

from __future__ import annotations

import time
from dataclasses import dataclass
from math import inf

from ucwa2 import PasswordGrant
from ucwa2.conformance.replay import ReplayOptions
from ucwa2.conformance.suite import Account, Suite
from ucwa2.conformance.transcript import guides
from ucwa2.sandbox import SandboxBackend, SandboxUser

SARA = {"company": "Metio", "department": "Sales & Marketing", "office": "20/2107", "title": "Product Manager",
        "workPhoneNumber": "tel:+19185550107"}  # fmt: skip
JOHN = {"department": "Sales", "title": "Assistant Manager"}
PEOPLE = [
    SandboxUser("Dana@contoso.com", "secret", "Dana Birkby", contacts=["SaraD@contoso.com", "lenea@contoso.com"],
                favorites=["SaraD@contoso.com", "toshm@contoso.com"]),
    SandboxUser("DanaB@contoso.com", "secret", "Dana Birkby", contacts=["SaraD@contoso.com", "lenea@contoso.com"]),
    SandboxUser("lenea@contoso.com", "pass@word1", "Lene Aaling"),
    SandboxUser("toshm@contoso.com", "secret", "Tosh Meston", contacts=["adrianag@contoso.com", "lenea@contoso.com"]),
    SandboxUser("johndoe", "A3ddj3w", "John Doe"),
    SandboxUser("johndoe@contoso.com", "secret", "John Doe", details=JOHN),
    SandboxUser("SaraD@contoso.com", "secret", "Sara Davis", details=SARA),
    SandboxUser("ManishC@contoso.com", "secret", "Manish Chopra"),
    SandboxUser("adrianag@contoso.com", "secret", "Adriana Giorgi"),
]  # fmt: skip

_FOCUS = "gruu;opaque=app:conf:focus:id"
MEETINGS = (
    f"sip%John%contoso.com;{_FOCUS}:G03W98W4",
    f"sip:john@contoso.com;{_FOCUS}:5LB7MRBC",
    f"sip:user@contoso.com;{_FOCUS}:ABCDE",
)
"""The meetings that the guides join, as their pages spell them."""


@dataclass
class Clock:
    """The time of this machine, set forward."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead

    def forward(self, seconds: float) -> None:
        """Let time pass at once."""
        self.ahead += seconds


def world() -> tuple[SandboxBackend, Clock]:
    """A new sandbox with all persons."""
    clock = Clock()
    people = [SandboxUser(**{name: getattr(one, name) for name in one.__struct_fields__}) for one in PEOPLE]
    backend = SandboxBackend(people, clock)
    backend.settings.application_life = inf
    backend.settings.meetings = [*MEETINGS]
    return backend, clock


def suite(url: str, clock: Clock) -> Suite:
    """All guides against a server, where every person of the pages has an account."""
    found = guides()
    assert found is not None
    accounts = {one.name: Account(one.name, one.password, PasswordGrant(one.name, one.password)) for one in PEOPLE}
    options = ReplayOptions(patience=8.0, longest_wait=3600, wait=clock.forward, whole_lists=True)
    return Suite(f"{url}/", found, {None: accounts["Dana@contoso.com"], **accounts}, options=options, timeout=10)
