"""An exception of a template, or a result that is not of its language, in; a fault with its place out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from types import TracebackType

from ucwagen.diagnostics import Diagnostic, Source, Span
from ucwagen.emit.environment import Engine, place_of_syntax, said
from ucwagen.emit.sources import Sources
from ucwagen.overrides import ORIGINALS
from ucwagen.target import Problem, View
from ucwagen.templates import SUFFIX, folder

WORDS = 3
"""The smallest number of letters and digits that a line of a result needs to be looked for in its template."""


def of_exception(error: Exception, view: View | None, engine: Engine, own: Sources) -> Diagnostic | None:
    """The fault, at the last line of the user's own templates that was run; None where ours alone were."""
    by_path = {source.path: source for source in own.values()}
    lines = list(_lines(error))
    mine = [at for at, (path, _) in enumerate(lines) if path in by_path]
    if not mine:
        return None
    path, line = lines[mine[-1]]
    words = said(error, view, engine)
    further = [(ours, number) for ours, number in lines[mine[-1] + 1 :] if _is_ours(ours)]
    word = "" if further else words.word
    related = tuple(
        (_span(_original(ours), number, words.word), "it happens in this template") for ours, number in further[-1:]
    )
    return Diagnostic(_span(by_path[path], line, word), words.message, related)


def of_result(problem: Problem, made: PurePosixPath, text: str, origin: Source) -> Diagnostic:
    """A file of the user's whose text is not of its language, or a template whose result is not: both are shown."""
    span = Span(Source(str(made), text), problem.line, problem.column)
    if origin.text == text:
        return Diagnostic(Span(origin, problem.line, problem.column), problem.message)
    return Diagnostic(_like(span, origin), f"in what this makes, {problem.message}", ((span, "it makes this"),))


def _lines(error: Exception) -> Iterator[tuple[str, int]]:
    """The lines that were run when it happened, the outermost first. The engine puts templates into the traceback."""
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    place = place_of_syntax(error)
    if place:
        yield place


def _is_ours(path: str) -> bool:
    return path.endswith(SUFFIX) and path.startswith(str(folder()))


def _original(path: str) -> Source:
    """One of our templates, under the name by which a user's can refer to it."""
    root = folder()
    name = PurePosixPath(path).relative_to(PurePosixPath(root.as_posix())).as_posix()
    return Source(ORIGINALS + name, (root / name).read_text("utf-8"))


def _span(source: Source, line: int, word: str) -> Span:
    """The word on the line, or the first tag or expression of it, or what is there."""
    text = source.line(line)
    pattern = rf"(?<![\w.]){re.escape(word)}(?!\w)|(?<=\.){re.escape(word)}(?!\w)" if word else r"{[{%].*?[%}]}"
    found = re.search(pattern, text) or re.search(r"\S.*", text)
    return Span(source, line, found.start() + 1, found.end() + 1) if found else Span(source, line, 1)


def _like(span: Span, origin: Source) -> Span:
    """The line of a template that a line of its result stands on as it is; otherwise the first line."""
    wanted = span.source.line(span.line).strip()
    lines = [number for number, line in enumerate(origin.text.split("\n"), 1) if line.strip() == wanted]
    if len(lines) == 1 and len(re.findall(r"\w", wanted)) >= WORDS:
        return _span(origin, lines[0], "")
    return Span(origin, 1, 1)
