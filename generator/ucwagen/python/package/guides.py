"""Documented messages of guides in, the data of the conformance suite out: each message as its page has it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ucwagen.diagnostics import Collector, nearest
from ucwagen.python.package.extras import Examples
from ucwagen.source.http import Example
from ucwagen.target import TextView

if TYPE_CHECKING:
    from ucwagen.spec.guides import GuideSpec, GuidesSpec, SpellingSpec
    from ucwagen.spec.said import Said

DATA = PurePosixPath("conformance", "guides.json")


def guides(rels: Mapping[str, str], known: Examples, replay: GuidesSpec, package: str, faults: Collector) -> TextView:
    """The file of all guides: from the rels of all pages, the messages of each guide, and what these need."""
    _check(replay, known, faults)
    data = {
        "start": [_plain(act) for act in replay.start],
        "persons": list(replay.persons),
        "exceptions": [_plain(row) for row in replay.exceptions],
        "guides": {name: _guide(found, replay.guides.get(name), rels) for name, found in sorted(known.items())},
    }
    return TextView(template="", path=PurePosixPath(package, DATA), text=_text(data))


def _guide(examples: Iterable[Example], needs: GuideSpec | None, rels: Mapping[str, str]) -> dict[str, Any]:
    spelling = needs.spelling if needs else ()
    messages = [_message(example, spelling, rels) for example in examples if not example.edition]
    return {"messages": messages, **({} if needs is None else _plain(needs, without=("spelling",)))}


def _message(example: Example, spelling: Iterable[SpellingSpec], rels: Mapping[str, str]) -> dict[str, Any]:
    """A message with the rel of its resource; each word as the page spells it."""
    text = example.text
    for row in spelling:
        if row.message == example.title:
            text = text.replace(row.word, row.page)
    found: dict[str, Any] = {"title": example.title, "text": text}
    rel = rels.get(example.words[0]) if example.words and example.direction != "event" else None
    if rel:
        found["rel"] = rel
    if any(mend.kind == "foreign" for mend in example.mends):
        found["foreign"] = True
    return found


def _plain(spec: Said, without: Iterable[str] = ()) -> dict[str, Any]:
    """A spec as JSON, without what is not given."""
    found = {name: value for name, value in spec.fields().items() if name not in set(without)}
    return {name: _value(value) for name, value in found.items() if value not in (None, ())}


def _value(value: Any) -> Any:
    return [_plain(row) for row in value] if isinstance(value, tuple) else value


def _check(replay: GuidesSpec, known: Mapping[str, Iterable[Example]], faults: Collector) -> None:
    """Report guides and messages that do not exist."""
    for name, needs in replay.guides.items():
        if name not in known:
            faults.error(needs.key, f"`{name}` is no guide{nearest(name, known)}; mend the name")
            continue
        texts = {example.title: example.text for example in known[name]}
        titled = [(act, title) for act in needs.acts for title in (act.before, act.instead, act.repeat) if title]
        for row, title in [*titled, *((row, row.message) for row in needs.spelling)]:
            if title not in texts:
                faults.error(row.key, f"`{title}` is no message of this guide{nearest(title, texts)}; mend the title")
        for row in needs.spelling:
            if row.word not in texts.get(row.message, row.word):
                faults.error(row.span("word"), f"`{row.word}` is not in that message; mend the word")


def _text(data: Any) -> str:
    """A JSON document: ASCII, sorted, one message a line."""
    return json.dumps(data, indent=1, sort_keys=True) + "\n"
