"""The edits that bring a spec to what its draft says: by the paths where they are apart, and nowhere else.

A changed text is replaced, a fact on no page is taken out with its lines, a missing one is put in after what stands
before it in the draft. Flow lists stay flow lists.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ucwagen.capture.compare.drift import Compared
from ucwagen.capture.compare.edits import Edit, end, line_start, line_stop, lines_of, lines_out, opened, raw, start
from ucwagen.capture.compare.spec_facts import SpecFact
from ucwagen.source.node import Entry, Mapping, Node, Scalar, Sequence
from ucwagen.spec.paths import covers, inside, parts, text

FOLLOWERS = ("inferred", "format")
"""What is not compared, and yet true of one type only."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A spec, its draft, and the edits so far."""

    ours: Mapping
    draft: Mapping
    mine: dict[str, SpecFact]
    theirs: dict[str, SpecFact]
    apart: set[str]
    edits: list[Edit] = field(default_factory=list)
    done: set[str] = field(default_factory=set)
    """Paths that were put in."""

    @property
    def text(self) -> str:
        return self.ours.span.source.text

    @property
    def pages(self) -> str:
        """The text of the draft."""
        return self.draft.span.source.text

    def mapping(self, ours: Mapping, theirs: Mapping, at: str, top: int | None = None) -> None:
        """Entries of a block; one that comes before all others is put in at ``top``."""
        self._follow(ours, theirs, at)
        known = {entry.key.text: entry for entry in theirs}
        for index, entry in enumerate(ours.entries):
            path = inside(at, entry)
            if self._touched(path):
                self._entry(ours, index, known.get(entry.key.text), path)
        held = {entry.key.text: entry for entry in ours}
        for entry in theirs:
            own = held.get(entry.key.text)
            top = line_stop(self.text, end(own)) if own else top
            if top is not None and not own and not ours.flow:
                first = start(entry.key)
                shift = ours.span.column - theirs.span.column
                lines = lines_of(self.pages, first, end(entry), shift)
                self._put(inside(at, entry), top, opened(self.pages, first) + lines)

    def _entry(self, block: Mapping, index: int, other: Entry | None, path: str) -> None:
        entry = block.entries[index]
        value, new = entry.value, other.value if other else None
        below = line_stop(self.text, entry.key.end)
        if new is None and self._gone(path):
            self._drop(block, index)
        elif isinstance(value, Scalar) and isinstance(new, Scalar):
            blank = "" if raw(self.text, value) else " "
            self.edits.append(Edit(start(value), value.end, blank + raw(self.pages, new)))
        elif isinstance(value, Sequence) and isinstance(new, Sequence | None):
            self._sequence(value, new or Sequence((), value.span), path, below)
        elif isinstance(value, Mapping) and isinstance(new, Mapping | None) and not self._empties(value, new, path):
            self.mapping(value, new or Mapping((), value.span), path, below)
        elif other:
            self._exchange(entry, other)

    def _sequence(self, ours: Sequence, theirs: Sequence, at: str, top: int) -> None:
        if ours.flow:
            self._flow(ours, theirs, at)
            return
        known, held = dict(self._parts(theirs, at)), dict(self._parts(ours, at))
        for path, item in self._parts(ours, at):
            if self._gone(path):
                self.edits.append(lines_out(self.text, start(item), item.end))
            elif isinstance(item, Mapping) and self._touched(path):
                other = known.get(path)
                self.mapping(item, other if isinstance(other, Mapping) else Mapping((), item.span), path)
        indent = ours.span.column - 1
        for path, item in known.items():
            if path in held:
                top = line_stop(self.text, held[path].end)
            elif theirs.flow:
                self._put(path, top, f"{' ' * indent}- {raw(self.pages, item)}\n")
            else:
                shift = indent - theirs.span.column + 1
                self._put(path, top, lines_of(self.pages, start(item), item.end, shift))

    def _flow(self, ours: Sequence, theirs: Sequence, at: str) -> None:
        """A list between brackets is rewritten, unless that would lose a comment."""
        known, held = self._parts(theirs, at), self._parts(ours, at)
        if "#" in raw(self.text, ours) or not all(isinstance(item, Scalar) for _, item in (*known, *held)):
            return
        items = [(path, raw(self.text, item)) for path, item in held if path not in self.apart]
        place = 0
        for path, item in known:
            if path in self.apart and path not in self.done:
                self.done.add(path)
                items.insert(place, (path, raw(self.pages, item)))
            place = next((index + 1 for index, (other, _) in enumerate(items) if other == path), place)
        self.edits.append(Edit(start(ours), ours.end, f"[{', '.join(words for _, words in items)}]"))

    def _drop(self, block: Mapping, index: int) -> None:
        """Take out an entry with its lines; where it stands after a dash, the next one takes its place."""
        entry = block.entries[index]
        first = start(entry.key)
        if not self.text[line_start(self.text, first) : first].strip():
            self.edits.append(lines_out(self.text, first, end(entry)))
        elif index + 1 < len(block.entries):
            self.edits.append(Edit(first, start(block.entries[index + 1].key)))

    def _exchange(self, entry: Entry, other: Entry) -> None:
        """Another kind of value: a block becomes `{…}`, or the other way round."""
        old, new = start(entry.value), start(other.value)
        if entry.value.span.line == entry.key.span.line:
            self.edits.append(Edit(self.text.index(":", entry.key.end) + 1, entry.value.end))
        else:
            self.edits.append(lines_out(self.text, old, entry.value.end))
        if other.value.span.line == other.key.span.line:
            place = self.text.index(":", entry.key.end) + 1
            self.edits.append(Edit(place, place, f" {raw(self.pages, other.value)}"))
        else:
            shift = entry.key.span.column - other.key.span.column
            place = line_stop(self.text, entry.key.end)
            self.edits.append(Edit(place, place, lines_of(self.pages, new, other.value.end, shift)))

    def _put(self, path: str, place: int, lines: str) -> None:
        below = [at for at in self.theirs if covers(path, at)]
        if below and path not in self.done and self.apart.issuperset(below):
            self.done.add(path)
            self.edits.append(Edit(place, place, lines))

    def _follow(self, ours: Mapping, theirs: Mapping, at: str) -> None:
        """Where the type is another, so are what it was inferred from and what the text holds."""
        if f"{at}.type" in self.apart and ours.get("type") and theirs.get("type"):
            for path, name in ((f"{at}.{name}", name) for name in FOLLOWERS):
                here, there = text(ours, name), text(theirs, name)
                self.mine.update({path: SpecFact(here, ours.span)} if here else {})
                self.theirs.update({path: SpecFact(there, theirs.span)} if there else {})
                self.apart.update({path} if here != there else ())

    def _empties(self, ours: Mapping, theirs: Mapping | None, path: str) -> bool:
        """Whether a block can no longer be written as one, or `{…}` is to be another."""
        if theirs is None:
            return False
        return ours.flow or (theirs.flow and all(self._gone(inside(path, entry)) for entry in ours))

    def _touched(self, path: str) -> bool:
        return any(covers(path, at) for at in self.apart)

    def _gone(self, path: str) -> bool:
        below = [at for at in self.mine if covers(path, at)]
        return bool(below) and self.apart.issuperset(below) and self.theirs.keys().isdisjoint(below)

    def _parts(self, node: Node, at: str) -> list[tuple[str, Node]]:
        return [(path, part) for path, part, _ in parts(node, at, text(self.ours, "rel") or "")]


def edits(found: Compared) -> list[Edit]:
    """What changes the text of a spec so that nothing in it is apart from the draft."""
    ours, draft = found.ours.root, found.draft.root
    assert isinstance(ours, Mapping)
    assert isinstance(draft, Mapping)
    merge = Merge(ours, draft, dict(found.ours.facts), dict(found.draft.facts), set(found.apart))
    merge.mapping(ours, draft, "", line_start(merge.text, start(ours)))
    return [*merge.edits, *_explained(ours, draft, found)]


def _explained(ours: Mapping, draft: Mapping, found: Compared) -> list[Edit]:
    """Corrections that the draft makes of what was apart, put after those that there are."""
    known = {row.at for row in found.ours.corrections}
    held, new = ours.get("corrections"), draft.get("corrections")
    if new is None or not isinstance(new.value, Sequence):
        return []
    shift = held.value.span.column - new.value.span.column if held else 0
    pages = draft.span.source.text
    lines = [
        lines_of(pages, start(row), row.end, shift)
        for row in new.value.items
        if (at := text(row, "at")) not in known and any(covers(at or "", p) or covers(p, at or "") for p in found.apart)
    ]
    place = line_stop(ours.span.source.text, end(held or ours.entries[-1]))
    return [Edit(place, place, "".join([*([] if held else ["\ncorrections:\n"]), *lines]))] if lines else []
