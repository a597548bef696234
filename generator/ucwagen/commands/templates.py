"""``ucwagen templates``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ucwagen import pipeline
from ucwagen.choices import NONE, Choices
from ucwagen.commands import completion
from ucwagen.commands.options import Jobs, Templates
from ucwagen.commands.printing import put_json
from ucwagen.config.choose import Misuse
from ucwagen.diagnostics import nearest, visible
from ucwagen.exits import Exit
from ucwagen.overrides import ORIGINALS
from ucwagen.session import Session, put
from ucwagen.templates import SUFFIX

if TYPE_CHECKING:
    from ucwagen.emit.catalog import File, ViewDoc


def templates(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Templates or files of ucwagen.", autocompletion=completion.templates),
    ] = None,
    copy: Annotated[
        Path | None, typer.Option("--copy", metavar="DIR", help="Copy them into a folder, to be changed there.")
    ] = None,
    fields: Annotated[bool, typer.Option("--fields", help="Say which fields their views have.")] = False,
    job: Jobs = None,
    templates: Templates = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> int:
    """List the templates, print some, or copy them.

    The list says which view each template receives, and which ones a folder of your own replaces.
    """
    known = pipeline.templates(_choices(context.obj, job, templates))
    names = [_named(path, known) for path in paths or ()]
    if fields:
        _put_views(names, known, as_json)
    elif copy:
        _copy(names, copy, context.obj)
    elif names and as_json:
        put_json({"files": [{"path": name, "text": pipeline.original(name)} for name in names]})
    elif names:
        put("".join(pipeline.original(name) for name in names))
    elif as_json:
        put_json({"files": [asdict(file) for file in known]})
    else:
        put("".join(f"{line}\n" for line in _lines(known)))
    return Exit.OK


def _choices(session: Session, job: list[str] | None, templates: Path | None) -> Choices:
    """Those of the only job, or of the chosen one; of several jobs, none."""
    if templates:
        return Choices(templates=templates)
    jobs = session.jobs(job or ())
    return jobs[0].choices if len(jobs) == 1 else NONE


def _named(path: str, known: Sequence[File]) -> str:
    """The name of a file of ours, given in full, or without what every name has."""
    ours = [file.path for file in known if file.state in ("ours", "replaced")]
    plain = path.removeprefix(ORIGINALS).removeprefix("./")
    for name in (plain, f"{plain}{SUFFIX}", f"%package%/{plain}", f"%package%/{plain}{SUFFIX}"):
        if name in ours:
            return name
    short = [name.removeprefix("%package%/").removesuffix(SUFFIX) for name in ours]
    raise Misuse(
        f"there is no template `{visible(path)}`{nearest(plain, [*ours, *short])}; `ucwagen templates` lists them"
    )


def _copy(names: Sequence[str], into: Path, session: Session) -> None:
    if not names:
        raise Misuse("name the templates to be copied; `ucwagen templates` lists them")
    pipeline.copy({into / name: pipeline.original(name) for name in names})
    for name in names:
        session.note(f"{into / name}: copied")


def _put_views(names: Sequence[str], known: Sequence[File], as_json: bool) -> None:
    wanted = {file.view for file in known if file.path in names}
    found = [view for view in pipeline.views() if not names or view.name in wanted]
    if as_json:
        put_json({"views": [asdict(view) for view in found]})
    else:
        put("\n".join("".join(f"{line}\n" for line in _described(view)) for view in found))


def _lines(known: Sequence[File]) -> Iterable[str]:
    width = max((len(file.path) for file in known if file.view), default=0)
    for file in known:
        state = "" if file.state == "ours" else file.state
        yield f"{visible(file.path):{width}}  {file.view or 'copied':15}  {state}".rstrip()


def _described(view: ViewDoc) -> Iterable[str]:
    yield f"{view.name}: {view.summary}"
    for template in view.templates:
        blocks = ", ".join(pipeline.blocks(template))
        yield f"  for {template}, with the blocks {blocks}"
    yield from (f"    {field.name}: {field.type}  - {field.summary}" for field in view.fields)
