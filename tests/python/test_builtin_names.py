"""Properties, links, embedded resources and parameters may have the names of Python builtins and modules."""

from __future__ import annotations

import builtins
import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from support import BASE, files_of, spec_texts
from ucwagen.disk.write import write
from ucwagen.python.names import names
from ucwagen.python.names.names import styles

IMPORTED = ("collections", "datetime", "enums", "int", "sequence", "state", "timedelta", "typing", "wire")
NAMES = sorted({*IMPORTED, *(name for name in dir(builtins) if name.islower() and name.isalpha())})
TYPES = ("string", "boolean", "integer", "number", "datetime", "timespan", "bytes", "data", "Importance")
SNAKE = styles(()).snake


def table(key: str, rows: Iterator[str]) -> str:
    return f"{key}:\n" + "".join(rows)


def rows(indent: str, *also: str) -> Iterator[str]:
    """Each name with a type of its own, and then one of every type, single and many."""
    for at, name in enumerate(NAMES):
        extra = "".join(f"{indent}  {line}\n" for line in also)
        yield f"{indent}{name}:\n{indent}  type: {TYPES[at % len(TYPES)]}\n{extra}{indent}  summary: A value.\n"
    for at, kind in enumerate(TYPES):
        yield f"{indent}one{at}:\n{indent}  type: {kind}\n{indent}  summary: A value.\n"
        yield f"{indent}many{at}:\n{indent}  type: {kind}\n{indent}  many: true\n{indent}  summary: Values.\n"


def spec() -> str:
    """A resource whose tables have all names."""
    operations = [
        f"  {method}:\n    summary: Send it.\n    returns: {returns}\n    parameters:\n{''.join(rows('      '))}"
        for method, returns in (("POST", "none"), ("PUT", "team"))
    ]
    relations = [f"  {name}:\n    to: me\n    summary: Something.\n" for name in NAMES]
    return "".join([
        "rel: team\npage: none\nsummary: A team.\n",
        table("properties", rows("  ")),
        table("links", iter(relations)),
        table("embedded", iter(relations)),
        table("operations", iter(operations)),
    ])  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("builtins") / "generated"
    write(folder, files_of({**spec_texts(BASE), "specs/resources/team.yaml": spec()}))
    return folder


@pytest.fixture(scope="module")
def team(folder: Path) -> Iterator[ModuleType]:
    """The module, imported."""
    sys.path.insert(0, str(folder))
    yield importlib.import_module("tiny.resources.team")
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == "tiny"]:
        del sys.modules[name]


def test_the_names_are_there():
    assert {"str", "tuple", "list", "property", "enums", "type", "int", "bool", "datetime", "wire", "set"} <= {*NAMES}


def test_mypy(folder):
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", ".cache", "-m", "tiny.resources.team"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert done.stdout.startswith("Success"), done.stdout


def test_pyright(folder):
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "standard"}')
    command = [sys.executable, "-m", "basedpyright", "--level", "error", "--pythonpath", sys.executable]
    done = subprocess.run([*command, "tiny/resources/team.py"], cwd=folder, capture_output=True, text=True, check=False)

    assert done.stdout.startswith("0 errors"), done.stdout


def test_properties_are_read(team):
    texts = [name for at, name in enumerate(NAMES) if TYPES[at % len(TYPES)] in ("string", "Importance")]
    members = f"one{len(TYPES) - 1}", f"many{len(TYPES) - 1}"
    state = team.Team.from_json(
        json.dumps({**dict.fromkeys(texts, "Urgent"), members[0]: "Urgent", members[1]: ["No"]})
    )

    assert {str(getattr(state, SNAKE(name, names.STATE))) for name in texts} == {"Urgent"}
    assert (state.one8.name, state.many8) == ("URGENT", ("No",))
    state.validate()


def test_links_and_embedded_resources_are_read(team):
    link = {name: {"href": f"/{name}"} for name in NAMES}
    state = team.Team.from_json(
        json.dumps({"_links": link, "_embedded": {name: {"_links": {"self": link[name]}} for name in NAMES}})
    )

    assert [getattr(state.links, SNAKE(name, names.LINKS)).href for name in NAMES] == [f"/{name}" for name in NAMES]
    assert [getattr(state.embedded, SNAKE(name, names.EMBEDDED)).href for name in NAMES] == [
        f"/{name}" for name in NAMES
    ]


def test_parameters_are_sent(team):
    texts = [name for at, name in enumerate(NAMES) if TYPES[at % len(TYPES)] == "string"]
    arguments = {SNAKE(name, names.PARAMETERS): "word" for name in texts}

    body = json.loads(team.TeamLink("/team").post(**arguments).request().content)
    assert body == dict.fromkeys(texts, "word")
    base = team.Team.from_json("{}")
    assert json.loads(team.TeamLink("/team").put(base, **arguments).request().content) == body
