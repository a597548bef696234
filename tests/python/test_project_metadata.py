"""``pyproject.toml`` of a generated package: what api.yaml says of its licence and authors, and no more."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import PurePosixPath

import pytest

from support import BASE, api_of, files_of, render, spec_texts
from ucwagen import spec
from ucwagen.choices import Choices, of_option
from ucwagen.emit import render as rendered
from ucwagen.model import link
from ucwagen.python import PYTHON, shape
from ucwagen.python.names.package_names import NEEDED, PUBLIC, RUNTIME_ERRORS
from ucwagen.python.package.extras import Extras

API = "specs/api.yaml"
METADATA = """
  license: apache-2.0 or LicenseRef-Contoso
  authors: [Ann <ann@contoso.com>, Contoso, "bob@contoso.com"]
  urls: {Documentation: "https://contoso.com/docs", "Issue tracker": "https://contoso.com/issues"}
  classifiers: ["Private :: Do Not Upload"]
  keywords: ["instant  messaging", '"quoted"']
reference:"""


def project(files) -> dict:
    return tomllib.loads(files[PurePosixPath("pyproject.toml")])["project"]


def test_package_states_no_licence_of_others():
    files = render(BASE)

    found = project(files)

    assert "license" not in found
    assert {"authors", "keywords"}.isdisjoint(found)
    assert found["license-files"] == ["tiny/_runtime/LICENSE"]
    assert {path.as_posix() for path, text in files.items() if "MIT License" in text} == {"tiny/_runtime/LICENSE"}


def test_package_states_what_api_yaml_says():
    texts = spec_texts(BASE)
    texts[API] = texts[API].replace("\nreference:", METADATA, 1)

    found = project(files_of(texts))

    assert found["license"] == "Apache-2.0 OR LicenseRef-Contoso"
    assert found["authors"] == [
        {"name": "Ann", "email": "ann@contoso.com"},
        {"name": "Contoso"},
        {"email": "bob@contoso.com"},
    ]
    assert found["urls"] == {"Documentation": "https://contoso.com/docs", "Issue tracker": "https://contoso.com/issues"}
    assert "Private :: Do Not Upload" in found["classifiers"]
    assert "Typing :: Typed" in found["classifiers"]
    assert found["keywords"] == ["instant messaging", '"quoted"']


def test_texts_of_licence_and_notice_are_carried_over():
    legal = {"LICENSE": "All rights reserved.\n", "NOTICE": "By others.\n"}

    files = rendered(shape(api_of(spec_texts(BASE)), Extras(legal=legal)), PYTHON)

    assert {name: files[PurePosixPath(name)] for name in legal} == legal
    assert project(files)["license-files"] == ["LICENSE", "NOTICE", "tiny/_runtime/LICENSE"]


def test_packages_that_generated_code_needs_are_known():
    found = project(render(BASE))
    extras = found["optional-dependencies"]
    wanted = [*found["dependencies"], *extras["sandbox"], *extras["testing"]]

    assert {*extras["sandbox"]} < {*extras["testing"]}

    assert {re.match(r"\w+", text)[0] for text in wanted} == NEEDED


def test_public_names_are_known():
    module = ast.parse(render(BASE)[PurePosixPath("tiny/__init__.py")])
    exported = next(
        ast.literal_eval(node.value)
        for node in module.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )

    assert set(exported) - PUBLIC - RUNTIME_ERRORS == {"TinyError"}


def test_errors_of_the_runtime_stand_in_the_drawing():
    drawing = ast.get_docstring(ast.parse(render(BASE)[PurePosixPath("tiny/errors.py")]))
    drawn = set(re.findall(r"── (\w+)", drawing))

    assert drawn >= RUNTIME_ERRORS - {"Error", "Subcode"}


def fixtures_of(files) -> set[str]:
    """The names of all fixtures of the plugin, which begin as api.yaml says."""
    (text,) = (text for path, text in files.items() if path.as_posix().endswith("_pytest/__init__.py"))
    return set(re.findall(r"^(?:async )?def (\w+_sandbox|\w+_client)\(", text, re.MULTILINE))


@pytest.mark.parametrize(("said", "begin"), [("", "tiny"), ("\n  fixtures: little", "little")])
def test_fixtures_have_the_name_of_the_package_or_their_own(said, begin):
    texts = spec_texts(BASE)
    texts[API] = texts[API].replace("\n  version:", f"{said}\n  version:", 1)

    assert fixtures_of(files_of(texts)) == {f"{begin}_sandbox", f"{begin}_client", f"async_{begin}_client"}


def test_package_that_a_job_names_has_fixtures_of_its_own():
    """So that it can be installed beside the one of the specs."""
    texts = spec_texts(BASE)
    texts[API] = texts[API].replace("\n  version:", "\n  fixtures: little\n  version:", 1)
    api = link(spec.read_all(texts), Choices(package=of_option("--package", "other")))

    assert fixtures_of(rendered(shape(api), PYTHON)) == {"other_sandbox", "other_client", "async_other_client"}
