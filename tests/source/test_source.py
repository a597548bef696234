"""The loader: the meaning of plain YAML, the positions of its parts, and robustness against any text."""

from __future__ import annotations

import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ucwagen.diagnostics import Faults
from ucwagen.source import decode, load
from ucwagen.source.load import DEEPEST
from ucwagen.source.node import Mapping, Node, Scalar, Sequence
from ucwagen.source.text import LONGEST, MOST_FAULTS, REFUSED, offset

YAML_MARKS = st.sampled_from(
    ["&a ", "*a", "!!str ", "!", "<<: ", "? ", ": ", "- ", "[", "]", "{", "}", ",", "|\n", ">\n"]
)
YAML_WORDS = st.sampled_from(
    ["a", "b: ", "'", '"', "#", "\n", "\n  ", "\t", "---\n", "...\n", "%YAML 1.1\n", "\\", "@", "~"]
)
YAML_LIKE = st.lists(YAML_MARKS | YAML_WORDS, max_size=40).map("".join)
ANY_TEXT = st.text(st.characters(codec=None), max_size=60)
PLAIN_TREES = st.recursive(
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-zA-Z_]{1,9}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=12,
)


def plain(node: Node) -> object:
    """The tree without positions."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key.text: plain(entry.value) for entry in node}


def messages(text: str) -> list[str]:
    with pytest.raises(Faults) as raised:
        load("memo.yaml", text)
    return [fault.message for fault in raised.value.diagnostics]


@pytest.mark.parametrize(
    "word", ["No", "on", "None", "null", "~", "007", "1e3", "0x1F", "2016-01-01", "1:30", "true", ".inf"]
)
def test_scalar_stays_text(word):
    assert plain(load("memo.yaml", f"{word}: [{word}]\n")) == {word: [word]}


def raws(node: Node) -> list[str]:
    """Every value as it is written, the outer ones first."""
    inner = [entry.value for entry in node] if isinstance(node, Mapping) else getattr(node, "items", ())
    own = node.span.source.text[offset(node.span) : node.end]
    return [own, *(raw for part in inner for raw in raws(part))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 'b c' # d\n", ["a: 'b c'", "'b c'"]),
        (
            "a: [b, {c: \U0001f600}] # d\n",
            ["a: [b, {c: \U0001f600}]", "[b, {c: \U0001f600}]", "b", "{c: \U0001f600}", "\U0001f600"],
        ),
        ("a:\n  - b\n  - c\n\n# d\n", ["a:\n  - b\n  - c", "- b\n  - c", "b", "c"]),
        ("a:\n  b: c\n    d\n\n", ["a:\n  b: c\n    d", "b: c\n    d", "c\n    d"]),
        ("a: |\n  b\n\n", ["a: |\n  b", "|\n  b"]),
        ("a:\n", ["a:", ""]),
    ],
)
def test_part_ends_where_its_text_ends(text, expected):
    assert raws(load("memo.yaml", text)) == expected


def test_span_covers_the_scalar():
    span = load("memo.yaml", "a:\n  bé: 'word' # and more\n").get("a").value.get("bé").value.span

    assert (str(span), span.end) == ("memo.yaml:2:7", 13)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(end):
    root = load("memo.yaml", end.join(["\ufeffa: |", "  one", "  two", "b: three", ""]))

    assert plain(root) == {"a": "one\ntwo\n", "b": "three"}
    assert str(root.get("b").key.span) == "memo.yaml:4:1"


def test_flow_is_distinguished_from_block():
    root = load("memo.yaml", "a: {b: c}\nd:\n  e: f\n")

    assert (root.get("a").value.flow, root.get("d").value.flow) == (True, False)


def test_as_deep_as_the_budget_allows():
    lists = DEEPEST - 1

    assert load("memo.yaml", f"a: {'[' * lists}{']' * lists}\n")
    assert messages(f"a: {'[' * (lists + 2)}") == [f"more than {DEEPEST} levels deep; write it flatter"]


def test_depth_is_refused_before_it_costs():
    assert len(messages("a: " + "[" * (LONGEST - 3))) == 1


def test_too_long():
    assert messages("a: " + "x" * LONGEST) == ["more than 1,000,000 characters; split the file"]


def test_faults_have_an_end():
    found = messages("a: b\n" * 1000)

    assert len(found) == MOST_FAULTS + 1
    assert "more faults follow; mend these first" in found


def test_hidden_characters_are_shown_in_messages():
    assert "key `a<U+202E>` is given twice; keep one" in messages('"a\\u202e": b\n"a\\u202e": c\n')


def test_no_refused_character_is_printable():
    refused = REFUSED.findall("".join(map(chr, range(sys.maxunicode + 1))))

    assert len(refused) > 2000
    assert not any(map(str.isprintable, refused))


def test_decode_tells_the_place_behind_other_characters():
    with pytest.raises(Faults) as raised:
        decode("memo.yaml", "a: é\r\nb: é".encode() + b"\xc3")

    assert str(raised.value.diagnostics[0].span) == "memo.yaml:2:5"


@given(PLAIN_TREES.map(lambda tree: {"root": tree}))
def test_reads_back_what_a_yaml_writer_writes(tree):
    text = yaml.dump(tree, Dumper=Quoting, width=1000)

    assert plain(load("memo.yaml", text)) == tree


@given(ANY_TEXT | YAML_LIKE | st.builds("key: {}\n".format, YAML_LIKE))
def test_any_text_gives_a_mapping_or_faults(text):
    try:
        root = load("memo.yaml", text)
    except Faults as faults:
        root = faults.render()

    assert isinstance(root, Mapping) or root.startswith("memo.yaml:")


@given(st.binary(max_size=60))
def test_any_bytes_give_text_or_a_fault(data):
    try:
        found = decode("memo.yaml", data).encode()
    except Faults as faults:
        found = len(faults.diagnostics)

    assert found in (data, 1)


class Quoting(yaml.SafeDumper):
    """Writes every text in quotes, and no anchors."""

    def ignore_aliases(self, data):
        return True


Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
