"""The text of a configuration comes in, jobs go out. Every fault has the place of its key."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ucwagen.config import places
from ucwagen.config.find import SHARED
from ucwagen.config.jobs import FORMATS, OUT, SPECS, ErrorFormat, Job, Settings
from ucwagen.config.keys import Key
from ucwagen.config.places import Places
from ucwagen.diagnostics import Collector, Diagnostic, Faults, Source, Span, nearest, visible

TABLE = ("tool", "ucwagen")
JOBS, ERROR_FORMAT = "jobs", "error-format"
OF_A_JOB = ("specs", "out")
KEYS = (*OF_A_JOB, ERROR_FORMAT, JOBS)
Table = Mapping[str, Any]


def read(source: Source) -> Settings:
    """The settings of a file. Paths in it count from its folder."""
    content = _parsed(source)
    prefix = TABLE if Path(source.path).name == SHARED else ()
    for name in prefix:
        content = content.get(name) if isinstance(content, dict) else None
    reader = _Reader(source, prefix)
    return reader.settings(content)


def _parsed(source: Source) -> object:
    """The content of the file. The parser gives up on numbers of thousands of digits and on values nested as deep."""
    try:
        return tomllib.loads(source.text)
    except ValueError as fault:
        span, why = places.of_fault(source, fault)
        raise Faults([Diagnostic(span, f"is no TOML: {why}")]) from None
    except RecursionError:
        raise Faults([Diagnostic(Span(source, 1, 1), "has values that are nested too deep")]) from None


class _Reader:
    """Checks the table key by key, and gathers what is wrong with it."""

    def __init__(self, source: Source, prefix: Key) -> None:
        self._source = source
        self._places = Places(source)
        self._prefix = prefix
        self._folder = Path(source.path).parent
        self._faults = Collector()

    def settings(self, content: object) -> Settings:
        table = self._table(content, ())
        self._only(table, (), KEYS)
        error_format = self._error_format(table)
        jobs = tuple(self._jobs(table))
        self._apart(jobs)
        self._faults.finish()
        return Settings(jobs, error_format, Path(self._source.path))

    def _jobs(self, table: Table) -> Iterator[Job]:
        shared = {name: self._text(table, (), name) for name in OF_A_JOB}
        if JOBS not in table:
            yield self._job("", shared)
            return
        named = self._table(table[JOBS], (JOBS,))
        if table[JOBS] == {}:
            self._fault((JOBS,), "has no job; name one, or remove the table")
        for name, content in named.items():
            path = (JOBS, name)
            if not (name and name.isprintable()):
                self._fault(path, "the name of a job must not be empty and has no control characters")
                continue
            own = self._table(content, path)
            self._only(own, path, OF_A_JOB)
            yield self._job(name, shared | {key: self._text(own, path, key) for key in OF_A_JOB if key in own})

    def _job(self, name: str, said: Mapping[str, str]) -> Job:
        return Job(self._folder / (said["specs"] or SPECS), self._folder / (said["out"] or OUT), name)

    def _apart(self, jobs: tuple[Job, ...]) -> None:
        """Two jobs never write into one folder, nor one below the folder of another: a tree is replaced as a whole."""
        seen: list[tuple[Path, Job]] = []
        for job in jobs:
            real = Path(os.path.realpath(job.out))
            for other, first in seen:
                if real == other or other in real.parents or real in other.parents:
                    where = (self._place(first), f"`{first.name}` writes into {first.out}")
                    self._faults.error(
                        self._place(job),
                        f"`{job.name}` writes into {job.out}; give each job a folder of its own",
                        where,
                    )
            seen.append((real, job))

    def _place(self, job: Job) -> Span:
        return self._places.of((*self._prefix, JOBS, job.name, "out"))

    def _error_format(self, table: Table) -> ErrorFormat:
        said = self._text(table, (), ERROR_FORMAT)
        for known in FORMATS:
            if said == known:
                return known
        if said:
            choices = ", ".join(f"`{known}`" for known in FORMATS)
            self._fault((ERROR_FORMAT,), f"must be one of {choices}, not `{visible(said)}`{nearest(said, FORMATS)}")
        return "text"

    def _only(self, table: Table, path: Key, keys: tuple[str, ...]) -> None:
        for name in table:
            if name not in keys:
                known = ", ".join(f"`{key}`" for key in keys)
                hint = (
                    "; it is said once, above the jobs"
                    if name in KEYS
                    else nearest(name, keys) or f"; known keys are {known}"
                )
                self._fault((*path, name), f"unknown key `{visible(name)}`{hint}")

    def _table(self, value: object, path: Key) -> Table:
        if isinstance(value, dict):
            return value
        self._fault(path, "must be a table")
        return {}

    def _text(self, table: Table, path: Key, name: str) -> str:
        value = table.get(name, "")
        if not isinstance(value, str):
            self._fault((*path, name), "must be a text in quotes")
            return ""
        if name in table and not (value and value.isprintable()):
            self._fault((*path, name), "must be a text that is not empty and has no control characters")
            return ""
        return value

    def _fault(self, path: Key, why: str) -> None:
        self._faults.error(self._places.of(self._prefix + path), why)
