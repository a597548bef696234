"""`ucwagen openapi`: its output, its options, and what it says of specs with faults."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.openapi.documents import Judge, examples

import ucwagen
from support import CASES

SHARED = CASES / "openapi" / "resources-that-share-an-address"
FORMS = ["base", "market", "sample"]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ucwagen", "openapi", *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )


def test_resources_that_share_an_address_are_one_operation():
    done = run(SHARED, "--format", "yaml")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (SHARED / "document.yaml").read_text("utf-8")


def test_file_is_written_once_and_checked(tmp_path):
    shutil.copytree(SHARED / "specs", tmp_path / "specs")

    first, again = (run(tmp_path, "--output", "api.yaml") for _ in range(2))
    fresh = run(tmp_path, "--output", "api.yaml", "--check")
    book = tmp_path / "specs/resources/book.yaml"
    book.write_text(book.read_text("utf-8").replace("What the book is called.", "Its title."), "utf-8")
    stale = run(tmp_path, "--output", "api.yaml", "--check")

    assert [first.stderr, again.stderr] == ["api.yaml written\n", "api.yaml is up to date\n"]
    assert (tmp_path / "api.yaml").read_text("utf-8") == (SHARED / "document.yaml").read_text("utf-8")
    assert (fresh.returncode, fresh.stderr) == (0, "")
    assert (stale.returncode, stale.stderr) == (
        1,
        "api.yaml: out of date\n1 file out of date; run `ucwagen openapi`\n",
    )


def test_forms_and_library_give_the_same(tmp_path):
    texts = [run(SHARED, "--format", form, "--server", "https://here.example/").stdout for form in ("json", "yaml")]
    found = ucwagen.openapi(SHARED / "specs", server="https://here.example")

    assert json.loads(texts[0]) == yaml.safe_load(texts[1]) == found
    assert found["servers"] == [{"url": "https://here.example"}]


@pytest.mark.parametrize(
    ("server", "why"),
    [
        ("localhost", "is no address of a server; give scheme and host, such as `https://localhost:8443`"),
        ("", "is no address of a server; "),
        ("localhost:8443", "is no address of a server; "),
        ("ftp://here.example", "is no address of a server; "),
        ("https://", "is no address of a server; "),
        ("https://here.example:port", "is no address of a server; "),
        ("https://here .example", "is no address of a server; "),
        ("https://me:secret@here.example", "has credentials, which readers of the document would see"),
        ("https://here.example/?a=b", "has a query or a fragment"),
    ],
)
def test_a_server_that_is_no_address_is_a_fault(server, why):
    with pytest.raises(ucwagen.Faults) as caught:
        ucwagen.openapi(SHARED / "specs", server=server)

    assert [(one.span.source.path, one.message.startswith(why)) for one in caught.value.diagnostics] == [
        ("server", True)
    ]


def test_the_command_names_its_option(tmp_path):
    done = run(SHARED, "--server", "localhost")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("--server:1:1: error: is no address of a server; ")


def test_library_can_be_called_twice():
    assert ucwagen.openapi(SHARED / "specs") == ucwagen.openapi(str(SHARED / "specs"))


def test_specs_with_faults_give_no_document(tmp_path):
    shutil.copytree(SHARED / "specs", tmp_path / "specs")
    (tmp_path / "specs/resources/film.yaml").write_text("rel: film\npage: film_ref\n", "utf-8")

    done = run(tmp_path, "--output", "api.json")
    machine = run(tmp_path, "--error-format", "json")

    assert done.returncode == machine.returncode == 1
    assert "specs/resources/film.yaml:1:1: error" in done.stderr
    assert json.loads(machine.stdout)["faults"][0]["path"] == "specs/resources/film.yaml"
    assert not (tmp_path / "api.json").exists()
    with pytest.raises(ucwagen.Faults):
        ucwagen.openapi(tmp_path / "specs")


def test_document_is_not_written_among_specs(tmp_path):
    """The next command would read it as a spec."""
    for name in ("specs", "more"):
        shutil.copytree(SHARED / "specs", tmp_path / name)
    jobs = '[jobs.one]\nspecs = "specs"\nout = "one"\n[jobs.two]\nspecs = "more"\nout = "two"\n'
    (tmp_path / "ucwagen.toml").write_text(jobs, "utf-8")

    for place in ("specs/api.json", "more/resources/api.yaml"):
        done = run(tmp_path, "--job", "one", "--output", place)

        assert (done.returncode, f"--output {place} lies in the folder of specs" in done.stderr) == (2, True)
        assert not (tmp_path / place).exists()
    above = run(tmp_path, "--job", "one", "--output", ".")
    assert (above.returncode, "--output . is a folder; name a file" in above.stderr) == (2, True)
    assert run(tmp_path, "--job", "one", "--output", "api.json").returncode == 0


def test_check_needs_a_file(tmp_path):
    done = run(SHARED, "--check")

    assert (done.returncode, done.stdout) == (2, "")
    assert "give --output too" in done.stderr


@pytest.mark.parametrize("case", FORMS)
def test_any_api_has_a_document(case):
    """Also one without documented messages: its addresses follow from the rels."""
    found = ucwagen.openapi(CASES / case / "specs")

    assert found["paths"]
    assert all(Judge(found).faults(one.value, one.schema) == [] for one in examples(found))
    assert "x-operations-without-address" not in found
