"""One run of capture does each piece of work once: it reads a page, parses a sample, merges a page, views a spec."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from ucwagen.capture import drafts, selection
from ucwagen.capture.compare import spec_view
from ucwagen.capture.compose import composed
from ucwagen.capture.infer import parsed_samples, reference
from ucwagen.cli import main

CASES = Path(__file__).parents[1] / "cases"
MEMO = """# memo

### Properties

|Name|Description|
|:-----|:-----|
|text|{text}|

### GET

Read it.

#### Response body

None

#### JSON Response

```
HTTP/1.1 200 OK
Content-Type: application/json

{{"rel": "memo", "text": "{text}", "_links": {{"self": {{"href": "/memo"}}}}}}
```
"""
GUIDE = """# Guide

```
GET https://x/memo HTTP/1.1
```

```
HTTP/1.1 200 OK

{"rel": "memo", "text": "In a guide."}
```
"""
PAGES = {
    "docs/2022/memo_ref.md": MEMO.format(text="The words."),
    "docs/2016/memo_ref.md": MEMO.format(text="The old words."),
    "docs/2022/folder_ref.md": MEMO.format(text="What is in it.").replace("memo", "folder"),
    "docs/2022/Mood_ref.md": "# Mood\n\nHow it feels.\n\n## Members\n\n|Name|Description|\n|:--|:--|\n|Glad|Well.|\n",
    "docs/2022/Guide.md": GUIDE,
}
CORRECTION = """\
  - edition: 2016
    at: properties.text.type
    says: {says}
    because: The older page has no type.
"""

Capture = Callable[..., int]
Calls = Callable[[Any, str, Callable[..., str]], Counter[str]]


@pytest.fixture
def capture(tmp_path, monkeypatch, capsys) -> Capture:
    """Runs the command beside two editions of a page, an enumeration, a guide, and the specs that they give."""
    monkeypatch.chdir(tmp_path)
    for path, text in PAGES.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, "utf-8")
    Path("specs").mkdir()
    base = CASES / "base" / "specs"
    shutil.copy(base / "errors.yaml", "specs")
    api = (base / "api.yaml").read_text("utf-8") + 'editions: ["2016", "2022"]\n'
    Path("specs/api.yaml").write_text(api, "utf-8")

    def run(*options: str) -> int:
        code = main(["capture", "docs/2022", "docs/2016", *options])
        capsys.readouterr()
        return code

    assert run() == 0
    return run


@pytest.fixture
def calls(monkeypatch) -> Calls:
    """Counts the calls of a function by what tells them apart."""

    def count(place: Any, name: str, key: Callable[..., str]) -> Counter[str]:
        found: Counter[str] = Counter()
        real = getattr(place, name)

        def counted(*arguments: Any, **named: Any) -> Any:
            found[key(*arguments)] += 1
            return real(*arguments, **named)

        monkeypatch.setattr(place, name, counted)
        return found

    return count


def test_a_walk_of_all_pages_does_everything_once(capture, calls):
    texts = calls(selection, "text_of", str)
    parsed = calls(MarkdownIt, "parse", lambda _, text, *more: text)
    samples = calls(parsed_samples, "split", str)
    observed = calls(drafts, "observe", lambda page: page.path)
    merged = calls(reference, "merged_page", lambda name, _: name)
    inferences = calls(drafts, "infer", lambda *_: "infer")
    resources = calls(composed, "resource", lambda name, _: name)
    loaded = calls(drafts, "load", lambda path, _: path)
    facts = calls(spec_view, "facts", lambda root: root.span.source.path)

    assert capture("--check") == 0
    assert texts == dict.fromkeys(PAGES, 1)
    assert set(parsed.values()) == {1}
    assert len(parsed) == len(PAGES)
    assert set(samples.values()) == {1}
    assert observed == dict.fromkeys((path for path in PAGES if path.endswith("_ref.md")), 1)
    assert merged == {"memo": 1, "folder": 1, "Mood": 1}
    assert inferences == {"infer": 1}
    assert resources == {"memo": 1, "folder": 1}
    assert set(loaded.values()) == {1}
    assert facts == dict.fromkeys(("specs/enums/Mood.yaml", *RESOURCES), 2), "the spec and its draft"


RESOURCES = ("specs/resources/memo.yaml", "specs/resources/folder.yaml")


def test_a_page_in_an_older_edition_alone_is_composed_once_for_all_corrections(capture, calls):
    """It is read, parsed and observed no second time."""
    spec = Path(RESOURCES[0])
    rows = "".join(CORRECTION.format(says=says) for says in ("boolean", "integer"))
    spec.write_text(f"{spec.read_text('utf-8')}\ncorrections:\n{rows}", "utf-8")
    observed = calls(drafts, "observe", lambda page: page.path)
    inferences = calls(drafts, "infer", lambda *_: "infer")

    assert capture("--check") == 1
    assert set(observed.values()) == {1}
    assert inferences == {"infer": 2}
