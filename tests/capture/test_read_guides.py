"""The messages of guide pages: each way in which they omit something, in a few lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from ucwagen.capture.read import guide_messages as guides

CASES = sorted((Path(__file__).parents[1] / "cases" / "capture-guides").glob("*/page.md"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_messages(path: Path, golden: Callable[[Path, str], None]) -> None:
    found = guides.messages(path.read_text(encoding="utf-8"), "page.md")
    shown = json.dumps([asdict(message) for message in found], indent=2, ensure_ascii=False) + "\n"
    golden(path.with_name("expected.json"), shown)
