"""What the fixtures give to a suite, and what they say of it when it fails; the plugin is named by hand."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest
from tests.plugin.running import run_pytest, run_suite
from tests.support import ROOT

SAID = {
    "test_unknown_setting": "there is no field `batch_limits`; did you mean `batch_limit`?",
    "test_wrong_value": "`batch_limit`: expected a whole number >= 1",
    "test_option_without_a_name": "the marker ucwa takes named options alone",
    "test_user_twice": "two users have the same name",
    "test_user_of_unknown_field": "there is no field `nam`; did you mean `name`?",
    "test_unknown_fault": "`earthquake` is not a fault; there are latency,",
    "test_text_for_users": "users are a list, of a name or an object for each user",
    "test_object_for_faults": "faults are a list, of one object for each fault",
    "test_fault_without_a_kind": "name the kind of the fault, or give one of seconds, status, code, subcode",
    "test_unknown_user": "the sandbox has no user `zoe@contoso.com`; there are ann@contoso.com, ",
    "test_unknown_action": "there is no action `dance`; there are send_message, ",
    "test_event_of_no_type": "`changed` is no type of an event; there are added, ",
    "test_event_without_a_known_rel": "`mesage` is no rel of a resource; did you mean `message`?",
    "test_event_with_a_resource_that_is_no_object": "the resource `message` is a dictionary, as in JSON, not str",
    "test_action_with_a_wrong_value": "`set_presence` cannot be done: `Asleep` is none of Online, ",
    "test_message_to_a_client_that_is_not_available": "`ann@contoso.com` takes no messages and no calls; let its",
    "test_action_with_a_value_that_is_no_text": "`text` is text, not int",
    "test_event_at_an_address_that_is_no_text": "the address of a resource is text, not 5",
    "test_number_for_a_user": "a user is a name, an object or a `SandboxUser`, not int",
    "test_number_for_faults": "faults are a list, of one object for each fault",
    "test_number_for_users": "users are a list, of a name or an object for each user",
    "test_asynchronous_client_in_a_blocking_test": "is for tests that anyio or pytest-asyncio runs",
}


@pytest.mark.parametrize("suite", ["blocking", "happening", "clean", "on_anyio"])
def test_suite_passes(suite, tmp_path):
    ran = run_suite(tmp_path, suite)

    assert (ran.code, [*ran.counts]) == (0, ["passed"]), ran.said


@pytest.mark.parametrize("workers", [(), ("-n", "1")])
def test_report_of_a_failed_test_has_what_the_sandbox_saw(tmp_path, workers):
    ran = run_suite(tmp_path, "failing", *workers)

    assert ran.counts == {"failed": 2, "passed": 2, "errors": 2}, ran.said
    for test in ("test_call", "test_setup", "test_teardown"):
        assert re.search(r"- ucwa_sandbox -.*201 POST /ucwa/v1/applications by ann", ran.section(test), re.DOTALL), test
    assert "418 GET /ucwa/v1/applications/101/me by ann@contoso.com fault status" in ran.section("test_call")
    assert "ucwa_sandbox" not in ran.section("test_without_a_sandbox")
    sections = ran.said.split("- ucwa_sandbox -")[1:]
    assert len(sections) == 3
    assert not any("secret" in text for text in sections)


def test_wrong_options_are_named(tmp_path):
    ran = run_suite(tmp_path, "wrong")

    assert ran.counts == {"failed": 10, "errors": 12}, ran.said
    assert "During handling of" not in ran.said
    for test, words in SAID.items():
        assert words in ran.section(test), ran.section(test)


def test_marker_is_declared(tmp_path):
    (tmp_path / "test_marked.py").write_text("import pytest\n@pytest.mark.ucwa(users=['a'])\ndef test_it(): pass\n")

    assert run_pytest(tmp_path, "--strict-markers").counts == {"passed": 1}
    assert "@pytest.mark.ucwa(users=None, faults=(), **settings)" in run_pytest(tmp_path, "--markers").said


def test_suite_without_fixtures_does_not_import_the_package(tmp_path):
    (tmp_path / "test_plain.py").write_text(
        "import sys\n"
        "def test_it():\n"
        "    loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "    assert loaded.isdisjoint({'ucwa2', 'httpx2', 'starlette', 'uvicorn', 'msgspec', 'anyio'}), loaded\n"
    )

    assert run_pytest(tmp_path, "-p", "no:anyio").counts == {"passed": 1}


def test_importing_the_plugin_imports_nothing_but_itself():
    """pytest imports it in every run, also where no test uses it."""
    program = (
        "import pytest, asyncio, sys; before = {*sys.modules}; import ucwa2_pytest; print(*{*sys.modules} - before)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert {name.partition(".")[0] for name in done.stdout.split()} == {"ucwa2_pytest"}


def test_two_packages_with_fixtures_of_one_name_are_refused(tmp_path):
    """They would replace each other without a word."""
    shutil.copytree(ROOT / "generated/ucwa2_pytest", tmp_path / "other_pytest")
    module = tmp_path / "other_pytest/__init__.py"
    module.write_text(module.read_text("utf-8").replace("ucwa2", "other"), "utf-8")
    (tmp_path / "test_plain.py").write_text("def test_it(): pass\n")

    ran = run_pytest(tmp_path, "-p", "other_pytest", PYTHONPATH=str(tmp_path))

    refused = r"(ucwa2|other) and (ucwa2|other) have the same fixtures ucwa_\*; turn one off with `-p no:"
    assert ran.code == 4
    assert re.search(refused, ran.said), ran.said
