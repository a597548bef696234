"""``typing.get_type_hints`` works on every public class, function and method of a generated package, and costs no import."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
import types
import typing
from collections.abc import Iterator
from typing import Any

import market.resources.offer
import pytest
import sample.resources.values
from sample_packages import FOLDER

import ucwa2
from ucwa2.enums import Importance
from ucwa2.resources.messaging_invitation import MessagingInvitationLink
from ucwa2.resources.note import Note, NoteLinks
from ucwa2.resources.start_messaging import StartMessagingLink

PACKAGES = (ucwa2, sample, market)


def modules(package: types.ModuleType) -> Iterator[types.ModuleType]:
    yield package
    folder = importlib.import_module(f"{package.__name__}.resources")
    names = [f"resources.{found.name}" for found in pkgutil.iter_modules(folder.__path__)]
    for name in ["enums", "errors", "client", *names]:
        yield importlib.import_module(f"{package.__name__}.{name}")


def described(package: types.ModuleType) -> Iterator[tuple[str, Any]]:
    """Every public class and function, and what users call of each class."""
    for module in modules(package):
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isclass(value):
                yield name, value
                yield from ((f"{name}.{member}", function) for member, function in functions(value))
            elif inspect.isfunction(value):
                yield name, value


def functions(kind: type) -> Iterator[tuple[str, Any]]:
    for name in dir(kind):
        value = inspect.getattr_static(kind, name)
        found = value.fget if type(value) is property else getattr(value, "__func__", value)
        if inspect.isfunction(found) and (not name.startswith("_") or name == "__init__"):
            yield name, found


def parts(hint: Any) -> Iterator[Any]:
    """A hint and all that it is made of."""
    yield hint
    if typing.get_origin(hint) is not typing.Literal:
        for argument in typing.get_args(hint):
            yield from argument if isinstance(argument, list) else parts(argument)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_every_hint_is_found(package):
    seen = 0
    for name, value in described(package):
        hints = typing.get_type_hints(value)
        for part in (part for hint in hints.values() for part in parts(hint)):
            assert not isinstance(part, str | typing.ForwardRef), (name, part)
            assert not getattr(part, "__module__", "").endswith("typing_shim"), (name, part)
        seen += len(hints)
    assert seen > 500


def test_hints_are_what_type_checkers_see():
    post = typing.get_type_hints(StartMessagingLink.post)

    assert post["to"] is str
    assert post["importance"] == Importance | str | None
    assert post["return"] == ucwa2.Call[MessagingInvitationLink]
    assert typing.get_type_hints(Note)["links"].__args__ == (NoteLinks,)
    assert typing.get_type_hints(ucwa2.decode)["content_type"] == str | None
    kinds = typing.get_args(typing.get_type_hints(ucwa2.Client.send)["call"])
    assert [typing.get_origin(kind) for kind in kinds] == [ucwa2.Call, ucwa2.Chain]
    assert all(isinstance(variable, typing.TypeVar) for kind in kinds for variable in kind.__args__)
    assert typing.get_type_hints(ucwa2.Call.request)["format"] == typing.Literal["json", "xml"]
    assert typing.get_type_hints(ucwa2.Link.at_least)["return"].__bound__ is not None


def test_signatures_are_evaluated():
    signature = inspect.signature(StartMessagingLink.post, eval_str=True)

    assert signature.parameters["importance"].annotation == Importance | str | None


LAZY = (
    "from sample.resources.phone_audio_invitation import PhoneAudioInvitation",
    "from sample.resources.start_phone_audio import StartPhoneAudioLink; StartPhoneAudioLink.post.__doc__",
)


@pytest.mark.parametrize("code", LAZY)
def test_nothing_is_loaded_before_hints_are_read(code):
    probe = f"import sys; sys.path.insert(0, {str(FOLDER)!r}); {code}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", probe], capture_output=True, text=True, check=True)

    loaded = done.stdout.split()
    assert "sample._runtime.type_hints" not in loaded
    assert "sample.enums" not in loaded
    assert len([name for name in loaded if name.startswith("sample.resources.")]) == 1


def test_hints_are_found_in_a_fresh_process():
    """Where nothing else has loaded what the hints name."""
    code = (
        "import typing; from sample.resources.start_phone_audio import StartPhoneAudioLink as link;"
        "print(*typing.get_type_hints(link.post).values())"
    )
    probe = f"import sys; sys.path.insert(0, {str(FOLDER)!r}); {code}"
    done = subprocess.run([sys.executable, "-I", "-c", probe], capture_output=True, text=True, check=True)

    assert "sample.enums.Importance | str | None" in done.stdout
    assert "PhoneAudioInvitationLink" in done.stdout
