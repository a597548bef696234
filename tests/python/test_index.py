"""``_index.py``: what api.yaml says of the whole API reaches the runtime; what it leaves out is empty or None there."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from support import BASE, ROOT, files_of, render, spec_texts

LEAST = """package:
  name: tiny
  distribution: tiny
  version: 1.0.0
  summary: A client for an API of two resources.
reference: https://example.com/{page}
media_types: {json: [application/json]}
roles: {subcodes: ErrorSubcode}
"""
ROLES = "user: me, application: me, applications: note"
MORE = """
editions: [spring, autumn]
entry: {path: /start, resource: note}
discovery: {hosts: [inside, outside]}
sign_in:
  grants: [token, password, passive]
  service:
    scheme: Door
    address: desk
    offers: takes
    types: {passive: "x:page"}
    passive_address: page
  expired: {status: 403, header: X-Why, code: "7"}
lost: TooLong
time_spans: dotnet
"""


@pytest.fixture
def index_of(tmp_path, monkeypatch):
    """The index that a generated package registers."""

    def load(files: Mapping[PurePosixPath, str], package: str):
        base = f"{package}/_runtime/base"
        parts = sorted((ROOT / "templates/%package%/_runtime/base").glob("*.py"))
        kept = [f"{package}/_index.py", *(f"{base}/{part.name}" for part in parts)]
        for name, text in ((name, files.get(PurePosixPath(name)) or _by_hand(name)) for name in kept):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        for folder in (package, f"{package}/_runtime", base):
            (tmp_path / folder / "__init__.py").write_text("")
        monkeypatch.syspath_prepend(tmp_path)
        before = set(sys.modules)
        importlib.import_module(f"{package}._index")
        found = sys.modules[f"{package}._runtime.base.registry"].index()
        for name in set(sys.modules) - before:
            del sys.modules[name]
        return found

    return load


def _by_hand(name: str) -> str:
    return (ROOT / "templates/%package%" / Path(*Path(name).parts[1:])).read_text("utf-8")


def test_api_of_json_alone_needs_little(index_of):
    texts = spec_texts(BASE) | {"specs/api.yaml": LEAST}

    index = index_of(files_of(texts), "tiny")

    assert (index.json_types, index.xml_types, index.namespace) == (("application/json",), (), "")
    assert (index.headers, index.roles, index.operation_id, index.minted) == ({}, {}, None, ())
    assert (index.entry.path, index.entry.link) == ("/", None)
    assert (index.discovery, index.sign_in, index.lost, index.time_spans) == ((), None, None, "iso8601")
    assert index.token_service is None
    assert index.roots.resource == "resource"


def test_index_says_what_api_yaml_says(index_of):
    texts = spec_texts(BASE) | {"specs/api.yaml": LEAST.replace("ErrorSubcode", f"ErrorSubcode, {ROLES}") + MORE}

    index = index_of(files_of(texts), "tiny")

    assert (index.entry.path, index.entry.link) == ("/start", "note.NoteLink")
    assert (index.discovery, index.lost, index.time_spans) == (("inside", "outside"), "TooLong", "dotnet")
    assert index.sign_in.grants == ("token", "password", "passive")
    service = index.token_service
    assert (service.scheme, service.address, service.offers, service.passive_address) == (
        "door",
        "desk",
        "takes",
        "page",
    )
    assert service.types == {"password": "password", "passive": "x:page"}
    expired = index.sign_in.expired
    assert (expired.status, expired.header, expired.code) == (403, "X-Why", "7")


@pytest.mark.parametrize(
    ("method", "aliases"), [("", ("i", "user")), ("PUT", ("i", "note", "user")), ("DELETE", ("i", "user"))]
)
def test_states_of_a_rel_may_say_other_rels(index_of, method, aliases):
    """Those of the specs, and of a resource that is read or changed with them."""
    texts = spec_texts(BASE) | {"specs/api.yaml": LEAST}
    me, note = (f"specs/resources/{name}.yaml" for name in ("me", "note"))
    texts[me] = texts[me].replace("page: me_ref", "page: me_ref\naliases: [user, i]")
    texts[note] += f"  {method}:\n    summary: Do it.\n    returns: me\n" if method else ""

    assert index_of(files_of(texts), "tiny").aliases == {"me": aliases}


def test_ucwa_has_everything(index_of):
    index = index_of(render(ROOT), "ucwa2")

    assert all((index.headers, index.entry.link, index.discovery, index.sign_in, index.lost, index.operation_id))
