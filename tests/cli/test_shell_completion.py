"""What the tab key offers in a shell: commands, options, their values, and names of the project and of templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ucwagen.cli import main

Said = Callable[..., tuple[int, str]]
FIRST = {
    "bash": re.compile(r"^(.+)$", re.MULTILINE),
    "zsh": re.compile(r'[(\n]"([^"]+)"'),
    "fish": re.compile(r"^([^\t\n]+)", re.MULTILINE),
}
"""Finds the names in the answer for a shell, beside which may stand what they mean."""


@pytest.fixture
def said(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """Asks as the script does that typer installs for a shell; gives the exit code and the answer."""
    monkeypatch.chdir(project)

    def ask(shell: str, line: str, action: str = "get-args") -> tuple[int, str]:
        monkeypatch.setenv("_UCWAGEN_COMPLETE", f"complete_{shell}")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", action)
        code = main([])
        shown = capsys.readouterr()
        assert shown.err == ""
        return code, shown.out

    return ask


@pytest.mark.parametrize("shell", FIRST)
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ucwagen bui", ["build"]),
        ("ucwagen build --jo", ["--job"]),
        ("ucwagen build --job ", ["first", "second"]),
        ("ucwagen model --job se", ["second"]),
        ("ucwagen check --error-format s", ["sarif"]),
        ("ucwagen templates %package%/en", ["%package%/enums.py.jinja"]),
    ],
)
def test_names_are_offered(said: Said, shell: str, line: str, names: list[str]) -> None:
    code, answer = said(shell, line)

    assert (code, FIRST[shell].findall(answer)) == (0, names)


def test_fish_is_told_whether_there_are_names(said: Said) -> None:
    """By the exit code: files are offered where there are none."""
    assert said("fish", "ucwagen build --job ", "is-args")[0] == 0
    assert said("fish", "ucwagen build --specs ", "is-args")[0] == 1


def test_a_configuration_with_faults_offers_no_job(said: Said, project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.ucwagen]\nout = 3\n")

    assert said("bash", "ucwagen build --job ") == (0, "\n")
