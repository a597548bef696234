"""The table in ``docs/protocol.md`` names existing tests, and every test of this folder; each stands in a room."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGE = (ROOT / "docs" / "protocol.md").read_text("utf-8")
ROW = re.compile(r"`(?P<file>tests/[\w/]+\.py|test_\w+)`: (?P<tests>`test_\w+`(?:, `test_\w+`)*)")
ROOMS = ("sign_in", "channel", "operations")
"""The folders of the tests, in the order of a session."""
FILES = [path for path in sorted(HERE.rglob("test_*.py")) if path != Path(__file__)]


def file_of(name: str) -> Path:
    """The file that the page names: by its path, or by its name alone where it is in a room."""
    rooms = {path.stem: path for path in FILES}
    return ROOT / name if "/" in name else rooms.get(name, HERE / f"{name}.py")


def named() -> set[tuple[Path, str]]:
    """Each test that the page names, with its file."""
    found: set[tuple[Path, str]] = set()
    for row in ROW.finditer(PAGE):
        found |= {(file_of(row["file"]), name) for name in re.findall(r"`(test_\w+)`", row["tests"])}
    return found


def defined(path: Path) -> set[tuple[Path, str]]:
    text = path.read_text("utf-8") if path.is_file() else ""
    return {(path, name) for name in re.findall(r"^(?:async )?def (test_\w+)", text, re.MULTILINE)}


def test_every_test_that_the_page_names_exists():
    assert named()
    assert [(path.name, name) for path, name in sorted(named()) if (path, name) not in defined(path)] == []


def test_every_test_of_the_protocol_is_on_the_page():
    assert [
        (path.name, name) for path in FILES for path, name in sorted(defined(path)) if (path, name) not in named()
    ] == []


def test_every_file_is_in_a_room_under_a_name_of_its_own():
    assert {path.parent.relative_to(HERE).as_posix() for path in FILES} == {*ROOMS}
    assert [name for name, times in Counter(path.name for path in FILES).items() if times > 1] == []
