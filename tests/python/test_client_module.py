"""``client.py``: clients typed by the roles of an API, for any names of its resources."""

from __future__ import annotations

import ast

import pytest

from support import BASE, files_of, spec_texts
from ucwagen.diagnostics import Faults

API = "specs/api.yaml"
DESK = """rel: desk
page: none
summary: Where one begins.
operations:
  POST:
    summary: Begin.
    parameters:
      badge:
        type: string
        required: true
        summary: Unlike all others.
      language:
        type: string
        required: true
        summary: What is spoken.
    returns: {name}
"""
VISIT = """rel: {name}
page: none
summary: As long as one stays.
properties:
  language:
    type: string
    summary: What is spoken.
"""


def specs(name: str) -> dict[str, str]:
    """The tiny API, with an application of this name that is created by a resource of the name `desk`."""
    found = spec_texts(BASE)
    roles = f"roles:\n  application: {name}\n  applications: desk\n"
    api = found[API].replace("roles:\n", roles) + "minted: [badge]\n"
    resources = {"desk": DESK.format(name=name), name: VISIT.format(name=name)}
    return found | {API: api} | {f"specs/resources/{page}.yaml": text for page, text in resources.items()}


def client(texts: dict[str, str]) -> str:
    """The module of the settings, and that of the blocking client."""
    found = {path.name: text for path, text in files_of(texts).items() if len(path.parts) == 2}
    return f"{found['client_settings.py']}\n{found['client.py'].replace('from __future__ import annotations', '')}"


def bases(text: str) -> list[str]:
    """The bases of the blocking client."""
    found = next(node for node in ast.parse(text).body if isinstance(node, ast.ClassDef) and node.name == "Client")
    return [ast.unparse(base) for base in found.bases]


def test_api_without_an_application_gets_clients_that_make_none():
    text = client(spec_texts(BASE))

    assert bases(text) == ["ClientSettings", "SendingClient['State']"]
    assert "create_application" not in text


def test_application_is_made_with_the_parameters_of_its_page():
    """Also under another name; minted parameters may be left out."""
    text = client(specs("visit"))

    assert "def create_application(self, *, language: str, badge: str | None = None) -> R_co:" in text
    assert 'return self._create({"badge": badge, "language": language})' in text
    assert bases(text) == ["ClientSettings", "ApplicationClient['Visit']", "Creates['Visit']"]
    assert "    from .resources.visit import Visit" in text


def test_application_that_nothing_makes_still_types_the_clients():
    """Its class is imported for type checkers only, and therefore named in quotes."""
    found = specs("visit")
    text = client(found | {"specs/resources/desk.yaml": DESK.format(name="none")})

    assert bases(text) == ["ClientSettings", "ApplicationClient['Visit']"]
    assert "create_application" not in text


def test_application_that_is_called_as_the_client_is_refused():
    with pytest.raises(Faults) as caught:
        client(specs("client"))

    assert "specs/resources/client.yaml:1:6: error: `Client` is what the client of the package" in caught.value.render()
