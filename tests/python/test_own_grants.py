"""grants.py beside api.yaml: the grants that one API alone has, seen to be Python, named by `sign_in`, and exported."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from support import BASE, checked_and_built

MODULE = '''"""Guests."""

from ._runtime.client.session.grants import Grant


class GuestGrant(Grant):
    """A guest."""

    name = "x:guest"
'''
SIGN_IN = """sign_in:
  grants: [token]
  own_grants: [GuestGrant]
  service: {scheme: Door, address: desk, offers: takes}
"""


@pytest.fixture
def lay(tmp_path, monkeypatch):
    """Lay out the tiny API with this sign-in and this module of grants; gives the faults of `check` and `build`."""

    def lay(sign_in: str, module: str) -> tuple[str, str]:
        shutil.copytree(BASE / "specs", tmp_path / "specs")
        monkeypatch.chdir(tmp_path)
        api = tmp_path / "specs/api.yaml"
        api.write_text(api.read_text("utf-8") + sign_in, "utf-8")
        (tmp_path / "specs/grants.py").write_text(module, "utf-8")
        return checked_and_built()

    return lay


def test_class_is_exported_with_the_grants_that_are_named_and_no_others(lay):
    assert lay(SIGN_IN, MODULE) == ("", "")

    probe = "import tiny; print(*sorted(n for n in tiny.__all__ if 'Grant' in n), tiny.GuestGrant().grant_type)"
    done = subprocess.run([sys.executable, "-c", probe], cwd="generated", capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["GuestGrant", "TokenGrant", "x:guest"]


def test_module_that_is_no_python_is_a_fault_with_its_place(lay):
    place = "specs/grants.py:3:18: error: this is no Python: "

    found = lay(SIGN_IN, "import re\n\nclass GuestGrant Grant:\n    pass\n")

    assert [text.startswith(place) for text in found] == [True, True]
    assert found[0].endswith("; mend the module\n    class GuestGrant Grant:\n                     ^")


def test_class_that_the_module_lacks_is_a_fault(lay):
    message = "grants.py has no class `GuestGrant`; add it, or remove it here"

    assert [message in text for text in lay(SIGN_IN, "class OtherGrant: ...\n")] == [True, True]


def test_class_that_the_package_has_already_is_a_fault(lay):
    message = "`TokenGrant` is another class of the package; rename this one"

    found = lay(SIGN_IN.replace("GuestGrant", "TokenGrant"), MODULE)

    assert [message in text for text in found] == [True, True]


def test_module_that_no_sign_in_names_is_a_fault(lay):
    message = "specs/grants.py:1:1: error: is not used; name its classes in `sign_in.own_grants` of api.yaml"

    assert [text.startswith(message) for text in lay("", MODULE)] == [True, True]
