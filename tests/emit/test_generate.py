"""Every folder below cases/generate overlays the tiny API; ``expected/`` has the generated files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from support import BASE, CASES, ROOT, api_of, files_of, spec_texts
from ucwagen.inputs import SHORTCUTS
from ucwagen.python.names.names import styles

IDEAS = sorted(path.parent for path in (CASES / "generate").glob("*/specs"))
LONGEST = 15
PAGE = re.compile(r"^  (\w+):$", re.MULTILINE)
"""A page in a file of shortcuts."""
SHARED = {"api.yaml": "tiny/_index.py", "errors.yaml": "tiny/errors.py", "enums": "tiny/enums.py"}


def made_from(idea: Path) -> Iterator[PurePosixPath]:
    """The modules that depend on the overlaid files."""
    snake = styles(api_of(spec_texts(BASE)).acronyms).snake
    for path, text in spec_texts(idea).items():
        _, first, *_ = PurePosixPath(path).parts
        shared = SHARED.get(first)
        if first == SHORTCUTS:
            yield from (PurePosixPath(f"tiny/resources/{snake(page)}.py") for page in PAGE.findall(text))
            continue
        yield PurePosixPath(shared or f"tiny/resources/{snake(PurePosixPath(path).stem)}.py")


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_module_is_as_expected(idea, golden):
    files = files_of(spec_texts(BASE) | spec_texts(idea))
    for path in sorted(set(made_from(idea))):
        golden(idea / "expected" / path.name, files[path])


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_case_is_short(idea):
    for path, text in spec_texts(idea).items():
        assert text.count("\n") <= LONGEST, path


def test_hand_written_files_are_copied_byte_for_byte():
    templates = ROOT / "templates"
    files = files_of(spec_texts(BASE))
    for path in (path for path in templates.rglob("*") if path.is_file() and path.suffix != ".jinja"):
        if "__pycache__" not in path.parts:
            target = PurePosixPath(path.relative_to(templates).as_posix().replace("%package%", "tiny"))
            assert files[target].encode() == path.read_bytes()
