"""Tools of others take the document: a validator, and two generators of clients, whose results can be imported."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.openapi import tools
from tests.openapi.tools import needs_tools

from support import CASES

pytestmark = needs_tools
UNSUPPORTED = (
    r"Unsupported content.type (application/xml|application/sdp|multipart/batching|text/plain|text/html|image/jpeg)"
)
"""openapi-python-client takes JSON, and leaves out bodies of other media types."""
BATCH = "multipart/batching"
IMPORTS = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for row in pkgutil.walk_packages(getattr(package, "__path__", []), f"{name}."):
        importlib.import_module(row.name)
print(len(sys.modules))
"""


def test_validator_accepts_it(file):
    done = tools.run(file.parent, "openapi-spec-validator", str(file))

    assert (done.returncode, done.stdout.strip()) == (0, f"{file}: OK")


def test_validator_refuses_a_document_with_a_fault(reference, tmp_path):
    broken = {**reference, "info": {}}
    (tmp_path / "broken.json").write_text(json.dumps(broken), "utf-8")

    assert tools.run(tmp_path, "openapi-spec-validator", "broken.json").returncode != 0


def test_openapi_python_client_makes_a_client(file, tmp_path):
    done = tools.run(tmp_path, "openapi-python-client", "generate", "--path", str(file), "--output-path", "made")
    objections = re.findall(r"^(?:WARNING|ERROR)[^\n]*\n\n?([^\n{]+)", done.stdout, re.MULTILINE)

    assert done.returncode == 0, done.stdout
    assert objections, "a client without any gap is news"
    assert [line for line in objections if not re.search(UNSUPPORTED, line)] == []
    assert len(list((tmp_path / "made/ucwa2_client/api").rglob("*.py"))) > 200
    assert imported(tmp_path / "made", "ucwa2_client") > 400


def test_datamodel_code_generator_makes_a_client(reference, tmp_path):
    """Of all operations but batches: the generator knows no `multipart/batching`."""
    paths = {path: item for path, item in reference["paths"].items() if not takes_batches(item)}
    assert len(paths) == len(reference["paths"]) - 1
    done = datamodel_codegen(tmp_path, {**reference, "paths": paths})

    assert done.returncode == 0, done.stdout
    assert re.search("warn|error|skip|unsupported", done.stdout, re.IGNORECASE) is None, "it says next steps, no more"
    assert imported(tmp_path, "models", "client") > 200


def test_datamodel_code_generator_knows_no_batches(reference, tmp_path):
    """When this fails, the test above can have them too."""
    batch = {path: item for path, item in reference["paths"].items() if takes_batches(item)}
    done = datamodel_codegen(tmp_path, {**reference, "paths": batch})

    assert done.returncode != 0
    assert f"The {BATCH} media of POST" in done.stdout


def takes_batches(item: dict[str, Any]) -> bool:
    return BATCH in item.get("post", {}).get("requestBody", {}).get("content", {})


def datamodel_codegen(folder: Path, document: dict[str, object]) -> subprocess.CompletedProcess[str]:
    (folder / "api.json").write_text(json.dumps(document), "utf-8")
    return tools.run(
        folder, "datamodel-codegen", "--input", "api.json", "--input-file-type", "openapi", "--output", "models.py",
        "--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin", "--generate-client", "httpx2",
        "--client-output", "client", "--client-package", "client", "--client-model-package", "models",
    )  # fmt: skip


def imported(folder: Path, *packages: str) -> int:
    """Import all modules of packages in a folder, in the environment of the tools; gives the number of all modules."""
    done = subprocess.run(
        [str(tools.BIN / "python"), "-W", "error", "-c", IMPORTS, *packages],
        cwd=folder, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return int(done.stdout)


def test_small_apis_are_accepted(tmp_path):
    """Every form of API that the tests have."""
    for case in ("base", "market", "sample", "openapi/resources-that-share-an-address"):
        path = tmp_path / f"{Path(case).name}.json"
        command = [sys.executable, "-m", "ucwagen", "openapi", "--output", str(path)]
        subprocess.run(command, cwd=CASES / case, check=True, capture_output=True)

        assert tools.run(tmp_path, "openapi-spec-validator", str(path)).stdout.strip() == f"{path}: OK"
