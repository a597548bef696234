"""The guide pages of all editions come in; files of examples go out, by page: each message with its resource."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ucwagen.capture.examples.addresses import Addresses, documented, seen
from ucwagen.capture.examples.assign import Assigner, is_message
from ucwagen.capture.examples.page_examples import Supplies, file_text
from ucwagen.capture.infer.reference import Reference
from ucwagen.capture.read.guide_messages import GuideMessage, messages
from ucwagen.source.http import Example


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page that is not about one resource."""

    name: str
    edition: str
    messages: tuple[GuideMessage, ...]


@dataclass(frozen=True, slots=True)
class DraftedOperations:
    """The resources that have specs, and their operations."""

    reference: Reference
    specs: Mapping[str, Mapping[str, Any]]

    def spelled(self, rel: str) -> str | None:
        """The resource of this name, whatever the case of its letters."""
        return self.reference.spelled(rel)

    def has(self, name: str, method: str) -> bool:
        """Whether the resource has the operation."""
        return method in self.specs[name].get("operations", {})

    def operation(self, name: str, method: str) -> Mapping[str, Any]:
        """What the spec says of an operation."""
        operation: Mapping[str, Any] = self.specs[name]["operations"][method]
        return operation


def guide(path: Path, text: str, edition: str) -> GuidePage:
    """A guide page with its messages."""
    return GuidePage(path.stem, edition, messages(text, str(path), edition))


def left_out(guide: GuidePage) -> Iterator[GuideMessage]:
    """The texts of a page that are no messages: scripts, commands, sketches."""
    return (message for message in guide.messages if not is_message(message))


def guide_examples(
    guides: Collection[GuidePage],
    operations: DraftedOperations,
    events: str,
    supplies: Supplies,
    requests: Iterable[tuple[str, str]] = (),
) -> dict[str, str]:
    """The text of each file by the name of its page. ``guides`` are in the order of their editions, newest first.

    ``events`` is the resource whose answers are events; ``requests`` are those of the reference pages, each with the
    name of its page.
    """
    votes = {guide.name: seen(one.text for one in guide.messages) for guide in guides}
    known = Addresses(votes, operations, documented(requests))
    found: dict[str, list[Example]] = {}
    for guide, is_newest, new in _by_edition(guides):
        teller = Assigner(guide.name, known, events, supplies)
        for message, example in teller.examples(guide.messages):
            if message in new:
                edition = None if is_newest else guide.edition
                found.setdefault(guide.name, []).append(replace(example, edition=edition))
    texts = {name: file_text(examples) for name, examples in found.items()}
    return {name: text for name, text in texts.items() if text}


def _by_edition(guides: Iterable[GuidePage]) -> Iterator[tuple[GuidePage, bool, set[GuideMessage]]]:
    """Each page, whether it is of the newest edition, and its messages that no newer edition has."""
    newest, seen = "", dict[str, str]()
    for guide in guides:
        newest = newest or guide.edition
        texts = {message: "".join(message.text.split()) for message in guide.messages}
        new = {message for message, text in texts.items() if seen.get(text, guide.edition) == guide.edition}
        yield guide, guide.edition == newest, new
        seen = dict.fromkeys(texts.values(), guide.edition) | seen
