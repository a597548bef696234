"""What a user sees of the package at a prompt: its names, and how little is imported for them."""

from __future__ import annotations

import importlib
import pickle
import pydoc
import subprocess
import sys
from types import FunctionType

import pytest

import ucwa2
import ucwa2.resources
from support import ROOT
from ucwa2 import errors
from ucwa2._runtime.calls.errors import error_class
from ucwa2._runtime.calls.failures import operation_failed

REASON = ucwa2.decode(b'{"code": "NotFound", "subcode": "LimitExceeded"}', "application/json")


def test_dir_shows_what_users_need_and_nothing_else():
    shown = {name for name in dir(ucwa2) if not name.startswith("_")}

    assert shown >= {"Client", "AsyncClient", "PasswordGrant", "TokenGrant", "Policy", "enums", "errors", "resources"}
    assert shown - set(ucwa2.__all__) == {"enums", "errors", "resources"}
    assert all(getattr(ucwa2, name) is not None for name in shown)


def test_help_describes_the_clients_and_the_grants():
    text = pydoc.render_doc(ucwa2, renderer=pydoc.plaintext)

    for name in ("class Client(", "class AsyncClient(", "class PasswordGrant(", "class Policy("):
        assert name in text


def test_errors_are_the_same_classes_at_both_places():
    shared = {name for name in ucwa2.__all__ if name in errors.__all__}

    assert shared >= {"ApiError", "AuthenticationError", "DecodeError", "LinkNotAvailable", "TransportError"}
    assert [name for name in sorted(shared) if getattr(ucwa2, name) is not getattr(errors, name)] == []


FACES = ("ucwa2", "ucwa2.sandbox", "ucwa2.testing", "ucwa2.doctor")


@pytest.mark.parametrize("name", FACES)
def test_public_class_says_where_it_is_imported_from(name):
    """So that the name in a traceback is one that ``except`` can use; pickles find the class there."""
    module = importlib.import_module(name)
    found = [getattr(module, public) for public in module.__all__]
    kinds = [item for item in found if isinstance(item, type | FunctionType)]

    assert [item for item in kinds if item.__module__ != name] == []
    assert [item for item in kinds if pickle.loads(pickle.dumps(item)) is not item] == []


@pytest.mark.parametrize("name", FACES)
def test_public_class_has_a_text_of_its_own(name):
    module = importlib.import_module(name)
    kinds = [item for item in (getattr(module, public) for public in module.__all__) if isinstance(item, type)]

    assert [kind for kind in kinds if kind.__repr__ is object.__repr__] == []


@pytest.mark.parametrize("kind", [ucwa2.Client, ucwa2.AsyncClient])
def test_text_of_an_operation_says_whether_it_has_begun(kind):
    found = kind("https://a.example/", ucwa2.TokenGrant("c4n4ry")).start(ucwa2.resources.NoteLink("/note").get())

    assert repr(found) == f"<{type(found).__name__} of <Call GET /note>, not started>"


def test_objects_of_a_client_are_of_public_classes_in_a_fresh_process():
    """Without their names having been read from the package."""
    code = (
        "import asyncio; from ucwa2 import AsyncClient, Client; from ucwa2.resources import Message;"
        'chain = Message.from_json(b\'{"_links": {"messaging": {"href": "/"}}}\').reply(\'Hello\');'
        "print(*(type(item).__module__ for item in [Client('https://a.example/').start(chain), chain,"
        "AsyncClient('https://a.example/').start(chain), Client('https://a.example/')._session.policy]))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert set(ran.stdout.split()) == {"ucwa2"}


def test_error_of_an_undocumented_pair_has_the_name_of_a_class_that_can_be_imported():
    for found in (error_class(404, "NotFound", "LimitExceeded"), type(operation_failed("x", REASON, None))):
        assert getattr(importlib.import_module(found.__module__), found.__qualname__) in found.__mro__
        assert issubclass(found, errors.LimitExceeded)


def test_every_state_and_link_is_in_resources():
    from ucwa2.resources import Note, NoteLink
    from ucwa2.resources.note import Note as Defined

    assert Note is Defined
    assert NoteLink.__module__ == "ucwa2.resources.note"
    assert {"Note", "NoteLink", "note"} <= set(dir(ucwa2.resources))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("ucwa2.Clinet", "Client"),
        ("ucwa2.resources.Contcat", "Contact"),
        ("ucwa2.sandbox.runnin", "running"),
    ],
)
def test_misspelt_name_of_a_module_is_put_right_in_the_traceback(line, meant):
    code = f"import ucwa2.resources, ucwa2.sandbox; {line}"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert f"Did you mean: '{meant}'?" in ran.stderr


def test_unknown_class_of_a_resource_is_an_import_error():
    with pytest.raises(ImportError, match="Notes"):
        exec("from ucwa2.resources import Notes")


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("from ucwa2 import Client, PasswordGrant, EventStream", "_async"),
        ("from ucwa2.client import Client", "_async"),
        ("from ucwa2 import AsyncClient, AsyncEventStream", "_sync"),
        ("from ucwa2.resources import Note", "ucwa2.client"),
    ],
)
def test_nothing_more_is_imported(line, absent):
    program = (
        f"import sys\n{line}\nprint([name for name in sys.modules if name.startswith('ucwa2') and {absent!r} in name])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT / "generated"
    )

    assert done.stdout.strip() == "[]"


def test_the_asynchronous_client_is_found_by_both_names():
    from ucwa2.client import AsyncClient

    assert AsyncClient is ucwa2.AsyncClient
