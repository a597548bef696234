"""``python -m ucwagen.capture PAGES SENTENCES SPECS``: the composed files as JSON, text by path, on stdout.

PAGES holds a folder for each edition, SENTENCES what people wrote as JSON by page, SPECS api.yaml and errors.yaml.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from ucwagen.capture.composing import Pages, compose
from ucwagen.capture.editions import EDITIONS
from ucwagen.capture.facts import PageFacts
from ucwagen.capture.pages import page
from ucwagen.source import load
from ucwagen.spec.base import Spec
from ucwagen.spec.read import API, ERRORS, read
from ucwagen.spec.types import ApiSpec, ErrorsSpec

S = TypeVar("S", bound=Spec)


def main(pages: str, sentences: str, specs: str, *both: str) -> None:
    """``both``: pages whose examples are those of every edition."""
    said = {path.stem: json.loads(path.read_text("utf-8")) for path in Path(sentences).rglob("*.json")}
    api, errors = _spec(Path(specs) / API, ApiSpec), _spec(Path(specs) / ERRORS, ErrorsSpec)
    json.dump(compose(Pages(tuple(_pages(Path(pages))), both=both), said, api, errors), sys.stdout, indent=1)


def _pages(folder: Path) -> Iterator[PageFacts]:
    for edition in EDITIONS:
        for path in sorted((folder / edition).glob("*_[rR]ef.md")):
            yield page(path.read_text("utf-8"), str(path), edition)


def _spec(path: Path, kind: type[S]) -> S:
    return read(load(str(path), path.read_text("utf-8")), kind)


if __name__ == "__main__":
    main(*sys.argv[1:])
