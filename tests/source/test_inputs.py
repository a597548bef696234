"""The folder of specs as people leave it: links, pipes, other endings, other depths, names that a terminal obeys."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

import forked
from support import BASE
from ucwagen.diagnostics import Faults
from ucwagen.inputs import LARGEST, collect

SECRET = "root:secret"
TEXT = "rel: phone\n"
DEEP = "### GET json response\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with valid specs, and a file of others beside it."""
    shutil.copytree(BASE / "specs", tmp_path / "specs")
    (tmp_path / "secret").write_text(SECRET)
    return tmp_path


def run(work: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, which must come to an end."""
    return forked.run(work, *arguments)


def write(text: str = TEXT) -> Callable[[Path], None]:
    return lambda path: path.write_text(text) and None


def link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


HIDDEN = "the name `{}` has characters that cannot be shown; rename it"
OUT = "is a link out of the folder of specs; put what it leads to in its place"
SPECS_END = "this file is not read: specs end in `.yaml`; rename the file, or move it out"
FAULTS = [
    ("resources/a.yaml", os.mkfifo, "is no ordinary file but a pipe or a device; remove it"),
    ("resources/a.yaml", link_to("/dev/zero"), OUT),
    ("resources/a.yaml", link_to("../../secret"), OUT),
    ("resources/a.yaml", link_to("none.yaml"), "is a link that leads nowhere; remove it, or mend it"),
    ("resources/more", link_to("../.."), OUT),
    ("resources/more", link_to(".."), "leads to a folder that is read under another name; remove the link"),
    ("NOTICE", link_to("../secret"), OUT),
    ("sandbox/a.py", link_to("../../secret"), OUT),
    ("examples/me.http", link_to("../../secret"), OUT),
    ("resources/a.YAML", write(), SPECS_END),
    ("resources/a.yml", write(), SPECS_END),
    ("resources/a.yaml.bak", write(), SPECS_END),
    ("resources/a.yaml~", write(), SPECS_END),
    ("resources/a.json", write(), SPECS_END),
    ("examples/a.HTTP", write(), "is not read: examples end in `.http`; rename the file, or move it out"),
    (
        "examples/2016/a.http",
        write(),
        "is not read: examples lie in `examples`, and those of guides in `examples/guides`; move the file there",
    ),
    ("sandbox/b/a.py", write(), "is not read: modules of the sandbox lie in `sandbox` itself; move the file up"),
    ("sandbox/a.PY", write(), "is not read: modules end in `.py`; rename the file"),
    ("sandbox/b/a.html", write(), "is not read: pages of the sandbox lie in `sandbox` itself; move the file up"),
    ("sandbox/a.HTM", write(), "is not read: pages of the sandbox end in `.css`, `.html`, `.js`; rename the file"),
    ("sandbox/a.js", link_to("../../secret"), OUT),
    ("resources/b/c/a.yaml", write(), "this file is not read: specs lie at most 2 folders deep; move the file up"),
    ("resources/a.yaml", Path.mkdir, "is a folder; a file is due here"),
    ("resources/a.yaml", write("x" * (LARGEST + 1)), "has more than 4,000,000 bytes; split the file"),
    (
        "resources/\x1b[31ma.yaml",
        write(),
        "the name `<U+001B>[31ma.yaml` has characters that cannot be shown; rename it",
    ),
    ("resources/\u202ea.yaml", write(), HIDDEN.format("<U+202E>a.yaml")),
    ("resources/\udcffa.yaml", write(), HIDDEN.format("\\xffa.yaml")),
]


@pytest.mark.parametrize(("name", "make", "why"), FAULTS, ids=[f"{name!a} {why[:20]}" for name, _, why in FAULTS])
def test_what_is_not_read_is_said(work, name, make, why):
    place = work / "specs" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    make(place)

    with pytest.raises(Faults) as raised:
        collect(work / "specs")

    assert [fault.message for fault in raised.value.diagnostics] == [why]
    shown = raised.value.render()
    assert shown.isprintable()
    assert shown.startswith(str(work / "specs" / PurePosixPath(name).parent))


def test_every_command_says_it_without_showing_the_file(work):
    (work / "specs/resources/a.yaml").symlink_to("../../secret")
    os.mkfifo(work / "specs/resources/b.yaml")
    (work / "specs/resources/\u202e\x1b\udcff.yaml").write_text("x")

    for arguments in (("check",), ("build",), ("build", "--check"), ("model",), ("counts",)):
        done = run(work, *arguments)

        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.endswith("3 faults in 3 files\n")
        assert SECRET not in done.stderr
        assert done.stderr.replace("\n", "").isprintable()


COMMANDS = [
    ("check",),
    ("build",),
    ("build", "--check"),
    ("model",),
    ("schema",),
    ("schema", "--check"),
    ("counts",),
    ("counts", "--json"),
    ("counts", "--mends"),
    ("counts", "--mends", "--json"),
]


def test_no_command_prints_what_a_terminal_obeys(work):
    folder = work / "sp\x1b[31m\u202e\udcff"
    (work / "specs").rename(folder)
    (folder / "examples").mkdir()
    (folder / "examples/me.http").write_text(DEEP.replace("\n", "\n# broken: a\n", 1) + "{}\n")
    out = ("--out", str(work / "out\x1b[31m\u202e\udcff"))

    for arguments in COMMANDS:
        done = run(work, *arguments, "--specs", str(folder), *(out if arguments[0] == "build" else ()))

        assert done.returncode == 0, done.stderr
        assert (done.stdout + done.stderr).replace("\n", "").isprintable(), arguments
    data = json.loads(run(work, "counts", "--mends", "--json", "--specs", str(folder)).stdout)
    assert folder.name in json.dumps(data, ensure_ascii=False).replace("\\u001b", "\x1b")


@pytest.mark.parametrize(
    "name", ["README.md", "schema.json", ".a.yaml.swp", "resources/notes.txt", "sandbox/data.json"]
)
def test_what_is_no_spec_may_lie_beside_them(work, name):
    (work / "specs" / name).parent.mkdir(exist_ok=True)
    (work / "specs" / name).write_text(TEXT)

    assert PurePosixPath(name) not in collect(work / "specs").files


def test_links_inside_the_folder_are_followed(work):
    (work / "specs/resources").rename(work / "specs/.pages")
    (work / "specs/resources").symlink_to(".pages")
    (work / "link").symlink_to("specs")

    names = {str(path) for path in collect(work / "link").files}

    assert {"resources/me.yaml", "resources/note.yaml"} <= names


@pytest.mark.parametrize("depth", [65, 990, 1_000, 100_000])
@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("folder", ["examples", "examples/guides"])
def test_body_that_is_nested_deeply_is_refused_with_its_place(work, form, depth, folder):
    (work / "specs" / folder).mkdir(parents=True)
    body = "[" * depth if form == "json" else "<a>" * depth
    (work / f"specs/{folder}/me.http").write_text(f"{DEEP.replace('json', form, 1)}{body}\n")

    done = run(work, *(("build",) if folder == "examples" else ("counts", "--mends")))

    column = 65 if form == "json" else 64 * 3 + 1
    assert done.returncode == 1
    assert done.stderr.startswith(
        f"specs/{folder}/me.http:5:{column}: error: more than 64 levels deep; leave out what is inside\n"
    )


def test_body_as_deep_as_it_may_be_is_built(work):
    (work / "specs/examples").mkdir()
    (work / "specs/examples/me.http").write_text(f'{DEEP}{"[" * 64}"[[\\"["{"]" * 64}\n')

    assert run(work, "build").returncode == 0


@pytest.mark.parametrize("name", ["frame.html", "frame.js", "frame.css"])
def test_pages_beside_the_modules_of_the_sandbox_go_into_the_package(work, name):
    (work / "specs/sandbox").mkdir()
    (work / "specs/sandbox" / name).write_bytes("/* caf\u00e9 */\r\n".encode())

    assert run(work, "build").returncode == 0

    (package,) = (path.parent for path in work.glob("generated/*/_index.py"))
    assert (package / "sandbox/behaviour" / name).read_bytes() == "/* caf\u00e9 */\n".encode()
