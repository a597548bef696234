"""Laws of the two ways in which a text of a spec reaches generated code: as a literal, or as prose."""

from __future__ import annotations

import ast
import textwrap
import tomllib
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ucwagen.python.text.literals import literal
from ucwagen.python.text.prose import WIDTH, Prose, docstring, item, phrase, sentence, wrap

NASTY = st.text(st.one_of(st.characters(), st.sampled_from("\"'\\\n\r\t{}%#\u202e\u2066\ufeff\ud800\x00\x85\u2028.")))
VALUES = st.recursive(NASTY | st.integers() | st.booleans() | st.none(), lambda inner: st.lists(inner).map(tuple))
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def hidden(text: str) -> list[str]:
    return [char for char in text if char != "\n" and unicodedata.category(char) in HIDDEN]


@given(VALUES)
def test_literal_means_its_value(value):
    source = literal(value)

    assert ast.literal_eval(source) == value
    assert source.isascii()
    assert source.isprintable()


@given(NASTY.filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text)))
def test_literal_of_a_text_is_the_same_in_toml(text):
    assert tomllib.loads(f"key = {literal(text)}") == {"key": text}


@given(st.integers(0, 2), NASTY, NASTY)
def test_docstring_stays_a_docstring(level, first, second):
    text = docstring(level, first, second)
    indented = text.replace("\n", "\n" + "    " * level)
    module = ast.parse(f'def f():\n    """{indented}"""\n    return 1\n')

    (function,) = module.body
    words, result = function.body
    assert isinstance(words.value, ast.Constant)
    assert isinstance(result, ast.Return)
    assert hidden(text) == []


@given(NASTY)
def test_item_in_the_middle_of_a_docstring_cannot_end_it(text):
    for piece in (phrase(text), sentence(text), item(2, sentence(text))):
        (only,) = ast.parse(f'"""\n{piece}\n"""').body
        assert isinstance(only.value, ast.Constant)


@given(NASTY)
def test_phrase_in_a_comment_stays_in_its_line(text):
    assert ast.parse(f"# {phrase(text)}\n").body == []


@given(st.lists(st.text("abcdefgh.", min_size=1, max_size=30), min_size=1), st.integers(0, 2))
def test_lines_fit(words, level):
    lines = docstring(level, " ".join(words)).splitlines()

    assert all(len(line) + 4 * level <= WIDTH for line in lines)


@given(
    st.lists(st.text("ab-.", min_size=1, max_size=150), min_size=1),
    st.integers(0, 2),
    st.sampled_from([0, 2]),
    st.sampled_from(["", " "]),
)
def test_words_are_wrapped_as_the_standard_library_wraps_them(words, level, hanging, end):
    text = Prose(" ".join(words) + end)
    width, indent = WIDTH - 4 * level - 3, " " * hanging
    lines = textwrap.wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)

    assert wrap(text, level, hanging).split("\n") == lines


def test_sentence_reads_as_one():
    assert sentence("whom to  call") == "Whom to call."
    assert sentence("Whom to call?") == "Whom to call?"
    assert sentence("iPhone users (all)") == "iPhone users (all)."
    assert sentence("see `x`.") == "See `x`."
    assert sentence("") == ""


def test_hidden_characters_are_shown():
    assert phrase("a\u202eb") == "a<U+202E>b"
