"""The plugin of the golden tests counts what they prove, compares a page with it, and writes it only on request."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]
CONFTEST = """
from pathlib import Path
from tests.golden.table import KEY, Places, Table

HERE = Path(__file__).parent

def pytest_addoption(parser):
    parser.addoption("--update-table", action="store_true")

def pytest_configure(config):
    config.pluginmanager.register(Table(config, Places(HERE / "documented-messages.md", HERE, HERE / "pages")))
"""
TESTS = """
import pytest

@pytest.mark.parametrize("column", ["", "guides", "2016"])
def test_it(column, record_property):
    if column != "2016" or {has_pages}:
        record_property("golden", (column, "things", 1200))
"""
BEFORE, AFTER = "Before.\n<!-- golden:begin -->\n", "<!-- golden:end -->\nAfter.\n"
HEAD = "| | reference pages | guides | 2016 edition |\n|---|---:|---:|---:|\n"
RIGHT = f"{HEAD}| things | 1,200 | 1,200 | 1,200 |\n"


@pytest.fixture(params=[True, False], ids=["with pages", "without pages"])
def has_pages(request):
    return request.param


@pytest.fixture
def project(pytester, has_pages):
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(test_things=TESTS.format(has_pages=has_pages))
    if has_pages:
        pytester.mkdir("pages")
    write(pytester, RIGHT)
    return pytester


def write(project, table: str) -> None:
    project.path.joinpath("documented-messages.md").write_text(f"{BEFORE}{table}{AFTER}", "utf-8")


def run(project, *options: str):
    """The exit code, and the end of the output."""
    done = project.runpytest("-p", "no:cacheprovider", *options)
    return done.ret, done.stdout.str() + done.stderr.str()


def page(project) -> str:
    return project.path.joinpath("documented-messages.md").read_text("utf-8")


def test_right_table_passes_and_says_what_is_not_held(project, has_pages):
    code, said = run(project)

    assert code == 0
    assert "           1,200           1,200" in said
    assert ("is not held to the column `2016 edition`" in said) is not has_pages


@pytest.mark.parametrize(
    "table",
    [
        RIGHT.replace("1,200", "1,100", 1),
        HEAD,
        f"{RIGHT}| others | 1 |  |  |\n",
        RIGHT.replace("things", "thing"),
    ],
)
def test_other_table_fails_and_is_left_alone(project, table):
    write(project, table)

    code, said = run(project)

    assert (code, page(project)) == (1, f"{BEFORE}{table}{AFTER}")
    assert "does not show this table" in said


def test_page_without_a_table_fails(project):
    project.path.joinpath("documented-messages.md").write_text("Nothing.\n", "utf-8")

    assert run(project)[0] == 1


def test_column_of_pages_is_held_where_they_are(project, has_pages):
    write(project, f"{HEAD}| things | 1,200 | 1,200 | 7 |\n| of 2016 alone |  |  | 7 |\n")

    assert run(project)[0] == (1 if has_pages else 0)


def test_run_of_some_tests_holds_nothing(project):
    write(project, HEAD)

    assert run(project, "-k", "guides")[0] == 0


def test_update_writes_the_table_or_says_what_it_needs(project, has_pages):
    write(project, HEAD)

    code, said = run(project, "--update-table")

    assert code == (0 if has_pages else 1)
    assert page(project) == f"{BEFORE}{RIGHT if has_pages else HEAD}{AFTER}"
    assert ("the table needs the pages in" in said) is not has_pages


def test_update_writes_nothing_where_something_fails(project, has_pages):
    write(project, HEAD)
    project.makepyfile(test_bad="def test_bad(): assert 0\n")

    code, said = run(project, "--update-table")

    assert (code, page(project)) == (1, f"{BEFORE}{HEAD}{AFTER}")
    assert not has_pages or "left as it was" in said
