"""What a user can shape: the list of the templates, and the fields of the views, held against templates and page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from support import BASE, ROOT, api_of, spec_texts
from ucwagen.emit.catalog import ViewDoc, blocks, files, views
from ucwagen.python import PYTHON, shape
from ucwagen.python.views.modules import MadeView
from ucwagen.target import View

PAGE = ROOT / "docs/templates.md"
BEGIN, END = "<!-- views:begin -->\n", "<!-- views:end -->\n"
OF_EVERY_VIEW = {"template", "path"}


def test_every_template_of_a_build_is_in_the_list() -> None:
    """The views of a real API have the templates that their types name."""
    made = shape(api_of(spec_texts(BASE)))
    rendered = {(view.template, type(view).__name__) for view in made if view.template.endswith(".jinja")}

    assert {(file.path, file.view) for file in files(PYTHON) if file.view} == rendered
    copied = {file.path for file in files(PYTHON) if not file.view}
    assert copied >= {"%package%/py.typed", "%package%/_runtime/wire.py"}


def test_every_field_says_what_it_holds() -> None:
    silent = [f"{view.name}.{field.name}" for view in views(PYTHON) for field in view.fields if not field.summary]

    assert silent == []
    assert all(view.summary for view in views(PYTHON))
    assert {*View.__subclasses__(), *MadeView.__subclasses__()} >= {*PYTHON.views}


@pytest.mark.parametrize("file", [file for file in files(PYTHON) if file.view], ids=lambda file: file.path)
def test_every_template_has_blocks(file) -> None:
    assert blocks(file.path)


def written() -> Iterator[str]:
    """The section of the page."""
    for view in views(PYTHON):
        yield f"### {view.name}\n\n{view.summary}\n\n{_receivers(view)}"
        yield "| field | type | what |\n|---|---|---|\n"
        own = [field for field in view.fields if field.name not in OF_EVERY_VIEW or view.name == "PackageView"]
        for field in own:
            yield f"| `{field.name}` | `{_in_a_cell(field.type)}` | {_in_a_cell(field.summary)} |\n"
        yield "\n"


def _in_a_cell(words: str) -> str:
    return words.replace("|", r"\|")


def _receivers(view: ViewDoc) -> str:
    lines = [f"- `{name}`: {', '.join(f'`{block}`' for block in blocks(name))}\n" for name in view.templates]
    return f"Templates with their blocks:\n\n{''.join(lines)}\n" if lines else ""


def test_page_has_the_fields(request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    held, _, after = rest.partition(END)
    due = re.sub(r"\n+$", "\n", "".join(written()))

    if held != due and request.config.getoption("--update"):
        PAGE.write_text(before + BEGIN + due + END + after, "utf-8")
        pytest.fail("docs/templates.md was rewritten; look at the difference, then run again")
    assert held == due, "run pytest --update"
