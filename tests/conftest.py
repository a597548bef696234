"""Options and fixtures shared by all tests: goldens, and how to rewrite them."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from tests.golden.table import Table

settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # machines may be busy
settings.load_profile("shared")

README = Path(__file__).parents[1] / "specs" / "README.md"
Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the goldens that differ, and still fail")
    parser.addoption(
        "--update-table", action="store_true", help="put the table of the golden tests into docs/documented-messages.md"
    )
    parser.addoption(
        "--transport", choices=["pyreqwest"], help="the HTTP library of clients, where their options allow it"
    )
    parser.addoption(
        "--every-way",
        action="store_true",
        help="scenarios run in all four ways, not in two with both clients and formats; hostile texts in all names",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave two of the four ways of each scenario: sync and async, JSON and XML are each in one of them.

    Which format goes with which client differs between scenarios, so that every pair is in half of them. A scenario
    with other ways, or of which one way was asked for by its node ID, stays as it is.
    """
    if config.getoption("--every-way"):
        return
    from tests.protocol.ways import Way, one_pair  # not needed by all who use these fixtures

    scenarios: dict[str, dict[Way, pytest.Item]] = {}
    for item in items:
        way = (
            item.callspec.params.get("way") if isinstance(item, pytest.Function) and hasattr(item, "callspec") else None
        )
        if isinstance(way, Way):
            scenarios.setdefault(item.nodeid.replace(str(way), "", 1), {})[way] = item
    left_out = {
        item for name, ways in scenarios.items() for way, item in ways.items() if way not in one_pair(name, ways)
    }
    config.hook.pytest_deselected(items=list(left_out))
    items[:] = [item for item in items if item not in left_out]


def pytest_configure(config: pytest.Config) -> None:
    if name := config.getoption("--transport"):
        from tests.second_transport import BaseClient, over  # not needed without the option

        BaseClient.__init__ = over(name)  # type: ignore[method-assign]
    config.pluginmanager.register(Table(config))
    sys.dont_write_bytecode = False  # one worker compiles a module, and the others read it
    gc.disable()  # what is collected is no garbage; to look through it takes a third of the time
    folder = TemporaryDirectory(prefix="ucwagen-cache-")  # no test sees what the user, or another test run, has built
    os.environ["UCWAGEN_CACHE"] = folder.name
    config.add_cleanup(folder.cleanup)


def pytest_collection_finish() -> None:
    sys.dont_write_bytecode = bool(os.environ.get("PYTHONDONTWRITEBYTECODE"))
    gc.freeze()
    gc.enable()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with its golden file."""
    update = bool(request.config.getoption("--update"))

    def compare(path: Path, actual: str) -> None:
        expected = path.read_bytes().decode("utf-8") if path.exists() else ""
        if actual != expected and update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.encode("utf-8"))
            pytest.fail(f"{path} was rewritten; look at the difference, then run again")
        assert expected == actual, f"{path} differs; if the new text is right, run pytest --update"

    return compare


@pytest.fixture
def readme_block() -> Callable[[str], str]:
    """Returns the fenced block of a language from the README of the specs."""
    text = README.read_text(encoding="utf-8")
    return lambda language: re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[1]
