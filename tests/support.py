"""Helpers of several tests: paths, and functions from a folder of specs to an API or to files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from unittest.mock import patch

from ucwagen import freshness, pipeline, spec
from ucwagen.diagnostics import Faults, Source
from ucwagen.emit import render as rendered
from ucwagen.model import check, link
from ucwagen.model.types.api import Api
from ucwagen.python import PYTHON, shape
from ucwagen.python.package.extras import Extras
from ucwagen.spec.read import Reading, parsed

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"


def spec_texts(folder: Path) -> dict[str, str]:
    """The spec files of a folder that holds ``specs/``, by the path that a user would see."""
    paths = sorted(path for path in (folder / "specs").rglob("*.yaml") if "examples" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in paths}


def api_of(texts: Mapping[str, str], reading: Reading = parsed) -> Api:
    """The linked and checked model."""
    api = link(spec.read_all(texts, reading))
    check(api)
    return api


def grants_of(folder: Path) -> Source | None:
    """The module of own grants of a folder that holds ``specs/``."""
    path = folder / "specs/grants.py"
    return Source("specs/grants.py", path.read_text("utf-8")) if path.exists() else None


def files_of(texts: Mapping[str, str], grants: Source | None = None) -> dict[PurePosixPath, str]:
    """Every generated file."""
    return rendered(shape(api_of(texts), Extras(grants=grants)), PYTHON)


@cache
def render(folder: Path) -> Mapping[PurePosixPath, str]:
    """Every generated file of a folder of specs."""
    return files_of(spec_texts(folder), grants_of(folder))


def checked_and_built() -> tuple[str, str]:
    """The faults that ``check`` and ``build`` show for the specs in the working directory; empty without any.

    The files of the generator and the templates, which do not change meanwhile, are not read for that.
    """
    specs = Path("specs")
    with patch.object(freshness, "toolchain", lambda *_: "as before"):
        return _told(lambda: pipeline.check(specs)), _told(lambda: pipeline.build(specs, Path("generated")))


def _told(call: Callable[[], object]) -> str:
    try:
        call()
    except Faults as faults:
        return faults.render()
    return ""
