"""Templates and files of the user's own: what replaces ours, what is added, and every fault with its place."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from support import BASE, CASES, api_of, render, spec_texts
from ucwagen import emit, overrides
from ucwagen.diagnostics import Faults
from ucwagen.python import PYTHON, shape
from ucwagen.target import Content

FOLDER = CASES / "templates"
IDEAS = sorted(path.name for path in FOLDER.iterdir())
FAULTS = [name for name in IDEAS if name.startswith("fault-")]
WARNINGS = [name for name in IDEAS if name.startswith("warning-")]
TREES = [name for name in IDEAS if name not in FAULTS + WARNINGS]


def rendered(templates: Path) -> dict[PurePosixPath, Content]:
    return emit.render(shape(api_of(spec_texts(BASE))), PYTHON, overrides.collect(templates))


def told(templates: Path) -> str:
    with pytest.raises(Faults) as caught:
        rendered(templates)
    return caught.value.render() + "\n"


@pytest.mark.parametrize("idea", TREES)
def test_tree_differs_from_ours_where_the_user_says_so(idea: str, golden: Callable[[Path, str], None]) -> None:
    """Every file that is not as ours is a golden, and is what the user can import."""
    ours = render(BASE)
    files = rendered(FOLDER / idea / "templates")

    changed = {path: text for path, text in files.items() if ours.get(path) != text}
    assert ours.keys() <= files.keys()
    assert changed
    for path, text in changed.items():
        golden(FOLDER / idea / "expected" / path, str(text))
    kept = {path.relative_to(FOLDER / idea / "expected") for path in (FOLDER / idea / "expected").rglob("*.*")}
    assert {PurePosixPath(path) for path in kept} == set(changed)


@pytest.mark.parametrize("idea", FAULTS)
def test_fault_has_its_place(
    idea: str, golden: Callable[[Path, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FOLDER / idea / "templates", tmp_path / "templates")
    monkeypatch.chdir(tmp_path)

    golden(FOLDER / idea / "faults.txt", told(Path("templates")))


@pytest.mark.parametrize("idea", WARNINGS)
def test_what_looks_odd_is_a_warning(
    idea: str, golden: Callable[[Path, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FOLDER / idea / "templates", tmp_path / "templates")
    monkeypatch.chdir(tmp_path)

    found = emit.warnings(shape(api_of(spec_texts(BASE))), PYTHON, overrides.collect(Path("templates")))

    assert {warning.severity for warning in found} == {"warning"}
    golden(FOLDER / idea / "warnings.txt", Faults(found).render() + "\n")


@pytest.mark.parametrize("idea", TREES)
def test_what_replaces_or_adds_on_purpose_warns_of_nothing(idea: str) -> None:
    own = overrides.collect(FOLDER / idea / "templates")

    assert emit.warnings(shape(api_of(spec_texts(BASE))), PYTHON, own) == ()


def test_no_file_of_the_user_means_our_tree(tmp_path: Path) -> None:
    assert rendered(tmp_path) == dict(render(BASE))


def test_bytes_are_copied_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "%package%").mkdir()
    (tmp_path / "%package%/logo.png").write_bytes(b"\x89PNG\r\n\xff\x00")
    (tmp_path / "%package%/lines.txt").write_bytes(b"one\r\ntwo\n")

    files = rendered(tmp_path)

    assert files[PurePosixPath("tiny/logo.png")] == b"\x89PNG\r\n\xff\x00"
    assert files[PurePosixPath("tiny/lines.txt")] == "one\r\ntwo\n"


def test_an_original_extended_by_nothing_prints_the_same(tmp_path: Path) -> None:
    """Each of our templates can be extended, and a block that is left alone prints what it printed."""
    ours = Path(__file__).parents[2] / "templates"
    for path in (path for path in ours.rglob("*.jinja") if "reference" not in path.parts):
        name = path.relative_to(ours).as_posix()
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f'{{% extends "ucwagen/{name}" %}}\n')

    assert rendered(tmp_path) == dict(render(BASE))


def test_the_mark_of_an_editor_before_a_text_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "x.py.jinja").write_bytes(b'\xef\xbb\xbfX = "{{ package }}"\r\n')

    assert rendered(tmp_path)[PurePosixPath("x.py")] == 'X = "tiny"\n'


def refused(place: Path) -> str:
    with pytest.raises(Faults) as caught:
        overrides.collect(place)
    return "\n".join(f"{Path(fault.span.source.path).name}: {fault.message}" for fault in caught.value.diagnostics)


def test_links_stay_inside(tmp_path: Path) -> None:
    secret, own = tmp_path / "secret.txt", tmp_path / "templates"
    secret.write_text("secret")
    own.mkdir()
    (own / "inside.txt").write_text("x")
    (own / "fine.txt").symlink_to("inside.txt")
    assert overrides.collect(own).files == {"fine.txt": b"x\n"[:1], "inside.txt": b"x"}

    (own / "out.txt").symlink_to(secret)
    (own / "nowhere.txt").symlink_to(own / "none")
    (own / "loop").symlink_to(own, target_is_directory=True)

    said = refused(own)
    assert "out.txt: is a link out of the folder of templates" in said
    assert "nowhere.txt: is a link that leads nowhere" in said
    assert "loop: leads to a folder that is read under another name" in said
    assert "secret\n" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made there")
def test_names_that_not_every_system_can_hold(tmp_path: Path) -> None:
    for name in ("a\nb", "a\\b", "a:b", "ends."):
        (tmp_path / name).write_text("x")
    (tmp_path / "Twin.txt").write_text("x")
    (tmp_path / "twin.txt").write_text("x")

    said = refused(tmp_path)

    assert said.count("characters that not every system can hold") == 4
    assert "twin.txt: differs from `Twin.txt` only by case" in said


def test_a_template_cannot_leave_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    own = tmp_path / "templates"
    own.mkdir()
    (own / "X.txt.jinja").write_text('{% include "../secret.txt" %}')

    assert "there is no template `../secret.txt`" in told(own)


def test_a_loop_without_end_can_be_interrupted(tmp_path: Path) -> None:
    (tmp_path / "X.txt.jinja").write_text("{% for x in range(10**15) %}{% endfor %}")
    code = (
        "import signal, threading, os\n"
        "threading.Timer(1, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\n"
        "from test_overrides import rendered\nfrom pathlib import Path\n"
        f"rendered(Path({str(tmp_path)!r}))\n"
    )
    place = Path(__file__).parent

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=place,
        env={"PYTHONPATH": f"{place}:{place.parent}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert "KeyboardInterrupt" in done.stderr


def test_expected_modules_compile() -> None:
    for path in FOLDER.glob("*/expected/**/*.py"):
        ast.parse(path.read_text())
