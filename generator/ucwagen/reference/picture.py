"""The ways to a resource and from it in, a picture out: SVG in the page itself, without scripts and without network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from ucwagen.model.types.api import ResourceRef
from ucwagen.reference.names import title
from ucwagen.reference.text import Markdown, markup


@dataclass(frozen=True, slots=True)
class Label:
    """The words in a box, and the page that it leads to."""

    words: str
    page: str | None = None


MOST = 9
"""Boxes on one side; a last one counts the rest."""
WIDTH, BOX, HEIGHT, STEP, LETTERS = 680, 200, 26, 36, 26
STYLE = "overflow-x: auto; margin: 1em 0"
SHAPE = 'fill="none" stroke="currentColor"'


def picture(ref: ResourceRef, sources: Sequence[ResourceRef], targets: Sequence[ResourceRef]) -> tuple[Markdown, ...]:
    """Lines of HTML without an empty one: boxes on the left lead to the one in the middle, which leads to the right."""
    if not (sources or targets):
        return ()
    left, right = _shown(sources), _shown(targets)
    height = STEP * max(len(left), len(right), 1) + 10
    return tuple(Markdown(line) for line in _lines(title(ref), left, right, height))


def _lines(name: str, left: list[Label], right: list[Label], height: int) -> Iterator[str]:
    words = f"{_listed('reached from', left)}; {_listed('leads to', right)}"
    yield f'<figure class="ways" style="{STYLE}">'
    yield (
        f'<svg role="img" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'style="max-width: 100%; min-width: 560px; height: auto" font-family="inherit" font-size="13">'
    )
    yield f"<title>Ways to and from {markup(name)}</title><desc>{markup(words)}</desc>"
    middle = (WIDTH - BOX) // 2
    yield _box(middle, height // 2, Label(name), 2)
    for index, label in enumerate(left):
        y = _row(index, len(left), height)
        yield from (_box(0, y, label, 1), _arrow(BOX, y, middle, height // 2))
    for index, label in enumerate(right):
        y = _row(index, len(right), height)
        yield from (_box(WIDTH - BOX, y, label, 1), _arrow(middle + BOX, height // 2, WIDTH - BOX, y))
    yield "</svg>"
    yield "</figure>"


def _shown(refs: Sequence[ResourceRef]) -> list[Label]:
    labels = [Label(title(ref), ref.page) for ref in refs]
    return labels if len(labels) <= MOST + 1 else [*labels[:MOST], Label(f"and {len(labels) - MOST} more")]


def _listed(words: str, labels: list[Label]) -> str:
    return f"{words} {', '.join(label.words for label in labels)}" if labels else f"{words} no documented resource"


def _row(index: int, count: int, height: int) -> int:
    return (height - STEP * count) // 2 + STEP * index + STEP // 2


def _box(x: int, y: int, label: Label, weight: int) -> str:
    shown = label.words if len(label.words) <= LETTERS else f"{label.words[: LETTERS - 1]}…"
    box = (
        f'<rect x="{x + 1}" y="{y - HEIGHT // 2}" width="{BOX - 2}" height="{HEIGHT}" rx="5" {SHAPE} '
        f'stroke-width="{weight}"></rect>'
        f'<text x="{x + BOX // 2}" y="{y + 5}" text-anchor="middle" fill="currentColor">{markup(shown)}</text>'
    )
    return f'<a href="{quote(label.page)}.md">{box}</a>' if label.page else box


def _arrow(x: int, y: int, to_x: int, to_y: int) -> str:
    return (
        f'<path d="M{x} {y} C{x + 22} {y} {to_x - 26} {to_y} {to_x - 3} {to_y} m-5 -4 l5 4 l-5 4" {SHAPE} '
        f'stroke-opacity="0.6"></path>'
    )
