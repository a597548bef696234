"""Templates decide nothing: they print attributes, loop, test for presence, and name blocks that a user may replace."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from jinja2 import nodes

from support import BASE, ROOT, render
from ucwagen import pipeline
from ucwagen.emit.environment import environment
from ucwagen.python import PYTHON

TEMPLATES = ROOT / "templates"
TEMPLATE_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If, nodes.Block,
)  # fmt: skip
FILTERS = {"join", "indent", "tojson", "folded"}


def attribute(node: nodes.Node) -> bool:
    """A name, or an attribute of one."""
    return isinstance(node, nodes.Name) or (isinstance(node, nodes.Getattr) and attribute(node.node))


def decisions(template: nodes.Template) -> Iterator[str]:
    """Everything in a template beyond printing, looping and testing for presence."""
    for node in template.find_all(nodes.Node):
        if isinstance(node, nodes.Filter):
            if node.name not in FILTERS or any(not isinstance(given, nodes.Const) for given in node.args):
                yield f"line {node.lineno}: filter `{node.name}`"
        elif isinstance(node, nodes.List):
            if not all(isinstance(item, nodes.Const) or attribute(item) for item in node.items):
                yield f"line {node.lineno}: a list of more than texts and attributes"
        elif isinstance(node, nodes.If):
            if not attribute(node.test) or node.elif_:
                yield f"line {node.lineno}: `if` on more than an attribute"
        elif isinstance(node, nodes.For):
            if not attribute(node.iter) or node.test or node.else_ or node.recursive:
                yield f"line {node.lineno}: `for` over more than an attribute"
        elif not isinstance(node, (*TEMPLATE_NODES, nodes.Const)):
            yield f"line {node.lineno}: {type(node).__name__}"


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.jinja")), ids=lambda path: path.name)
def test_template_decides_nothing(path):
    assert list(decisions(environment(PYTHON).parse(path.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ f() }}",
        "{% set x = 1 %}",
        "{% macro m() %}{% endmacro %}",
        "{% include 'x' %}",
        "{% if x == 1 %}{% endif %}",
        "{% if x %}{% elif y %}{% endif %}",
        "{{ x | upper }}",
        "{{ x ~ y }}",
        "{% for x in y if x %}{% endfor %}",
        "{{ x | join(y) }}",
        "{{ x[0] }}",
        "{{ [x, f(y)] | folded }}",
        "{{ [x] | folded(y) }}",
    ],
)
def test_template_that_decides_is_found(text):
    assert list(decisions(environment(PYTHON).parse(text)))


def test_path_of_a_template_is_the_path_of_what_it_makes():
    holes = {"%package%": "tiny", "%resource%": "note", "%enum%": "Importance"}
    made = {str(path) for path in render(BASE)} | {f"reference/{path}" for path in pipeline.pages(BASE / "specs")}
    for path in sorted(TEMPLATES.rglob("*.jinja")):
        target = path.relative_to(TEMPLATES).as_posix().removesuffix(".jinja")
        for hole, text in holes.items():
            target = target.replace(hole, text)
        assert target in made
