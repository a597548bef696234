"""The doctor of small APIs: without roles, with a token alone, with events, with applications of another name."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest
from tests.protocol.hosts import Listener
from tests.sandbox.other_apis import BOTH, DESK_ROLES, DESKTOP, FED, MESSAGES, TOKEN, build

XML = "xml: {namespace: 'https://library.example/2024'}"

PLAIN = {**MESSAGES, "root": MESSAGES["root"].replace(', "desks": {"href": "/v2/desks"}', "")}
"""Messages without the link that the specs of an API without applications lack."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    before = [*sys.path]
    yield tmp_path_factory.mktemp("examined")
    sys.path[:] = before


def examined(sandbox, url, grant=None, **options):
    doctor = import_module(sandbox.__name__.replace(".sandbox", ".doctor"))
    return doctor.examine(doctor.Options(url, grant, listen=0.2, **options))


def findings(report):
    return [f"{one.about}: expected {one.expected}; came {one.came}" for one in report.findings]


def test_api_without_roles_is_walked_from_its_entry(folder):
    sandbox = build(folder, "examined_plain", messages=PLAIN)
    with sandbox.running() as found:
        report = examined(sandbox, f"{found.url}/")

    assert (report.code, report.requests) == (0, 4), findings(report)
    assert [step.step for step in report.steps] == ["names", "walk"]


def test_link_that_the_specs_lack_is_named(folder):
    sandbox = build(folder, "examined_desks")
    with sandbox.running() as found:
        report = examined(sandbox, f"{found.url}/")

    assert findings(report) == [
        "root.desks: expected what its spec has; came a link of a rel that no spec has",
        "GET desks: expected an answer; came status 404 Missing",
    ]
    assert report.evidence["resources"] == {"root": {"links": {"desks": {"many": False}}}}


@pytest.mark.parametrize("format", ["json", "xml"])
def test_api_with_two_formats_is_healthy(folder, format):
    sandbox = sys.modules.get("examined_both.sandbox") or build(
        folder, "examined_both", media_types=BOTH, more=XML, messages=PLAIN
    )
    with sandbox.running() as found:
        report = examined(sandbox, f"{found.url}/", format=format)

    assert report.code == 0, findings(report)


def test_token_that_is_missing_wrong_or_right(folder):
    sandbox = build(folder, "examined_token", more=TOKEN, messages=PLAIN)
    grant = import_module("examined_token").TokenGrant
    with sandbox.running() as found:
        user = next(iter(found.backend.users.values()))
        missing, wrong = examined(sandbox, f"{found.url}/"), examined(sandbox, f"{found.url}/", grant("wrong-canary"))
        right = examined(sandbox, f"{found.url}/", grant(user.token))

    assert (missing.code, wrong.code, right.code) == (0, 1, 0), findings(right)
    assert "sign-in: expected credentials; came none were given" in findings(missing)
    assert any("expected a token by the grant token; came a refusal" in line for line in findings(wrong))
    assert "canary" not in wrong.as_json()


def test_events_of_an_api_without_applications(folder):
    sandbox = build(folder, "examined_fed", more="roles: {events: feed}", pages=FED)
    with sandbox.running() as found:
        report = examined(sandbox, f"{found.url}/")

    assert report.code in (0, 1)
    assert "events" in {step.step for step in report.steps} | {one.step for one in report.findings}


@pytest.mark.parametrize("lamp", ["true", True])
def test_applications_of_another_name(folder, lamp):
    sandbox = sys.modules.get("examined_desk.sandbox") or build(folder, "examined_desk", more=DESK_ROLES, pages=DESKTOP)
    with sandbox.running() as found:
        report = examined(sandbox, f"{found.url}/", settings={"lamp": lamp})

    made = [step.came for step in report.steps if (step.step, step.about) == ("application", "application")]
    assert made == ["was created", "was deleted"], findings(report)
    assert found.backend.applications == {}


@pytest.mark.parametrize("settings", [{}, {"lamp": "sometimes"}])
def test_setting_that_is_missing_or_wrong_is_named(folder, settings):
    sandbox = sys.modules.get("examined_desk.sandbox") or build(folder, "examined_desk", more=DESK_ROLES, pages=DESKTOP)
    with sandbox.running() as found:
        report = examined(sandbox, f"{found.url}/", settings=settings)

    assert findings(report) == ["POST desks: expected the settings of an application; came no usable value of lamp"]


@pytest.mark.parametrize("answer", [(200, {"Content-Type": "text/html"}, b"<html>"), (502, {}, b"")])
def test_server_of_something_else_is_out_of_reach(folder, answer):
    sandbox = sys.modules.get("examined_away.sandbox") or build(folder, "examined_away")
    with Listener(lambda method, target: answer) as other:
        report = examined(sandbox, f"{other.url}/")

    assert report.code == 3
    assert findings(report)
