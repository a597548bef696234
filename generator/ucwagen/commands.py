"""The commands of ``ucwagen``: their arguments, and what each prints: data on stdout, the rest on stderr."""

from __future__ import annotations

import errno
import json
import re
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from ucwagen import __version__, building, pipeline
from ucwagen.cli import MEANING, Exit, Session
from ucwagen.diagnostics import naming, visible
from ucwagen.inputs import SCHEMA
from ucwagen.terminal import count, progress, show_faults, table, tell

HELP = "Generate a typed Python client package from YAML specs of a REST API."
EXIT_CODES = "\b\nExit codes:\n" + "\n".join(f"  {code:>3}  {words}" for code, words in MEANING.items())

app = typer.Typer(
    name="ucwagen",
    help=HELP,
    epilog=EXIT_CODES,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Specs = Annotated[Path, typer.Option("--specs", metavar="DIR", readable=False, help="The folder of specs.")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", readable=False, help="The folder to generate into.")]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if something is out of date.")]

SPECS = Path("specs")
OUT = Path("generated")
REPORT = ".json"
"""The ending of the report of a server."""
NOT_ASCII = re.compile(r"[^\n\x20-\x7e]")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"ucwagen {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def every_command(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback after an internal error.")] = False,
) -> None:
    session: Session = context.obj
    session.debug = debug
    if context.invoked_subcommand is None:
        tell(context.get_help())
        raise typer.Exit(Exit.USAGE)


@app.command()
def check(
    specs: Specs = SPECS,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 if there are warnings.")] = False,
) -> int:
    """Look for faults in the specs.

    Faults are what build refuses. Warnings are about what it accepts: placeholders that are still to be replaced,
    documented messages that do not parse or contradict the declared types, events that no client can receive.
    """
    with progress() as watch:
        found = pipeline.check(specs, watch)
    if found.warnings:
        show_faults(found.warnings)
    api = found.api
    tell(f"no faults in {count(len(api.resources), 'resource')} and {count(len(api.enums), 'enumeration')}")
    return Exit.FAULTS if found.warnings and strict else Exit.OK


@app.command()
def build(specs: Specs = SPECS, out: Out = OUT, check: Check = False) -> int:
    """Generate the package.

    The whole tree is brought up to date in one step; if the specs have faults, nothing changes.
    """
    if not check:
        building.build(specs, out)
        return Exit.OK
    with progress() as watch:
        changed = pipeline.outdated(specs, out, watch)
    code = _out_of_date([out / path for path in changed], "ucwagen build")
    for line in pipeline.other_tools(out) if changed else ():
        tell(line)
    return code


@app.command()
def model(specs: Specs = SPECS) -> int:
    """Print the linked model as JSON."""
    with progress() as watch:
        data = pipeline.dump(specs, watch)
    _print_json(data)
    return Exit.OK


@app.command()
def schema(specs: Specs = SPECS, check: Check = False) -> int:
    """Write the JSON Schema of the spec format.

    It goes to schema.json in the folder of specs, where editors find it.
    """
    path = specs / SCHEMA
    if check:
        return _out_of_date([path] if pipeline.schema_is_outdated(specs) else [], "ucwagen schema")
    tell(f"{path} {'written' if pipeline.schema(specs) else 'is up to date'}")
    return Exit.OK


@app.command()
def capture(  # noqa: PLR0913, PLR0917 - each is an option
    pages: Annotated[
        list[Path],
        typer.Argument(
            metavar="PAGES...",
            help="Folders of pages, each named by its edition, or single pages; or reports of servers, in JSON.",
        ),
    ],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="The folder of specs.")] = SPECS,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 on undeclared drift.")] = False,
    update: Annotated[bool, typer.Option("--update", help="Change the facts of specs to those of the pages.")] = False,
    summaries: Annotated[
        Path | None,
        typer.Option("--summaries", metavar="FILE", help="Sentences for TODO: YAML by path of spec, then of fact."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 if anything on a page was not understood.")] = False,
) -> int:
    """Hold reference pages against the specs.

    Writes specs for pages that have none, with TODO where people are to write, and reports where pages and specs have
    drifted apart. With --update the facts of specs become those of the pages; summaries, corrections and comments stay.
    From reports of servers it adds to the specs what these servers have besides.
    """
    if check and (update or summaries):
        raise typer.BadParameter(f"--check writes nothing and {'--update' if update else '--summaries'} does")
    task: pipeline.Task = "check" if check else "update" if update else "write"
    with progress() as watch:
        if _are_reports(pages, updates=update or summaries is not None):
            found = pipeline.learn(pages, into, task, watch)
        else:
            found = pipeline.capture(pages, into, task, summaries, watch)
    for path in found.written:
        tell(f"{path}: written")
    for path in found.updated:
        tell(f"{path}: updated")
    for line in found.unread:
        tell(f"{line}: not understood")
    if found.drift:
        show_faults(found.drift)
    return Exit.FAULTS if (found.drift and (check or update)) or (found.unread and strict) else Exit.OK


def _are_reports(pages: list[Path], updates: bool) -> bool:
    """Whether reports of servers are given, in place of pages."""
    reports = [path for path in pages if path.suffix == REPORT]
    if reports and (len(reports) < len(pages) or updates):
        raise typer.BadParameter("reports of servers are held against specs alone; give them without pages and options")
    return bool(reports)


@app.command()
def counts(
    pages: Annotated[
        list[Path] | None, typer.Argument(metavar="[FOLDER]...", help="Folders of pages, each named by its edition.")
    ] = None,
    specs: Specs = SPECS,
    mends: Annotated[bool, typer.Option("--mends", help="List what was mended in the examples instead.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> int:
    """Count the facts of the specs, and explain them by the pages.

    The rows of the newest edition, and those that only an older one has, without those given twice; rels that are both
    link and embedded; what has no page; corrections: that makes the specs. Exit 1 where the sum does not hold.
    """
    if mends:
        return _list_mends(pages, specs, as_json)
    with progress() as watch:
        found = pipeline.counts(pages or (), specs, watch)
    if as_json:
        _print_json(found.as_data())
    else:
        _print(table(*found.as_table()))
    for words in found.stray():
        tell(words)
    return Exit.OK if found.holds else Exit.FAULTS


def _list_mends(pages: list[Path] | None, specs: Path, as_json: bool) -> Exit:
    if pages:
        raise typer.BadParameter("--mends is about specs alone; leave out the folders")
    found = pipeline.mends(specs)
    if as_json:
        _print_json(found.as_data())
    else:
        _print("".join(f"{visible(line)}\n" for line in found.as_lines()))
    return Exit.OK


def _out_of_date(paths: list[Path], command: str) -> Exit:
    for path in paths:
        tell(f"{path}: out of date")
    if paths:
        tell(f"{count(len(paths), 'file')} out of date; run `{command}`")
    return Exit.FAULTS if paths else Exit.OK


def _print_json(data: dict[str, Any]) -> None:
    text = json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False)
    _print(NOT_ASCII.sub(lambda found: found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1], text) + "\n")


def _print(text: str) -> None:
    """UTF-8 whatever the locale: the bytes depend on the specs alone."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    with naming("standard output"):
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
