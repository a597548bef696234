"""The tables of ``docs/conformance.md``, from the guides and their exceptions; run as a program, this writes them.

Each guide has a test of its own, in which every exception is needed and nothing else differs: so the numbers follow.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from ucwagen.source import http, load
from ucwagen.spec import read
from ucwagen.spec.guides import GuidesSpec, SpellingSpec

ROOT = Path(__file__).parents[2]
SPELT = "names of parameters are spelt as on the page of the resource"
PAGE = ROOT / "docs/conformance.md"


def counts() -> str:
    """The numbers, as rows."""
    from ucwa2.conformance.transcript import guides

    known = guides()
    assert known is not None
    steps = [(one, step) for one in known.guides.values() for step in one.steps]
    requests = sum(step.request is not None for _, step in steps)
    unsent = sum(any(row == step.title for _, row in omitted(one)) for one, step in steps)
    excepted = {(name, title) for name, title, _, _ in exceptions()}
    plain = [one for one in known.guides.values() if not one.own_exceptions and not one.omitted]
    rows = [
        ("guides replayed", len(known.guides)),
        ("guides without an exception", len(plain)),
        ("requests of the pages", requests),
        ("answers or events that a page shows without a request", len(steps) - requests),
        ("as on the page", len(steps) - unsent - len(excepted)),
        ("with an exception", len(excepted)),
        ("not sent", unsent),
    ]
    return "".join(f"| {name} | {number} |\n" for name, number in rows)


def omitted(guide) -> Iterator[tuple[str, str]]:
    """The messages of a guide that are not sent, with the reason."""
    from ucwa2.conformance.comparing import matching

    for step in guide.steps:
        yield from ((row.because, step.title) for row in guide.omitted if matching(step.title, [row.message]))


def exceptions() -> list[tuple[str, str, str, str]]:
    """Each exception: guide, message, place and reason."""
    from ucwa2.conformance.transcript import guides

    known = guides()
    assert known is not None
    found = [(one.name, row) for one in known.guides.values() for row in one.own_exceptions]
    return [(name, row.message, f"`{row.at}`", row.because) for name, row in found]


def reasons() -> str:
    """Each exception and each message that is not sent, as rows."""
    from ucwa2.conformance.transcript import guides

    known = guides()
    assert known is not None
    unsent = [(one.name, title, "not sent", why) for one in known.guides.values() for why, title in omitted(one)]
    return "".join(f"| {' | '.join(row)} |\n" for row in sorted([*exceptions(), *unsent]))


def mended() -> str:
    """What is mended in requests before they are sent, as rows; without the names that are spelt as on the page."""
    from ucwa2.conformance.transcript import guides

    known = guides()
    assert known is not None
    rows = []
    for name in known.guides:
        path = ROOT / f"specs/examples/guides/{name}.http"
        found = [one for one in http.parse(str(path), path.read_text("utf-8")) if one.direction == "request"]
        spelt = {row.message for row in spelling(name)}
        for one in found:
            mends = [mend.text for mend in one.mends if mend.kind == "broken"]
            rows += [(name, one.title, text) for text in mends if not (one.title in spelt and undone(text))]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def spelling(name: str) -> tuple[SpellingSpec, ...]:
    """The words that are sent as the page spells them."""
    path = ROOT / "specs/guides.yaml"
    found = read(load(str(path), path.read_text("utf-8")), GuidesSpec).guides.get(name)
    return found.spelling if found else ()


def undone(mend: str) -> bool:
    """Whether a spelling takes a mend back."""
    return mend in (SPELT, "a comma before a closing bracket is taken out")


def written(text: str) -> str:
    """The page with its tables as they are due."""
    for name, rows in (("counts", counts()), ("exceptions", reasons()), ("mends", mended())):
        pattern = rf"(<!-- {name}:begin -->\n\|.*\n\|.*\n)(?:\|.*\n)*(<!-- {name}:end -->)"
        text, times = re.subn(pattern, lambda match, rows=rows: f"{match[1]}{rows}{match[2]}", text)
        assert times == 1, name
    return text


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "generated"))
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
