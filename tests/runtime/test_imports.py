"""What importing the package imports: very little, so that programs start fast."""

from __future__ import annotations

import subprocess
import sys

import pytest

from conftest import FOLDER

HEAVY = ["httpx2", "lxml", "msgspec", "ssl", "asyncio", "inspect", "dataclasses", "uuid", "urllib.parse", "json"]
TYPING = ["typing", "re", "datetime"]
TRIES = [
    ("import sample", [*HEAVY, *TYPING]),
    ("from sample.resources.phone_audio_invitation import PhoneAudioInvitation", HEAVY),
    ("from sample.resources.accept import AcceptLink; AcceptLink('/a').post()", ["lxml", "msgspec", "httpx2"]),
    ("import sample; sample.decode(b'{}', 'application/json')", ["lxml", "httpx2"]),
    ("import sample; sample.decode(b'<resource/>', 'application/xml')", ["httpx2", "msgspec"]),
]


@pytest.mark.parametrize(("code", "absent"), TRIES, ids=[row[0] for row in TRIES])
def test_what_is_not_imported(code, absent):
    probe = f"import sys; sys.path.insert(0, {str(FOLDER)!r}); {code}; print(*(set({absent}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-I", "-c", probe], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def test_runtime_imports_no_generated_module():
    """Its tables are registered, and classes are found by their paths."""
    for path in (FOLDER / "sample" / "_runtime").glob("*.py"):
        text = path.read_text()
        assert "from .." not in text, path.name
        assert "import sample" not in text, path.name
