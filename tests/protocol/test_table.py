"""The table in ``docs/protocol.md`` names existing tests, and every test of this folder."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGE = (ROOT / "docs" / "protocol.md").read_text("utf-8")
ROW = re.compile(r"`(?P<file>tests/[\w/]+\.py|test_\w+)`: (?P<tests>`test_\w+`(?:, `test_\w+`)*)")


def named() -> set[tuple[Path, str]]:
    """Each test that the page names, with its file."""
    found: set[tuple[Path, str]] = set()
    for row in ROW.finditer(PAGE):
        path = ROOT / row["file"] if "/" in row["file"] else HERE / f"{row['file']}.py"
        found |= {(path, name) for name in re.findall(r"`(test_\w+)`", row["tests"])}
    return found


def defined(path: Path) -> set[tuple[Path, str]]:
    return {(path, name) for name in re.findall(r"^(?:async )?def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)}


def test_every_test_that_the_page_names_exists():
    assert named()
    assert [(path.name, name) for path, name in sorted(named()) if (path, name) not in defined(path)] == []


def test_every_test_of_the_protocol_is_on_the_page():
    here = [path for path in sorted(HERE.glob("test_*.py")) if path != Path(__file__)]

    assert [
        (path.name, name) for path in here for path, name in sorted(defined(path)) if (path, name) not in named()
    ] == []
