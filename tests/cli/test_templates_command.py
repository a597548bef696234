"""``ucwagen templates``: the list, the texts, copies, and the fields, in a real process."""

from __future__ import annotations

import json
from pathlib import Path

from running import run

from support import ROOT

ENUMS = "%package%/enums.py.jinja"


def test_list_says_what_a_project_shapes(work: Path) -> None:
    (work / "ucwagen.toml").write_text('templates = "shape"\n')
    for name in (ENUMS, "%package%/_runtime/wire.py", "%package%/more.py.jinja", "_parts/names.jinja"):
        (work / "shape" / name).parent.mkdir(parents=True, exist_ok=True)
        (work / "shape" / name).write_text("x")

    lines = {line.split()[0]: line.split()[1:] for line in run(work, "templates").stdout.splitlines()}
    data = json.loads(run(work, "templates", "--json").stdout)["files"]

    assert lines[ENUMS] == ["EnumsView", "replaced"]
    assert lines["%package%/_runtime/wire.py"] == ["copied", "replaced"]
    assert lines["%package%/more.py.jinja"] == ["PackageView", "added"]
    assert lines["_parts/names.jinja"] == ["copied", "included"]
    assert lines["README.md.jinja"] == ["PackageView"]
    assert {"path": ENUMS, "view": "EnumsView", "state": "replaced"} in data
    assert len(data) == len(lines) > 200


def test_text_is_that_of_the_file(work: Path) -> None:
    text = (ROOT / "templates" / ENUMS).read_text()

    for name in (ENUMS, "enums.py", f"ucwagen/{ENUMS}"):
        assert run(work, "templates", name).stdout == text
    assert json.loads(run(work, "templates", "enums.py", "--json").stdout)["files"] == [{"path": ENUMS, "text": text}]
    for wrong, right in (("%package%/enum.py.jinja", ENUMS), ("enum.py", "enums.py")):
        done = run(work, "templates", wrong)
        assert (done.returncode, f"did you mean `{right}`?" in done.stderr) == (2, True), done.stderr


def test_copies_overwrite_nothing(work: Path) -> None:
    done = run(work, "templates", "enums.py", "errors.py", "--copy", "shape")
    again = run(work, "templates", "client.py", "enums.py", "--copy", "shape")

    assert (done.returncode, done.stderr.splitlines()[0]) == (0, f"shape/{ENUMS}: copied")
    assert (work / "shape" / ENUMS).read_bytes() == (ROOT / "templates" / ENUMS).read_bytes()
    assert (again.returncode, "is there already" in again.stderr) == (3, True)
    assert not (work / "shape/%package%/client.py.jinja").exists()
    assert run(work, "templates", "--copy", "shape").returncode == 2
    assert run(work, "build", "--templates", "shape").returncode == 0


def test_fields_are_those_of_the_view(work: Path) -> None:
    shown = run(work, "templates", "--fields", "enums.py")
    data = json.loads(run(work, "templates", "--fields", "--json").stdout)["views"]

    assert "enums: tuple[EnumView, ...]  - The enumerations." in shown.stdout
    names = [view["name"] for view in data]
    assert {"PackageView", "ResourceView", "StateView"} <= set(names)
    assert all(field["summary"] for view in data for field in view["fields"])
