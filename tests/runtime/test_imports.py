"""What importing the package imports: very little, so that programs start fast."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from sample_packages import FOLDER

HEAVY = ["httpx2", "lxml", "msgspec", "ssl", "asyncio", "inspect", "dataclasses", "uuid", "urllib.parse", "json"]
TYPING = ["typing", "re", "datetime"]
TRIES = [
    ("import sample", [*HEAVY, *TYPING]),
    ("from sample.resources.phone_audio_invitation import PhoneAudioInvitation", HEAVY),
    ("from sample.resources.accept import AcceptLink; AcceptLink('/a').post()", ["lxml", "msgspec", "httpx2"]),
    ("from sample import AsyncClient, Client", ["httpcore2", "asyncio"]),
    ("from sample import Client; Client('http://localhost/')._made()", ["asyncio", "concurrent.futures"]),
    ("import sample; sample.decode(b'{}', 'application/json')", ["lxml", "httpx2"]),
    ("import sample; sample.decode(b'<resource/>', 'application/xml')", ["httpx2", "msgspec"]),
]


@pytest.mark.parametrize(("code", "absent"), TRIES, ids=[row[0] for row in TRIES])
def test_what_is_not_imported(code, absent):
    probe = f"import sys; sys.path.insert(0, {str(FOLDER)!r}); {code}; print(*(set({absent}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-I", "-c", probe], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def test_runtime_imports_no_generated_module():
    """It gets its tables by registration, and finds classes by their paths."""
    runtime = FOLDER / "sample" / "_runtime"
    for path in runtime.rglob("*.py"):
        depth = len(path.relative_to(runtime).parts)
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom):
                assert node.level <= depth, f"{path.name}:{node.lineno} imports from outside of the runtime"
                assert node.level or (node.module or "").partition(".")[0] != "sample", path.name
            elif isinstance(node, ast.Import):
                assert all(alias.name.partition(".")[0] != "sample" for alias in node.names), path.name
