"""The blocking and the asynchronous client are the same text but for `await`: a change to one is due in the other."""

from __future__ import annotations

import ast

import pytest
from tests.client.unasync import blocking

from support import ROOT

CLIENT = ROOT / "templates/%package%/_runtime/client"
OWN = {"client.py": {"_end"}, "features.py": set(), "listeners.py": set()}
"""By module: the methods that differ by more. Drivers, what they call, and reports of activity are two throughout."""


def methods(text: str) -> dict[str, str]:
    """Every method by its class and name, as normalised source text; overloads are kept apart."""
    found = {}
    for node in ast.parse(text).body:
        for number, row in enumerate(node.body if isinstance(node, ast.ClassDef) else []):
            if isinstance(row, ast.FunctionDef | ast.AsyncFunctionDef):
                found[f"{node.name}.{row.name} {number}"] = ast.unparse(row)
    return found


@pytest.mark.parametrize("module", OWN)
def test_methods_differ_by_await_alone(module):
    here = methods((CLIENT / "_sync" / module).read_text("utf-8"))
    there = methods(blocking((CLIENT / "_async" / module).read_text("utf-8")))
    left = {name for name in here | there if name.split()[0].rpartition(".")[2] not in OWN[module]}

    assert here.keys() == there.keys()
    assert {name: here[name] for name in left} == {name: there[name] for name in left}


def test_every_module_is_compared_or_two_throughout():
    assert {path.name for path in (CLIENT / "_sync").glob("*.py")} - OWN.keys() == {
        "__init__.py",
        "activity.py",
        "background.py",
        "driver.py",
        "httpx2_transport.py",
        "pyreqwest_transport.py",
    }


def test_a_difference_is_seen():
    """A method that was changed in one of the two is found."""
    text = (CLIENT / "_async/features.py").read_text("utf-8")

    assert methods(blocking(text)) != methods(
        blocking(text.replace("return channel.position", "return channel.handled"))
    )
