"""The tables of ``docs/conformance.md``: what was counted when all guides were replayed. As a program, writes them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/conformance.md"


def results():
    """All guides against a sandbox of their own."""
    from tests.conformance.world import suite, world

    from ucwa2.conformance.transcript import guides
    from ucwa2.sandbox import running

    known = guides()
    assert known is not None
    for guide in known.guides.values():
        backend, clock = world()
        with running(backend) as server:
            yield suite(server.url, clock).replay(guide)


def counts(found) -> str:
    """What was counted, as rows."""
    from ucwa2.conformance.report import totals
    from ucwa2.conformance.results import Outcome

    numbers = totals(found)
    whole = sum(one.outcome is Outcome.SAME for one in found)
    rows = [
        ("guides replayed", numbers["guides"]),
        ("guides of which every answer is as on the page", whole),
        ("messages and pairs of messages", numbers["steps"]),
        ("as on the page", numbers["same"]),
        ("with exceptions", numbers["excepted"]),
        ("not sent", numbers["omitted"]),
        ("differing", numbers["differs"] + numbers["left out"]),
        ("exceptions", len(exceptions(found).splitlines())),
    ]
    return "".join(f"| {name} | {number} |\n" for name, number in rows)


def exceptions(found) -> str:
    """Each exception and each message that is not sent, as rows."""
    rows = []
    for one in found:
        for step in one.steps:
            rows += [(one.name, step.title, f"`{row.at}`", why) for row, why in step.excepted]
            rows += [(one.name, step.title, "not sent", step.why)] if step.why else []
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def written(text: str, found) -> str:
    """The page with the tables of these results."""
    for name, rows in (("counts", counts(found)), ("exceptions", exceptions(found))):
        pattern = rf"(<!-- {name}:begin -->\n\|.*\n\|.*\n)(?:\|.*\n)*(<!-- {name}:end -->)"
        text, times = re.subn(pattern, lambda match, rows=rows: f"{match[1]}{rows}{match[2]}", text)
        assert times == 1, name
    return text


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "generated")]
    PAGE.write_text(written(PAGE.read_text("utf-8"), [*results()]), "utf-8")
