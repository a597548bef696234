"""Views in, the text of every file out: templates are rendered, the target formats, hand-written files are copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ucwagen.diagnostics import Collector
from ucwagen.emit import troubles
from ucwagen.emit.environment import Engine, environment, names
from ucwagen.emit.near import warnings
from ucwagen.emit.plan import Copied, Plan, Printed, own_name, plan
from ucwagen.emit.sources import Sources, sources
from ucwagen.overrides import NONE, Overrides
from ucwagen.target import Content, Target, View
from ucwagen.templates import SUFFIX

Files = dict[PurePosixPath, Content]
Printouts = dict[PurePosixPath, str]


def render(views: Iterable[View], target: Target, own: Overrides = NONE, header: str = "") -> Files:
    """Every file of the generated tree by its path, sorted. Raises the faults of all the user's own files together."""
    faults, views = Collector(), tuple(views)
    texts = sources(own, target, faults)
    planned = plan(views, target, own, faults)
    printed = _printed(planned, environment(target, texts), texts, faults)
    files: Files = {path: _copied(origin, own) for path, origin in planned.items() if not isinstance(origin, Printed)}
    files.update(printed)
    _check(files, planned, target, texts, faults)
    if any(faults):
        faults.add(warnings(views, target, own))
    faults.finish()
    files.update(_formatted(planned, printed, target))
    return {path: _headed(path, content, target, header) for path, content in sorted(files.items())}


def _headed(path: PurePosixPath, content: Content, target: Target, header: str) -> Content:
    """The file with the header above it, where it is of a language that has one."""
    put = target.headers.get(path.suffix)
    return put(header, content) if header and put and isinstance(content, str) else content


def _printed(planned: Plan, engine: Engine, own: Sources, faults: Collector) -> Printouts:
    """What the templates print. A template of the user's that fails is a fault, once for each place."""
    broken = {name for name in own if name.endswith(SUFFIX) and not _parses(name, engine, own, faults)}
    found: Printouts = {}
    for path, origin in planned.items():
        if isinstance(origin, Printed) and origin.template not in broken:
            try:
                found[path] = engine.get_template(origin.template).render(names(origin.view))
            except Exception as error:
                _note(error, origin.view, engine, own, faults)
    return found


def _parses(name: str, engine: Engine, own: Sources, faults: Collector) -> bool:
    try:
        engine.get_template(name)
    except Exception as error:
        _note(error, None, engine, own, faults)
        return False
    return True


def _note(error: Exception, view: View | None, engine: Engine, own: Sources, faults: Collector) -> None:
    fault = troubles.of_exception(error, view, engine, own)
    if fault is None:
        raise error
    faults.once([fault])


def _copied(origin: Copied | Path | str, own: Overrides) -> Content:
    if isinstance(origin, str):
        return origin
    data = own.files[origin.name] if isinstance(origin, Copied) else origin.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data


def _check(files: Files, planned: Plan, target: Target, own: Sources, faults: Collector) -> None:
    """The user's own files are of the language that their names say."""
    for path, content in files.items():
        name, check = own_name(planned[path]), target.checkers.get(path.suffix)
        if name and check:
            problem = check(content) if isinstance(content, str) else None
            if problem:
                faults.once([troubles.of_result(problem, path, str(content), own[name])])


def _formatted(planned: Plan, printed: Printouts, target: Target) -> Iterator[tuple[PurePosixPath, str]]:
    """What the target makes of rendered files: ours have its style nearly, those of the user any."""
    for formatters, own in ((target.formatters, False), (target.restyle, True)):
        for suffix, format_all in formatters.items():
            paths = [path for path in printed if path.suffix == suffix and bool(own_name(planned[path])) is own]
            yield from zip(paths, format_all([printed[path] for path in paths]), strict=True)
