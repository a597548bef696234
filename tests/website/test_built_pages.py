"""Every link of every built page leads to a page, a file or an anchor of the site, or to the repository."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.support import ROOT
from tests.website.building import REPOSITORY

LINK = re.compile(r"<(?:a|img|link|script)\b[^>]*?\s(?:href|src)=(?:\"([^\"]*)\"|([^\s>\"]+))")
ANCHOR = re.compile(r"\s(?:id|name)=(?:\"([^\"]*)\"|([^\s>\"]+))")
MARKDOWN = re.compile(r"^- \[[^]]+\]\(([^)]+)\)", re.MULTILINE)
LIMIT = 20


@cache
def text_of(path: Path) -> str:
    return path.read_text("utf-8")


@cache
def anchors(path: Path) -> frozenset[str]:
    return frozenset(quoted or plain for quoted, plain in ANCHOR.findall(text_of(path)))


def fault(site: Path, page: Path, link: str) -> str | None:
    """What is wrong with a link, if anything."""
    split = urlsplit(link)
    if link.startswith(f"{REPOSITORY}/"):
        path = ROOT / unquote(split.path.partition("/main/")[2])
        return None if path.exists() else "leads to no file of the repository"
    if split.scheme or split.netloc:
        return None
    target = (page.parent / unquote(split.path)).resolve() if split.path else page
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file() or not target.is_relative_to(site):
        return "leads to no file of the site"
    if split.fragment and target.suffix == ".html" and unquote(split.fragment) not in {*anchors(target), "__skip"}:
        return "leads to no anchor"
    return None


def test_no_link_is_dead(site):
    pages = [page for page in sorted(site.folder.rglob("*.html")) if page.name != "404.html"]
    links = [(page, quoted or plain) for page in pages for quoted, plain in LINK.findall(text_of(page))]
    seen = {(page, link): fault(site.folder, page, link.replace("&amp;", "&")) for page, link in dict.fromkeys(links)}

    assert {(str(page.relative_to(site.folder)), link, why) for (page, link), why in seen.items() if why} == set()
    assert len(pages) > 350
    assert any("/blob/main/" in link for _, link in links)
    assert sum("#" in link for _, link in links) > 1000


def test_a_dead_link_is_found(site):
    page = site.folder / "client.html"

    assert fault(site.folder, page, "nowhere.html") == "leads to no file of the site"
    assert fault(site.folder, page, "doctor.html#nowhere") == "leads to no anchor"
    assert fault(site.folder, page, f"{REPOSITORY}/blob/main/nowhere.py") == "leads to no file of the repository"


def test_site_is_built_in_time(site):
    """Processor time, so that other processes do not count; the parts of a build run one after the other."""
    assert site.seconds < LIMIT


def test_every_block_of_code_is_closed_and_no_mark_is_shown(site):
    for page in site.folder.rglob("*.html"):
        shown = re.sub(r"<pre\b.*?</pre>|<code\b.*?</code>", "", text_of(page), flags=re.DOTALL)
        assert "```" not in shown, page
        assert "<!-- not run" not in shown, page
        assert '=== "' not in re.sub(r"<[^>]+>", "", shown), page


def test_models_find_every_page(site):
    listed = MARKDOWN.findall(text_of(site.folder / "llms.txt"))
    built = {page.relative_to(site.folder).with_suffix(".md").as_posix() for page in site.folder.rglob("*.html")}

    assert text_of(site.folder / "llms.txt").startswith("# ucwagen\n\n> A typed Python client")
    assert set(listed) == built - {"404.md"}
    assert [name for name in listed if not (site.folder / name).is_file()] == []
    assert "# The client\n" in text_of(site.folder / "llms-full.txt")
