"""The pages of the reference: complete, linked, the same on every run, and inert whatever a spec says."""

from __future__ import annotations

import dataclasses
import inspect
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from markdown_it import MarkdownIt
from tests.emit.test_hostile import HIDDEN, VISIBLE, with_word, with_words, words
from tests.golden.corpus import spoken

import forked
import ucwa2.resources
from support import BASE, CASES, ROOT, api_of, spec_texts
from ucwagen import pipeline, reference
from ucwagen.diagnostics import Faults
from ucwagen.emit.environment import environment
from ucwagen.reference import text as markdown
from ucwagen.source.http import Example

Pages = Mapping[PurePosixPath, str]
PARSER = MarkdownIt("commonmark").enable("table")
LINK = re.compile(r"\]\(([^)\s]+)\)|href=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@cache
def pages() -> Pages:
    return pipeline.pages(ROOT / "specs")


def shown(page: str) -> str:
    """The words of a page as a reader sees them."""
    return unescape(re.sub(r"[`\\]|</?code>", "", page))


def test_every_resource_and_enumeration_has_its_page():
    api = pipeline.model(ROOT / "specs")

    assert {str(path) for path in pages()} == {
        "index.md", "errors.md", "error-groups.md",
        *(f"resources/{resource.ref.page}.md" for resource in api.resources),
        *(f"enums/{enum.name}.md" for enum in api.enums),
    }  # fmt: skip


def test_pages_hold_all_that_the_model_says():
    api = pipeline.model(ROOT / "specs")
    missing = []
    for resource in api.resources:
        page = shown(pages()[PurePosixPath(f"resources/{resource.ref.page}.md")])
        said = set(resource.scopes) | {word for row in resource.events for word in (row.type, row.sender, row.summary)}
        said |= {word for row in resource.properties for word in (row.name, row.summary)}
        said |= {row.summary for row in resource.shortcuts}
        links = [row for row in (*resource.links, *resource.embedded) if row.rel != "self"]
        said |= {word for row in links for word in (row.target.rel if row.target else row.rel, row.summary)}
        for operation in resource.operations:
            own = [row for row in operation.errors if row.group is None]
            said |= {operation.summary, *(row.name for row in operation.parameters), *(row.summary for row in own)}
            said |= {row.subcode for row in own if row.subcode} | {row.code for row in operation.reasons}
        missing += [(resource.ref.page, word) for word in said if shown(" ".join(word.split())) not in page]
    for enum in api.enums:
        page = shown(pages()[PurePosixPath(f"enums/{enum.name}.md")])
        missing += [(enum.name, row.name) for row in enum.members if row.name not in page]

    assert missing == []


def test_links_lead_to_pages_and_headings():
    anchors = {
        path: {markdown.slug(unescape(words)) for words in HEADING.findall(text)} for path, text in pages().items()
    }
    dead = []
    for path, text in pages().items():
        for target in (plain or drawn for plain, drawn in LINK.findall(FENCE.sub("", text))):
            place, _, anchor = target.partition("#")
            if "://" not in place:
                found = PurePosixPath(os.path.normpath(path.parent / place)) if place else path
                dead += [(path, target)] if found not in anchors or (anchor and anchor not in anchors[found]) else []

    assert dead == []


def test_shortcuts_have_the_signature_of_the_state_class():
    for resource in pipeline.model(ROOT / "specs").resources:
        page = pages()[PurePosixPath(f"resources/{resource.ref.page}.md")]
        state = getattr(ucwa2.resources, spoken().state(resource.ref).text) if resource.shortcuts else None
        for row in resource.shortcuts:
            name = spoken().styles.snake(row.name)
            signature = str(inspect.signature(getattr(state, name))).replace("(self, ", "(").replace("(self)", "()")
            shown = page.partition(f".{name}(")[2].partition("\n```")[0]
            assert flat(f"({shown}") == flat(signature), name

    message, application = (pages()[PurePosixPath(f"resources/{name}.md")] for name in ("message", "application"))
    assert "Reads [<code>messaging</code>](messaging.md), then sends `POST` to [<code>sendMessage</code>]" in message
    assert "Sends `GET` to [<code>search</code>](search.md), from the embedded [<code>people</code>]" in application


def flat(signature: str) -> str:
    """A signature without quotes, and without what its layout adds."""
    return re.sub(r"""[\s"']""", "", signature).replace(",)", ")")


def test_samples_are_exact():
    page = pages()[PurePosixPath("resources/startPhoneAudio.md")]
    sample = (ROOT / "specs/examples/startPhoneAudio.http").read_text("utf-8").partition("\n### ")[0]
    body = sample.partition("\nPOST ")[2].rstrip()

    assert "\n".join(f"    {line}".rstrip() for line in f"POST {body}".split("\n")) in page
    assert page.count('=== "JSON"') == page.count('=== "XML"') == 2
    assert "(2016)" not in page


def test_picture_names_its_neighbours_for_readers_of_text():
    page = pages()[PurePosixPath("resources/startPhoneAudio.md")]

    assert '<svg role="img"' in page
    assert "<desc>reached from communication&#59; leads to phoneAudioInvitation</desc>" in page
    assert '<a href="communication.md"><rect' in page
    assert "| [<code>phoneAudioInvitation</code>](phoneAudioInvitation.md) | answer of `POST` |" in page


def ucwagen(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return forked.run(folder, *arguments, environment=os.environ | environment)


def test_command_writes_the_same_pages_whatever_the_order_of_sets(tmp_path):
    specs = str(CASES / "sample/specs")
    found = []
    for seed in ("1", "2"):
        done = ucwagen(tmp_path, "reference", "--specs", specs, "--out", f"pages{seed}", PYTHONHASHSEED=seed)
        assert (done.returncode, done.stdout) == (0, "")
        files = sorted(path for path in (tmp_path / f"pages{seed}").rglob("*.md"))
        found.append({path.relative_to(tmp_path / f"pages{seed}"): path.read_bytes() for path in files})

    assert found[0] == found[1]
    assert PurePosixPath("index.md") in found[0]


def test_check_names_pages_that_are_out_of_date(tmp_path):
    where = ("reference", "--specs", str(CASES / "sample/specs"), "--out", str(tmp_path / "pages"))
    assert ucwagen(tmp_path, *where).returncode == 0
    assert ucwagen(tmp_path, *where, "--check").returncode == 0

    (tmp_path / "pages/index.md").write_text("other", "utf-8")
    done = ucwagen(tmp_path, *where, "--check")

    assert done.returncode == 1
    assert done.stderr == f"{tmp_path / 'pages/index.md'}: out of date\n1 file out of date; run `ucwagen reference`\n"


def test_templates_of_pages_are_not_among_those_of_a_build(tmp_path):
    done = ucwagen(tmp_path, "templates")

    assert "%package%/enums.py.jinja" in done.stdout
    assert "reference/" not in done.stdout


def test_faults_of_specs_are_those_of_a_build(tmp_path):
    for name, text in spec_texts(BASE).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text.replace("type: string", "type: strin"), "utf-8")

    built, paged = (ucwagen(tmp_path, command) for command in ("build", "reference"))

    assert built.returncode == paged.returncode == 1
    assert "did you mean `string`" in paged.stderr
    assert paged.stderr == built.stderr
    assert not (tmp_path / "reference").exists()


def test_pages_are_not_written_among_specs(tmp_path):
    done = ucwagen(tmp_path, "reference", "--specs", str(BASE / "specs"), "--out", str(BASE / "specs/pages"))

    assert done.returncode == 1
    assert "lies in the folder of specs" in done.stderr


MARKUP = (
    *VISIBLE, "`code` and `more", "<script>alert(1)</script>", "</code></td>", "[a](javascript:x)", "![x](y)", "a | b",
    "# x", "- x", "1. x", "> x", "    x", '=== "x"', "!!! note", "x&lt;y &amp; z", "**b** __c__ ~~d~~ ==f==",
    "++g++ ^^e^^",
    "<!-- x", "---", "$x$", "https://example.com/x?y", "a@example.com", "x\n\n</figure><b>", "{: onclick=x }",
    "[^1]: x", "*[a]: x", "```\nx", "x `<b>|` y",
)  # fmt: skip
SAMPLE = "POST /x HTTP/1.1\nHost: a\n\n{}\n"
STEP = 12
PRINTER = environment(reference.MARKDOWN)
ELEMENTS = {"figure", "svg", "title", "desc", "rect", "text", "path", "a"}


@cache
def texts() -> Mapping[str, str]:
    return spec_texts(BASE) | spec_texts(CASES / "rich")


@cache
def harmless() -> tuple[Any, list[Any]]:
    api = api_of(texts())
    return api, skeletons(printed(api))


def printed(api: Any, sample: str = SAMPLE) -> Pages:
    """The pages of an API, in which each resource has one sample."""
    examples = {of.ref.page: [Example("POST", "json", "request", sample)] for of in api.resources}
    return {
        view.path: PRINTER.get_template(view.template).render(
            {field.name: getattr(view, field.name) for field in dataclasses.fields(view)}
        )
        for view in reference.shape(api, examples)
    }


def skeletons(made: Pages) -> list[Any]:
    """The markup of all pages but for code, of which a text may have any number."""
    return sorted([one for one in skeleton(text) if one != ("code",)] for text in made.values())


def skeleton(page: str) -> Iterator[tuple[str, ...]]:
    """The markup of a page without its words; code is code in both of its forms."""
    for token in PARSER.parse(HEAD.sub("", page, count=1)):
        if token.type == "html_block":
            yield from drawn(token.content)
        elif token.type != "inline":
            yield (token.type,)
        for child in token.children or ():
            if child.type == "html_inline":
                assert child.content in ("<code>", "</code>")
            if child.type == "code_inline" or child.content == "<code>":
                yield ("code",)
            elif child.type not in ("text", "text_special", "html_inline", "softbreak"):
                yield (child.type,)


def drawn(block: str) -> Iterator[tuple[str, ...]]:
    """The elements of a picture with the names of their attributes."""
    from lxml import etree

    for element in etree.fromstring(block).iter():
        assert element.tag in ELEMENTS
        yield (element.tag, *sorted(element.keys()))


@pytest.mark.parametrize("nasty", [*MARKUP, *HIDDEN], ids=ascii)
def test_sentences_and_samples_never_become_markup(nasty):
    api, expected = harmless()
    api = with_words(api, {word: nasty for word in words(api) if " " in word})
    made = printed(api, f"{SAMPLE}{nasty}")

    found = skeletons(made)
    assert found == expected or not nasty.strip()
    assert not [char for text in made.values() for char in text if char != "\n" and not char.isprintable()]


@pytest.mark.parametrize("nasty", [*MARKUP, *HIDDEN], ids=ascii)
def test_names_are_refused_or_never_become_markup(nasty):
    """Over all texts, every name has its turn with several."""
    api, _ = harmless()
    for name in sorted({word for word in words(api) if " " not in word})[len(nasty) % STEP :: STEP]:
        with suppress(Faults):
            for path, text in printed(with_word(api, name, nasty)).items():
                assert ".." not in path.parts
                list(skeleton(text))


@pytest.mark.parametrize("nasty", [text for text in MARKUP if text.strip()], ids=ascii)
def test_text_is_shown_as_it_is(nasty):
    [block] = [token for token in PARSER.parse(markdown.plain(nasty)) if token.type == "inline"]

    assert "".join(child.content for child in block.children) == " ".join(nasty.split())
