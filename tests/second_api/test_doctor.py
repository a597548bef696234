"""The doctor of an API that shares only its form with UCWA: with and without sign-in, and without applications."""

from __future__ import annotations

import json
import re
import sys

import pytest
from tests.second_api.test_second_api import TOKEN, sandbox

WITH_TOKEN = ["--grant", "token"]


def doctor(workshop, address, *arguments):
    given = WITH_TOKEN if workshop.variant == "token" else []
    return workshop.run(
        sys.executable, "-m", "granary.doctor", address, *given, "--listen", "0.2", *arguments, GRANARY_TOKEN=TOKEN
    )


@pytest.mark.parametrize("format", ["json", "xml"])
def test_sandbox_of_the_second_api_is_healthy(workshop, format):
    with sandbox(workshop) as address:
        done = doctor(workshop, address, "--format", format)

    assert done.code == 0, done.said
    assert "granary: healthy" in done.said
    assert TOKEN not in done.said
    assert ("sign-in" in done.said or "challenge" in done.said) <= (workshop.variant == "token")


def test_fault_of_the_second_api_is_named(workshop):
    row = {"kind": "error", "path": "/accessions", "code": "NotFound", "message": "a canary", "times": None}
    faults = workshop.folder / "faults.json"
    faults.write_text(json.dumps([row]), "utf-8")
    with sandbox(workshop, "--faults", str(faults)) as address:
        done = doctor(workshop, address, "--quiet", "--as", "json")

    found = json.loads(done.said)
    assert done.code == 1
    assert "GET accessions" in [one["about"] for one in found["findings"]]
    assert "canary" not in done.said


def test_arguments_are_those_that_the_api_has(workshop):
    said = workshop.run(sys.executable, "-m", "granary.doctor", "--help").said

    named = set(re.findall(r"--[a-z-]+", said))
    assert {"--no-application", "--application", "--allow-other-domain"} & named == set()
    assert ({"--user", "--grant", "--with"} <= named) == (workshop.variant == "token")


def test_wrong_token_is_named(workshop):
    if workshop.variant == "open":
        pytest.skip("this variant has no sign-in")
    with sandbox(workshop) as address:
        done = workshop.run(sys.executable, "-m", "granary.doctor", address, *WITH_TOKEN, GRANARY_TOKEN="canary")

    assert done.code == 1
    assert "a token by the grant token" in done.said
    assert "canary" not in done.said


def test_own_grant_can_be_named(workshop):
    if workshop.variant == "open":
        pytest.skip("this variant has no sign-in")
    with sandbox(workshop) as address:
        done = workshop.run(
            sys.executable, "-m", "granary.doctor", address, "--grant", "curator", "--listen", "0.2", GRANARY_CARD=TOKEN
        )

    assert done.code == 0, done.said
