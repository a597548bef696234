"""Builds the site: pages of the repository and of the reference, a menu, and files for language models.

    python docs/site/build.py [--out build/site] [--repository https://github.com/OWNER/ucwagen]

The pages are put together below build/pages, where zensical reads them. A page that links to a file which is not there
ends the build.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

sys.path.insert(0, str(Path(__file__).parent))

import llms
from navigation import Section, menu, sections
from pages import with_links

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SUFFIXES = (".png", ".svg", ".jpg")
"""Files beside the pages that the site has too."""


def build(out: Path, work: Path, repository: str) -> None:
    """Build the site into ``out``, by way of ``work``; both are replaced."""
    found = sections(ROOT)
    images = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "docs").rglob("*") if path.suffix in SUFFIXES}
    texts = _texts(found, list(images), repository)
    shutil.rmtree(work, ignore_errors=True)
    for place, text in texts.items():
        _put(work / "docs" / place, text)
    for name, path in images.items():
        _put(work / "docs" / name.removeprefix("docs/"), path.read_bytes())
    _put(work / "docs/extra.css", (HERE / "extra.css").read_bytes())
    _put(work / "zensical.toml", _settings(found))
    subprocess.run([sys.executable, "-m", "zensical", "build", "--strict"], cwd=work, check=True)
    shutil.rmtree(out, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(work / "site", out)
    _put_texts(out, found, texts)


def _texts(found: tuple[Section, ...], images: list[str], repository: str) -> Mapping[PurePosixPath, str]:
    pages = [page for section in found for page in section.all_pages]
    places = {page.source: page.place for page in pages}
    places |= {name: PurePosixPath(name.removeprefix("docs/")) for name in images}
    by_hand = {page.place: with_links(page, places, ROOT, repository) for page in pages if page.text[:3] != "---"}
    return {page.place: by_hand.get(page.place, page.text) for page in pages}


def _settings(found: tuple[Section, ...]) -> str:
    """The configuration. The key `repo_url` is left out: with it, pages ask its host for stars and releases."""
    text = (HERE / "zensical.toml").read_text("utf-8")
    return text.replace("[project]\n", f"[project]\n{menu(found)}\n", 1)


def _put_texts(out: Path, found: tuple[Section, ...], texts: Mapping[PurePosixPath, str]) -> None:
    """What programs read: each page as Markdown, beside its HTML, and the two files that list and hold them."""
    project = tomllib.loads((HERE / "zensical.toml").read_text("utf-8"))["project"]
    name, summary = project["site_name"], project["site_description"]
    for place, text in texts.items():
        _put(out / place, text)
    _put(out / "llms.txt", llms.index(name, summary, found))
    _put(out / "llms-full.txt", llms.full(name, summary, found, texts))


def _put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the site.")
    parser.add_argument("--out", type=Path, default=ROOT / "build/site")
    parser.add_argument("--work", type=Path, default=ROOT / "build/pages")
    parser.add_argument("--repository", default="https://github.com/OWNER/ucwagen", help="where links to files lead")
    given = parser.parse_args()
    build(given.out.resolve(), given.work.resolve(), given.repository.rstrip("/"))
    print(f"{given.out}/index.html")


if __name__ == "__main__":
    main()
