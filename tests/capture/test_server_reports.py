"""Every folder below cases/server has a spec and the report of a server; the command adds what the spec lacks.

updated.yaml is the spec after that; expected.txt is the output of the command with --check. Both are goldens.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.doctor import servers
from tests.doctor.test_deviations import both, unknown_embedded, unknown_member, unknown_rel, unknown_value

from support import ROOT
from ucwagen.capture.compare.spec_view import view
from ucwagen.cli import main

CASES = Path(__file__).parents[1] / "cases"
IDEAS = sorted(path.parent for path in (CASES / "server").glob("*/spec.yaml"))
REPORT = "report.json"


@pytest.fixture
def command(tmp_path, monkeypatch, capsys):
    """Runs ``ucwagen`` in a folder with the specs of the smallest package; returns its exit code and output."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CASES / "base" / "specs", tmp_path / "specs")

    def run(*arguments):
        code = main([*arguments])
        said = capsys.readouterr()
        return int(code), said.out + said.err

    return run


def lay_out(idea):
    kind, name = (
        ("enums", "Mood") if (idea / "spec.yaml").read_text("utf-8").startswith("name:") else ("resources", "memo")
    )
    path = Path("specs", kind, f"{name}.yaml")
    path.parent.mkdir(exist_ok=True)
    shutil.copy(idea / "spec.yaml", path)
    shutil.copy(idea / REPORT, REPORT)
    return path


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_spec_learns_what_it_lacks(idea, golden, command):
    spec = lay_out(idea)
    before = spec.read_bytes()

    code, said = command("capture", REPORT, "--check")
    assert spec.read_bytes() == before, "--check has written"
    assert code == (1 if said else 0)
    added = command("capture", REPORT)
    assert added == (0, f"{spec}: updated\n" if said else "")
    assert command("capture", REPORT, "--check") == (0, ""), "the spec still lacks something"
    assert command("capture", REPORT) == (0, ""), "a second run has changed something more"
    code_of_check, faults = command("check")
    assert code_of_check == 0 or "property `@context` cannot become a Python name" in faults

    golden(idea / "expected.txt", f"{said}exit {code}\n")
    golden(idea / "updated.yaml", spec.read_text("utf-8"))


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_all_that_was_in_the_spec_stays(idea, command):
    spec = lay_out(idea)
    before = view(str(spec), spec.read_text("utf-8"))

    command("capture", REPORT)

    after = view(str(spec), spec.read_text("utf-8"))
    assert {at: fact.value for at, fact in before.facts.items()}.items() <= {
        at: fact.value for at, fact in after.facts.items()
    }.items()
    assert {row.at for row in before.corrections} <= {row.at for row in after.corrections}
    assert before.text.count("# the words") == after.text.count("# the words")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this is no report of a server"),
        ("[1]", "this is no report of a server"),
        ("{", "this is no report of a server"),
        (json.dumps({"report": "doctor", "version": 2, "evidence": {}}), "this is no report of a server"),
        (json.dumps({"report": "doctor", "version": 1}), "this is no report of a server"),
        (
            json.dumps({"report": "doctor", "version": 1, "evidence": {"resources": [], "enumerations": {}}}),
            "no report",
        ),
        ("[" * 100, "this is no report of a server"),
    ],
)
def test_text_that_is_no_report_is_a_fault(command, text, said):
    Path(REPORT).write_text(text, "utf-8")

    code, words = command("capture", REPORT)

    assert code == 1
    assert said in words


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        (
            {"resources": {"memoo": {"links": {"self": {}}}}, "enumerations": {}},
            "there is no spec `resources/memoo.yaml`",
        ),
        ({"resources": {}, "enumerations": {"Weather": ["Wet"]}}, "there is no spec `enums/Weather.yaml`"),
        ({"resources": {"memo": {"links": {"a b": {}}}}, "enumerations": {}}, "`a b` is no name"),
        ({"resources": {"../memo": {"links": {"a": {}}}}, "enumerations": {}}, "`../memo` is no name"),
        ({"resources": {}, "enumerations": {"Mood": ["x\ny: z"]}}, "is no name"),
    ],
)
def test_report_that_names_what_no_spec_can_have_is_a_fault(command, evidence, said):
    Path(REPORT).write_text(json.dumps({"report": "doctor", "version": 1, "evidence": evidence}), "utf-8")

    code, words = command("capture", REPORT)

    assert code == 1
    assert said in words


@pytest.mark.parametrize("more", [["docs/2022"], ["--update"], ["--summaries", "words.yaml"]])
def test_reports_go_alone(command, more):
    Path(REPORT).write_text("{}", "utf-8")

    code, words = command("capture", REPORT, *more)

    assert code == 2
    assert "give them without pages and options" in words


def test_specs_learn_from_a_server_and_the_pages_agree_with_them_still(command, tmp_path):
    """From a server that deviates, through the doctor and the command, to specs that know it and have no drift."""
    shutil.rmtree("specs")
    shutil.copytree(ROOT / "specs", "specs")
    changes = both(
        servers.of("/me", unknown_member), servers.of("/me", unknown_rel), servers.of("/me", unknown_embedded),
        servers.of("/presence", unknown_value),
    )  # fmt: skip
    with servers.sandbox() as sandbox, servers.Deviation(sandbox.url, changes).serving() as url:
        Path(REPORT).write_text(servers.examined(url, max_requests=100).report.as_json(), "utf-8")

    code, said = command("capture", REPORT, "--check")
    assert code == 1
    assert "a server has `properties.shoeSize` of type integer, which is missing here" in said
    assert command("capture", REPORT)[0] == 0
    assert command("capture", REPORT, "--check") == (0, "")

    me = Path("specs/resources/me.yaml").read_text("utf-8")
    assert "  shoeSize:\n    type: integer\n    inferred: server\n    summary: TODO\n" in me
    assert "  - at: properties.shoeSize\n    says: absent\n    because: A server has it.\n" in me
    assert "  Sleeping:\n    summary: TODO\n" in Path("specs/enums/Availability.yaml").read_text("utf-8")
    assert command("build")[0] == 0
    assert 'shoe_size = wire.integer("shoeSize")' in Path("generated/ucwa2/resources/me.py").read_text("utf-8")
    pages = ROOT.parent / "shared" / "docs" / "2022"
    if pages.exists():
        assert command("capture", str(pages / "me_ref.md"), "--check") == (0, "")
