"""The sections in, the files for language models out, as llmstxt.org has them: an index, and all guides as one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from navigation import Section

Texts = Mapping[PurePosixPath, str]
LEFT_OUT = ("adr", "changelog.md", "reference")
"""What stands in no guide: its pages are in the index."""


def index(title: str, summary: str, sections: Iterable[Section]) -> str:
    """llms.txt: each page by its title, its Markdown, and its first sentence."""
    return "\n".join((f"# {title}", "", f"> {summary}", *_lines(sections), ""))


def full(title: str, summary: str, sections: Iterable[Section], texts: Texts) -> str:
    """llms-full.txt: the text of every page that is written by hand, apart from decision records.

    The reference is several times as long as all guides, which no model reads at once; its pages are in the index.
    """
    guides = [page for section in sections for page in section.pages if page.place.parts[0] not in LEFT_OUT]
    parts = [f"<!-- {page.place} -->\n\n{texts[page.place].strip()}\n" for page in guides]
    return "\n".join((f"# {title}\n\n> {summary}\n", *parts))


def _lines(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield from ("", f"## {section.title}", "")
        for page in section.all_pages:
            summary = f": {page.summary}" if page.summary else ""
            yield f"- [{page.title}]({page.place}){summary}"
