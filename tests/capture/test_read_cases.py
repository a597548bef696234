"""Each defect of the reference pages, in a page of a few lines, with the facts that must be read from it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from ucwagen import capture

CASES = sorted((Path(__file__).parents[1] / "cases" / "capture").glob("*/page.md"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_facts(path: Path, golden: Callable[[Path, str], None]) -> None:
    facts = capture.page(path.read_text(encoding="utf-8"), "page_ref.md")
    shown = json.dumps(_without_blanks(asdict(facts)), indent=2, ensure_ascii=False) + "\n"
    golden(path.with_name("expected.json"), shown)


def _without_blanks(value: Any) -> Any:
    """The facts without empty fields, which keeps a case short."""
    if isinstance(value, dict):
        return {key: _without_blanks(item) for key, item in value.items() if item not in ((), "", None)}
    if isinstance(value, list | tuple):
        return [_without_blanks(item) for item in value]
    return value
