"""Comments, docstrings, texts, guides and summaries are plain technical English: some words do not occur in them."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from support import ROOT

WORDS = {
    r"(no|some|any|every)body": "name the caller, user, server, consumer or participant, or use the passive",
    r"who(m)?ever": "name who it is",
    r"whence|anew|naught|lest|vouch(ed|es|ing)?|\w+manieth": "use the ordinary word: from where, again, trusted, n-th",
    r"by (which|what) right": "with which credentials",
    r"wants? to know": "say what is called or returned",
    r"of the day": "current",
    r"face": "interface, API or client",
    r"(he|she|his|him)": "name the caller or user",
    r"(told|tells?|hears?|heard) of|(told|tells?) from": "reports, receives, announces, describes; distinguished from",
    r"speaks? for|spoken (to|of)": "represents; addressed; described",
    r"what (came|comes|becomes?|has become) of": "the result, outcome or state of",
}
"""What does not occur, as regular expressions of whole words, each with the way to say it."""

WHOLE = re.compile(rf"(?<![\w`])({'|'.join(WORDS)})(?![\w`])", re.IGNORECASE)
PAGES = [
    ROOT / "AGENTS.md",
    ROOT / "CHANGELOG.md",
    ROOT / "README.md",
    ROOT / "specs" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
FOLDERS = ["docs", "generator", "specs", "templates", "tests"]
LATER: list[str] = ["tests/project/test_wording.py"]
"""Not covered: this file, which has the words."""

Said = Iterator[tuple[int, str]]


def of_python(text: str, texts: bool = True) -> Said:
    """Comments, docstrings and names of functions and classes, and other texts on request, each with its line."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", node.name)
        if isinstance(node, ast.Expr) or texts:
            strings = [node] if isinstance(node, ast.Constant) else [getattr(node, "value", None)]
            yield from (
                (one.lineno, one.value)
                for one in strings
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )


def of_markdown(text: str) -> Said:
    """Prose without code."""
    for token in MarkdownIt().enable("table").parse(text):
        prose = [child.content for child in token.children or () if child.type == "text"]
        yield (token.map or [0])[0] + 1, " ".join(prose)


def of_yaml(text: str) -> Said:
    """Summaries and reasons of corrections."""
    nodes = [yaml.compose(text, yaml.CSafeLoader)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.SequenceNode):
            nodes += node.value
        elif isinstance(node, yaml.MappingNode):
            nodes += [value for _, value in node.value]
            told = [value for key, value in node.value if key.value in ("summary", "because")]
            yield from ((value.start_mark.line + 1, value.value) for value in told)


def of_template(text: str) -> Said:
    """Every line."""
    yield from enumerate(text.splitlines(), 1)


def texts_of(path: Path) -> Said:
    """What a file says, each text with its line."""
    text = path.read_text("utf-8")
    match path.suffix:
        case ".py":
            return of_python(text, texts=not path.is_relative_to(ROOT / "tests"))
        case ".md":
            return of_markdown(text)
        case ".yaml":
            return of_yaml(text)
    return of_template(text)


def found(said: Said) -> list[tuple[int, str]]:
    """The lines and words that do not belong there."""
    return sorted({(line, match[0]) for line, text in said for match in WHOLE.finditer(text)})


def files() -> list[Path]:
    """Every file that people read, except those of later."""
    paths = [
        path for name in FOLDERS for ending in ("py", "yaml", "jinja") for path in (ROOT / name).rglob(f"*.{ending}")
    ]
    covered = [path for path in paths if "cases" not in path.parts and "__pycache__" not in path.parts]
    return [path for path in (*PAGES, *sorted(covered)) if not any(path.is_relative_to(ROOT / name) for name in LATER)]


def test_words_are_plain():
    wrong = [f"{path.relative_to(ROOT)}:{line}: {word}" for path in files() for line, word in found(texts_of(path))]

    assert len(files()) > 400
    assert wrong == [], WORDS


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (of_python('x = 1  # nobody\n\n\ndef f():\n    """Told of it."""\n'), [1, 5]),
        (of_python('def for_somebody(): ...\n\n\nraise ValueError(f"{x} is everybody\'s")\n'), [1, 4]),
        (of_python('said = "nobody"\nnobody = 1\n', texts=False), []),
        (of_markdown("# For whoever\n\n`nobody`\n\n    nobody\n\n| a |\n|---|\n| anybody |\n"), [1, 9]),
        (of_yaml("name: nobody\nsummary: Nobody's.\nrows:\n  - because: It was\n      told of.\n"), [2, 4]),
        (of_template("{# vouched #}\nsurface, typeface\nThe face.\n"), [1, 3]),
    ],
)
def test_words_are_found(said, lines):
    assert [line for line, _ in found(said)] == lines
