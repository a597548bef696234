"""Runs the blocks of documents: writes files, runs commands and Python, and compares the output with the page.

A page is run in a folder of its own, its blocks in their order:

- `yaml`, `toml`, `jinja`, `http`, `markdown`, `python` whose first line is a comment with a path (`# specs/api.yaml`)
  are files; in `http`, `jinja` and `markdown` that line is left out;
- `console` has commands after `$ ` and their output; `...` matches anything, and on its own line any lines;
- `python` is run; the output or value of a line is in the comment after it, or in the comments below it;
- `pycon` is a session of the Python prompt.

Every other block, also an indented one, must be preceded by the reason: `<!-- not run: why -->`.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import importlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

MARK = re.compile(r"<!-- not run: (?P<why>\S.*?) -->\n?")
FENCE = re.compile(
    r"^(?P<mark>`{3,}|~{3,})(?P<language>[^\n`]*)\n(?P<text>.*?)^(?P=mark)$\n?", re.MULTILINE | re.DOTALL
)
NAMED = re.compile(r"(?:# |<!-- |\{# )(?P<path>[\w./%-]+\.(?:yaml|http|md|py|toml|jinja))(?: -->| #\})?\n")
COMMENT = re.compile(r"\s*# ?(.*)")
LANGUAGES = ("console", "http", "jinja", "markdown", "pycon", "python", "toml", "yaml")
FILES = ("http", "jinja", "markdown", "toml", "yaml")
UNCOMMENTED = ("http", "jinja", "markdown")
BIN = Path(sys.executable).parent
ROOT = Path(__file__).parents[2]
PLUGIN = {"PYTEST_PLUGINS": "ucwa2_pytest"}
NOT_KEPT = ("TERM", "FORCE_COLOR", "COLUMNS", "PYTEST_ADDOPTS")
"""Variables of the environment that would change what a command prints."""
"""What pytest finds by itself where the package is installed from its wheel."""


@dataclass(frozen=True)
class Block:
    """A block of code, with its first line number, and the reason why it is not run, if any."""

    page: Path
    line: int
    language: str
    text: str
    why_not: str | None = None

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def path(self) -> str | None:
        """The path of the file, if the block is one."""
        named = NAMED.match(self.text)
        return named["path"] if named else None


def blocks(page: Path) -> list[Block]:
    """The blocks of a page, fenced and indented ones."""
    tokens = MarkdownIt().parse(page.read_text("utf-8"))
    return [
        Block(page, token.map[0] + (2 if token.type == "fence" else 1), token.info, token.content, _why_not(before))
        for before, token in pairwise([None, *tokens])
        if token.type in ("fence", "code_block")
    ]


def _why_not(before: Token | None) -> str | None:
    found = MARK.fullmatch(before.content) if before and before.type == "html_block" else None
    return found["why"] if found else None


def run(page: Path, folder: Path) -> None:
    """Run a page in a folder; AssertionError names a block whose output differs."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.chdir(folder), _importing(folder / "generated"):
        for block in blocks(page):
            if block.why_not:
                continue
            assert block.language in LANGUAGES, f"{block.place}: nothing runs `{block.language}`"
            _run(block, folder, names)


def _run(block: Block, folder: Path, names: dict[str, Any]) -> None:
    if block.path:
        target = folder / block.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.text.partition("\n")[2] if block.language in UNCOMMENTED else block.text, "utf-8")
        return
    assert block.language not in FILES, f"{block.place}: the first line names no file"
    {"console": _console, "pycon": _session, "python": _python}[block.language](block, folder, names)


@contextlib.contextmanager
def _importing(generated: Path) -> Iterator[None]:
    """Makes what a page builds importable for that page only."""
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.path.insert(0, str(generated))
    try:
        yield
    finally:
        sys.path.remove(str(generated))
        sys.dont_write_bytecode = writes
        _forget(generated)


def _forget(generated: Path) -> None:
    """Remove modules of this folder from the import cache."""
    for name, module in sys.modules.copy().items():  # other threads may import meanwhile
        file = getattr(module, "__file__", None)
        if file and Path(file).is_relative_to(generated):
            del sys.modules[name]
    importlib.invalidate_caches()


def _console(block: Block, folder: Path, names: dict[str, Any]) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_KEPT}
    environment = kept | {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "UCWAGEN": str(ROOT),
        **PLUGIN,
    }
    prompts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
    assert prompts[0] == "", f"{block.place}: a console block begins with `$ `"
    for command, _, expected in (prompt.partition("\n") for prompt in prompts[1:]):
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment, check=False, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        _compare(block, command, expected, done.stdout)
    _forget(folder / "generated")


def _compare(block: Block, what: str, expected: str, actual: str) -> None:
    lines = [line.rstrip() for line in expected.strip("\n").split("\n")]
    pattern = "\n".join("(?:.*\n)*?.*" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") for line in lines)
    shown = "\n".join(line.rstrip() for line in actual.strip("\n").split("\n"))
    if not re.fullmatch(pattern, shown):
        raise AssertionError(f"{block.place}: `{what}` gives\n{actual}\nbut the page says\n{expected}")


def _session(block: Block, folder: Path, names: dict[str, Any]) -> None:
    test = doctest.DocTestParser().get_doctest(block.text, {}, block.place, str(block.page), block.line - 1)
    test.globs = names
    assert test.examples, f"{block.place}: nothing stands at a prompt"
    report = io.StringIO()
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False)
    runner.run(test, out=report.write, clear_globs=False)
    assert not runner.summarize(verbose=False).failed, report.getvalue()


def _python(block: Block, folder: Path, names: dict[str, Any]) -> None:
    lines = block.text.split("\n")
    for node in ast.parse(block.text).body:
        said = "\n".join(_said(lines, node.end_lineno or 0, node.end_col_offset or 0))
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            value = _done(node, f"{block.place} (line {node.lineno})", names)
        shown = printed.getvalue() or ("" if value is None else repr(value))
        if isinstance(node, ast.Expr) or shown:
            _compare(block, lines[node.lineno - 1], said, shown)


def _done(node: ast.stmt, place: str, names: dict[str, Any]) -> object:
    if isinstance(node, ast.Expr):
        return eval(compile(ast.Expression(node.value), place, "eval"), names)
    exec(compile(ast.Module([node], []), place, "exec"), names)
    return None


def _said(lines: list[str], end: int, column: int) -> Iterator[str]:
    """The comment after a statement that ends in line ``end``, and the comments below it."""
    behind = COMMENT.fullmatch(lines[end - 1].encode()[column:].decode())
    if behind:
        yield behind[1]
    for line in lines[end:]:
        below = COMMENT.fullmatch(line)
        if not below or line[:1] != "#":
            return
        yield below[1]
