"""Chains of pages that revise or represent one another: one fault where they are too long, in time that is bounded."""

from __future__ import annotations

from collections.abc import Mapping
from time import process_time

import pytest

from support import BASE, api_of, spec_texts
from ucwagen.diagnostics import Faults
from ucwagen.model import link
from ucwagen.model.resources.family import LONGEST
from ucwagen.spec import read_all

SECONDS = 10
"""Of this process, for reading as many specs as the longest chain has; before, it took minutes."""


def chain(word: str, length: int, first: str = "note") -> Mapping[str, str]:
    """Specs that name one another, the first of them ``first``."""
    names = [first, *(f"n{number:05}" for number in range(1, length + 1))]
    more = {name: f"revision: {at + 2}\n" if word == "revises" else "" for at, name in enumerate(names[1:])}
    return {
        f"specs/resources/{name}.yaml": f"rel: note\npage: {name}_ref\nsummary: A.\n{more[name]}{word}: {other}\n"
        for name, other in zip(names[1:], names, strict=False)
    }


def faults(texts: Mapping[str, str]) -> list[str]:
    with pytest.raises(Faults) as raised:
        api_of(spec_texts(BASE) | texts)
    return [f"{fault.span.source.path[16:-5]}: {fault.message}" for fault in raised.value.diagnostics]


@pytest.mark.parametrize(("word", "length"), [("revises", 1_500), ("represents", 5_000)])
def test_long_chain_is_one_fault(word, length):
    before = process_time()

    found = faults(chain(word, length))

    assert f"n{LONGEST:05}: `{word}` leads through {LONGEST} pages; name the first of them" in found
    assert len([line for line in found if "leads" in line]) == 1
    assert process_time() - before < SECONDS


def test_long_circle_is_named_in_short():
    before = process_time()

    found = faults(chain("represents", 3_000, first="n03000"))

    assert found[0] == (
        "n00001: `represents` leads back to its own page: `n00001` → `n03000` → `n02999` → `n02998` → `n02997` → … → "
        "`n00001`; break the circle"
    )
    assert process_time() - before < SECONDS


def test_longest_chain_is_linked():
    texts = spec_texts(BASE) | chain("represents", LONGEST - 1)

    assert len(link(read_all(texts)).resources) == len(api_of(spec_texts(BASE)).resources) + LONGEST - 1
