"""The exports of the package: all names for annotations and ``except``, at very low cost."""

from __future__ import annotations

import pickle
import subprocess
import sys
import traceback

import pytest

import ucwa2
from ucwa2 import errors
from ucwa2._runtime import client  # noqa: F401  (defines all that the client can raise)
from ucwa2._runtime.calls.errors import error_class


def subclasses(kind: type) -> set[type]:
    return {kind}.union(*map(subclasses, kind.__subclasses__()))


@pytest.mark.parametrize("name", ucwa2.__all__)
def test_every_name_is_there(name):
    assert getattr(ucwa2, name) is not None


def test_names_that_annotations_need():
    for name in (
        "Unset",
        "Validator",
        "PendingOperation",
        "AsyncPendingOperation",
        "EventStream",
        "AsyncEventStream",
        "Item",
    ):
        assert name in ucwa2.__all__


def test_errors_bring_no_client_along():
    used = "ucwa2.errors.SignInRequired, ucwa2.errors.Overflow, ucwa2.Unset, ucwa2.Validator"
    code = f"import sys, ucwa2, ucwa2.errors; {used}"
    probe = f"{code}; print(*({{'httpx2', 'ssl', 'lxml', 'msgspec'}} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def test_every_error_is_in_the_tree():
    for kind in subclasses(ucwa2.UcwaError):
        if kind.__name__.startswith("_") or getattr(kind, "_made", False):
            continue
        assert getattr(errors, kind.__name__) is kind
        assert kind.__name__ in errors.__all__
        assert kind is errors.Subcode or kind.__name__ in errors.__doc__


def test_base_is_called_by_its_name():
    assert "ucwa2.UcwaError: x" in "".join(traceback.format_exception_only(ucwa2.UcwaError("x")))
    assert pickle.loads(pickle.dumps(ucwa2.UcwaError)) is ucwa2.UcwaError
    assert str(pickle.loads(pickle.dumps(ucwa2.UcwaError("x")))) == "x"


@pytest.mark.parametrize(
    ("status", "name"), [(500, "ServiceFailure"), (503, "ServiceUnavailable"), (504, "Timeout"), (409, "Conflict")]
)
def test_status_alone_means_the_general_error(status, name):
    """A status without a code gives the first error of errors.yaml with that status."""
    assert error_class(status, None, None) is getattr(errors, name)
