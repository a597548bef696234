"""The golden fixture: it compares; with --update it rewrites and still fails."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
CONFTEST = (Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8")


@pytest.fixture
def project(pytester):
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile("from pathlib import Path\ndef test_it(golden): golden(Path('a.txt'), 'new\\n')\n")
    return pytester


def outcome(project, *options: str) -> dict[str, int]:
    return project.runpytest("-p", "no:cacheprovider", *options).parseoutcomes()


@pytest.mark.parametrize("text", [None, "old\n", "new\r\n"])
def test_difference_fails_and_is_left_alone(project, text):
    if text:
        project.path.joinpath("a.txt").write_bytes(text.encode())

    assert outcome(project) == {"failed": 1}
    assert not text or project.path.joinpath("a.txt").read_bytes() == text.encode()


def test_update_rewrites_and_fails_once(project):
    assert outcome(project, "--update") == {"failed": 1}
    assert project.path.joinpath("a.txt").read_bytes() == b"new\n"
    assert outcome(project, "--update") == {"passed": 1}
