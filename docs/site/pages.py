"""Pages of the repository, as the site has them: where each stands there, its title, and its text with other links."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

FENCE = re.compile(r"^(?P<mark>`{3,}|~{3,}).*?^(?P=mark)$\n?", re.MULTILINE | re.DOTALL)
NOT_RUN = re.compile(r"^ *<!-- [\w ]+: .*? -->\n\n?|^<!-- [\w:]+ -->\n", re.MULTILINE)
LINK = re.compile(r"(?P<head>\]\()(?P<target>(?![a-z]+:|#)[^)#\s]+)(?P<rest>[^)]*\))")
HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
LOOSE = re.compile(r"^(?P<text>(?![-*|>#\s]|\d+\. ).+)\n(?=(?:[-*]|\d+\.) )", re.MULTILINE)
"""A line before a list: CommonMark begins the list there, Python-Markdown needs an empty line."""


@dataclass(frozen=True)
class Page:
    """A page by its path in the repository, or in the reference, and its path in the site."""

    source: str
    place: PurePosixPath
    text: str

    @property
    def title(self) -> str:
        """The first heading, as plain text."""
        found = HEADING.search(FENCE.sub("", self.text))
        return found[1].replace("`", "") if found else self.place.stem

    @property
    def summary(self) -> str:
        """The first sentence below the heading, without markup."""
        body = FENCE.sub("", self.text).partition("\n# ")[2] or self.text.partition("\n")[2]
        words = next((part for part in body.split("\n\n")[1:] if re.match(r"[A-Z`\[]", part)), "")
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)|[`*]", r"\1", " ".join(words.split()))
        return re.split(r"(?<=[.:]) ", plain)[0].rstrip(":")


def place_of(source: str, home: str) -> PurePosixPath:
    """Where a file of the repository stands in the site: guides at the root, the page of a folder as its index."""
    path = PurePosixPath(source.removeprefix("docs/"))
    if source == home:
        return PurePosixPath("index.md")
    if source == "specs/README.md":
        return PurePosixPath("format-of-the-specs.md")
    return path.with_name("index.md") if path.name == "README.md" else PurePosixPath(str(path).lower())


def with_links(page: Page, places: Mapping[str, PurePosixPath], root: Path, address: str) -> str:
    """The text, with links to other pages of the site, and to the repository where they lead to files of it."""

    def changed(found: re.Match[str]) -> str:
        target = os.path.normpath(PurePosixPath(page.source).parent / found["target"]).replace(os.sep, "/")
        if target in places:
            to = os.path.relpath(places[target], page.place.parent).replace(os.sep, "/")
        elif (root / target).exists():
            kind = "tree" if (root / target).is_dir() else "blob"
            to = f"{address}/{kind}/main/{target}"
        else:
            raise ValueError(f"{page.source}: a link leads to {target}, which is not there")
        return f"{found['head']}{to}{found['rest']}"

    return _outside_code(page.text, lambda text: LINK.sub(changed, LOOSE.sub("\\g<text>\n\n", NOT_RUN.sub("", text))))


def _outside_code(text: str, change) -> str:  # type: ignore[no-untyped-def]
    parts, end = [], 0
    for block in FENCE.finditer(text):
        parts += [change(text[end : block.start()]), block[0]]
        end = block.end()
    return "".join((*parts, change(text[end:])))
