"""The sections of the site with their pages, in the order of the menu."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pages import Page, place_of

from ucwagen import pipeline

HERE = Path(__file__).parent
FOLDERS = {"resources": "Resources", "enums": "Enumerations"}
"""The folders of the reference, each a part of its section."""


@dataclass(frozen=True)
class Section:
    """A section of the menu; ``parts`` are pages below a heading of their own."""

    title: str
    pages: tuple[Page, ...]
    parts: tuple[tuple[str, tuple[Page, ...]], ...] = ()

    @property
    def all_pages(self) -> tuple[Page, ...]:
        return (*self.pages, *(page for _, pages in self.parts for page in pages))


def sections(root: Path) -> tuple[Section, ...]:
    """The sections that nav.toml names, that of the reference made from the specs. The first has the home page."""
    data = tomllib.loads((HERE / "nav.toml").read_text("utf-8"))
    home = _page(data["home"], root, data["home"])
    return (Section(home.title, (home,)), *(_section(row, root, data["home"]) for row in data["section"]))


def menu(found: tuple[Section, ...]) -> str:
    """The key `nav` of zensical.toml."""
    rows: list[Any] = []
    for section in found:
        entries: list[Any] = [_entry(page) for page in section.pages]
        entries += [{name: [_entry(page) for page in pages]} for name, pages in section.parts]
        rows.append({"Home": entries[0][section.title]} if len(entries) == 1 else {section.title: entries})
    return f"nav = {_inline(rows)}"


def _section(row: dict[str, Any], root: Path, home: str) -> Section:
    if "reference" in row:
        return _reference(row["title"], row["reference"], root)
    return Section(row["title"], tuple(_page(name, root, home) for name in _names(row["pages"], root)))


def _names(patterns: list[str], root: Path) -> Iterator[str]:
    for pattern in patterns:
        found = sorted(path.relative_to(root).as_posix() for path in root.glob(pattern))
        if not found:
            raise FileNotFoundError(f"docs/site/nav.toml names {pattern}, which is not there")
        yield from found


def _page(name: str, root: Path, home: str) -> Page:
    return Page(name, place_of(name, home), (root / name).read_text("utf-8"))


def _reference(title: str, folder: str, root: Path) -> Section:
    made = pipeline.pages(root / "specs")
    pages = {path: Page(f"{folder}/{path}", PurePosixPath(folder, path), str(text)) for path, text in made.items()}
    alone = sorted((path for path in pages if len(path.parts) == 1), key=lambda path: (path.stem != "index", path))
    return Section(
        title,
        tuple(pages[path] for path in alone),
        tuple((name, tuple(pages[path] for path in pages if path.parts[0] == part)) for part, name in FOLDERS.items()),
    )


def _entry(page: Page) -> dict[str, str]:
    return {page.title: str(page.place)}


def _inline(value: Any) -> str:
    """A value of TOML on one line; a string of JSON in ASCII is one of TOML too."""
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(key)} = {_inline(item)}' for key, item in value.items())} }}"
    return json.dumps(value)
