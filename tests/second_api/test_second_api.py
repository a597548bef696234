"""An API that shares only the form of its pages with UCWA: from the pages to a client that talks to a server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.second_api.building import HERE, PAGES, VARIANTS, Workshop, captured, with_pages

FOREIGN = re.compile(
    r"ucwa(?!gen)|skype|lync|autodiscover|webticket|contoso|microsoft|sip:|tel:|x-ms-|28055|msrtc|ms_rtc|\brtc\b"
    r"|communication|conversation|invitation|meeting|presence|makeMeAvailable|ApplicationNotFound",
    re.IGNORECASE,
)
"""Words of the API that the generator was first made for."""

WANTED = "the server wants a token; give the client a grant"
TOKEN = "ann-token"
"""A token that the sandbox knows by itself."""

READ = {
    "name": "Northern Seed Bank",
    "curator": "Ingrid Solheim",
    "opened": "1987-05-04",
    "quiet": "8:30:00",
    "context": "https://granary.example/context.jsonld",
    "intake": 118,
    "listed": ["AC-1907", "AC-1908"],
    "newest": "Accession",
    "rank": 3,
    "class": "Base",
    "grams": 182.5,
    "dried": "2 days, 12:00:00",
    "tags": ["einkorn", "landrace"],
    "label": "AC-1907\nTriticum monococcum",
}
CHANGED = {
    "registered": "AC-1000",
    "collected": "2031-08-14",
    "moved": "Aisle 6, shelf 2",
    "tags kept": ["einkorn", "landrace"],
    "late": "412 PreconditionFailed",
    "limit": "`ticket` is 37 characters long; at most 36 are allowed",
    "struck": "ConflictTrialRunning: 409",
    "gone": "404 NotFound",
}
HEARD = {
    "bundle": ["Triticum monococcum", "Ingrid Solheim"],
    "listened": ["added", "accession", "bank"],
    "good": {"told": ["started", "completed"], "ended": "18 of 20"},
    "bad": {"told": ["started", "completed"], "ended": "TooFewSeeds"},
}


@contextmanager
def sandbox(workshop: Workshop, *options: str) -> Iterator[str]:
    """The address of a sandbox that runs as a program of its own."""
    command = [sys.executable, "-m", "granary.sandbox", "--port", "0", *options]
    program = subprocess.Popen(
        command, cwd=workshop.folder, env=workshop.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    try:
        assert program.stderr is not None
        yield next(found[1] for line in program.stderr if (found := re.match(r"listening at (\S+)", line)))
    finally:
        program.kill()
        program.communicate(timeout=10)


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".pyc", ".whl")]


@pytest.mark.parametrize("format", ["json", "xml"])
@pytest.mark.parametrize(("name", "expected"), [("visit", READ | CHANGED), ("follow", HEARD)])
def test_program_talks_to_the_sandbox(workshop, name, expected, format):
    with sandbox(workshop, "--faults", str(HERE / "faults.yaml")) as address:
        done = workshop.run(sys.executable, f"programs/{name}.py", address, format, GRANARY_TOKEN=TOKEN)

    assert (done.code, json.loads(done.said) if done.code == 0 else done.said) == (0, expected)


@pytest.mark.parametrize("format", ["json", "xml"])
@pytest.mark.parametrize("name", ["visit", "follow"])
@pytest.mark.parametrize("credentials", [{"GRANARY_CARD": TOKEN}, {"GRANARY_LOGIN": "ann@example.com secret"}])
def test_grants_are_posted_to_the_token_service_that_the_challenge_names(workshop, name, credentials, format):
    expected = {"visit": READ | CHANGED, "follow": HEARD}[name]
    with sandbox(workshop, "--faults", str(HERE / "faults.yaml")) as address:
        done = workshop.run(sys.executable, f"programs/{name}.py", address, format, **credentials)

    assert (done.code, json.loads(done.said) if done.code == 0 else done.said) == (0, expected)


def test_token_service_that_refuses_is_told(workshop):
    with sandbox(workshop) as address:
        done = workshop.run(sys.executable, "programs/visit.py", address, "json", GRANARY_CARD="lost-card")

    said = done.said.splitlines()[-1]
    refused = "the token service did not accept the credentials: 'invalid_grant: this card opens no door'"
    assert said.endswith(refused) == (workshop.variant == "token"), done.said
    assert "lost-card" not in done.said


def test_package_exports_the_grants_that_sign_in_names(workshop):
    probe = "import granary; print(*sorted(name for name in granary.__all__ if name.endswith('Grant')))"

    done = workshop.run(sys.executable, "-c", probe)

    named = [] if workshop.variant == "open" else ["CuratorGrant", "PasswordGrant", "TokenGrant"]
    assert done.said.split() == named


def test_request_without_a_token_is_refused_with_the_reason(workshop):
    with sandbox(workshop) as address:
        done = workshop.run(sys.executable, "programs/visit.py", address, "json")

    said = done.said.splitlines()[-1]
    if workshop.variant == "open":
        assert done.code == 1
        assert "TrialRunning" not in said  # no fault was asked for, so that the accession was struck
    else:
        assert done.code == 1
        assert f".AuthenticationError: GET /v3/: {WANTED} (on offer: schemes: Granary-Gate; grants: " in said


def test_specs_and_pages_agree(workshop):
    for arguments in ([*PAGES, "--check", "--strict"], [PAGES[1], "--check", "--strict"]):
        done = workshop.ucwagen("capture", *arguments)

        assert (done.code, done.said) == (0, "")
    assert workshop.ucwagen("build", "--check").code == 0


def test_package_has_no_word_of_another_api(workshop):
    generated = workshop.folder / "generated"
    found = [
        f"{path.relative_to(generated)}: {match[0]}"
        for path in files_of(generated)
        for match in FOREIGN.finditer(path.read_bytes().decode())
    ]

    assert found == []


def test_mypy_finds_nothing(workshop):
    done = workshop.run(
        sys.executable, "-m", "mypy", "--strict", "generated/granary", "programs", MYPYPATH="generated:programs"
    )

    assert (done.code, done.said.splitlines()[-1:]) == (0, done.said.splitlines()[-1:]), done.said


def test_ty_finds_nothing(workshop):
    done = workshop.run(
        sys.executable, "-m", "ty", "check", "generated/granary", "programs",
        "--extra-search-path", "generated", "--python", sys.prefix,
    )  # fmt: skip

    assert done.code == 0, done.said


def test_basedpyright_finds_nothing(workshop):
    if workshop.variant == "open":
        pytest.skip(
            "takes ten seconds; ty and mypy check this variant, and basedpyright the one that has sign-in besides"
        )
    settings = {
        "include": ["generated/granary", "programs"],
        "typeCheckingMode": "standard",
        "extraPaths": ["generated"],
    }
    (workshop.folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")

    done = workshop.run(sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable)

    assert done.code == 0, done.said


@pytest.mark.parametrize("order", [PAGES, PAGES[::-1]])
def test_order_of_the_folders_changes_nothing(tmp_path, order):
    first = with_pages(tmp_path / "first", VARIANTS[0])
    captured(first)
    found = {path.name: path.read_bytes() for path in files_of(first.folder / "specs")}

    assert first.ucwagen("capture", *order).code == 0
    assert {path.name: path.read_bytes() for path in files_of(first.folder / "specs")} == found


def test_api_without_guides_has_nothing_to_replay(workshop):
    done = workshop.run(sys.executable, "-m", "granary.conformance", "http://localhost:1/")

    assert (done.code, done.said) == (2, "this API has no guides: there is nothing to replay\n")
    assert not (workshop.folder / "generated/granary/conformance/guides.json").exists()


def test_suite_uses_the_fixtures_that_the_api_has(workshop):
    shutil.copy(HERE / "suite/suite.py", workshop.folder)
    done = workshop.run(
        sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "granary_pytest", "-p", "no:cacheprovider",
        "-c", os.devnull, "--rootdir", ".", "suite.py",
    )  # fmt: skip

    assert "1 failed, 6 passed" in done.said, done.said
    assert re.search(r"- granary_sandbox -.*200 GET /v3/", done.said, re.DOTALL), done.said
    assert ("_grant()" in (workshop.folder / "generated/granary_pytest/__init__.py").read_text()) == (
        workshop.variant == "token"
    )


def test_reference_has_a_page_for_each_resource_and_no_word_of_another_api(workshop):
    done = workshop.ucwagen("reference", "--out", "site")
    specs, pages = workshop.folder / "specs", workshop.folder / "site"

    assert done.code == 0, done.said
    for folder in ("resources", "enums"):
        assert {path.stem for path in (pages / folder).glob("*.md")} == {
            path.stem for path in (specs / folder).glob("*.yaml")
        }
    texts = {path.name: path.read_text("utf-8") for path in pages.rglob("*.md")}
    assert [(name, found[0]) for name, text in texts.items() for found in FOREIGN.finditer(text)] == []
    assert "call = accession.links.bank.get()\nanswer = client.send(call)\n" in texts["bank.md"]
    assert workshop.ucwagen("reference", "--out", "site", "--check").code == 0
