"""The text of a configuration comes in, jobs go out. Every fault has the place of its key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

from ucwagen.choices import Choices
from ucwagen.config import places
from ucwagen.config.apart import Overlap, overlaps
from ucwagen.config.find import SHARED
from ucwagen.config.jobs import FORMATS, OUT, SPECS, ErrorFormat, Job, Settings
from ucwagen.config.keys import Key
from ucwagen.config.places import Places
from ucwagen.config.table import KEYS, Given, KnownKey
from ucwagen.diagnostics import Collector, Diagnostic, Faults, Source, Span, nearest, visible

TABLE = ("tool", "ucwagen")
JOBS = "jobs"
OF_A_JOB = tuple(key for key in KEYS if key.of_job)
OF_ALL = tuple(key for key in KEYS if not key.of_job)
CHOSEN = frozenset(field.name for field in fields(Choices))
Table = Mapping[str, Any]
Values = Mapping[str, Any]
"""Values by the names of their fields."""


def read(source: Source) -> Settings:
    """The settings of a file. Paths in it count from its folder."""
    content = _parsed(source)
    prefix = _prefix(source)
    return _Reader(source, prefix).settings(_inside(content, prefix))


def error_format(faults: Faults) -> ErrorFormat | None:
    """The form that a configuration with these faults wants for them, where that can be read all the same."""
    import tomllib

    for fault in faults.diagnostics:
        lines = fault.span.source.text.split("\n")
        for text in ("\n".join(lines), "\n".join(lines[: fault.span.line - 1])):
            with suppress(ValueError, RecursionError):
                table = _inside(tomllib.loads(text), _prefix(fault.span.source))
                said = table.get("error-format") if isinstance(table, dict) else None
                return next((known for known in FORMATS if known == said), None)
    return None


def _prefix(source: Source) -> Key:
    return TABLE if Path(source.path).name == SHARED else ()


def _inside(content: object, prefix: Key) -> object:
    for name in prefix:
        content = content.get(name) if isinstance(content, dict) else None
    return content


def _parsed(source: Source) -> object:
    """The content of the file. The parser gives up on numbers of thousands of digits and on values nested as deep."""
    import tomllib

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
        self._only(table, (), (*(key.name for key in KEYS), JOBS))
        of_all = self._values(table, (), OF_ALL)
        jobs = tuple(self._jobs(table))
        for overlap in overlaps(jobs):
            self._refuse(overlap)
        self._faults.finish()
        return Settings(jobs, file=Path(self._source.path), **of_all)

    def _jobs(self, table: Table) -> Iterator[Job]:
        shared = {"specs": self._folder / SPECS, "out": self._folder / OUT, **self._values(table, (), OF_A_JOB)}
        if JOBS not in table:
            yield _job("", shared)
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
            self._only(own, path, tuple(key.name for key in OF_A_JOB))
            yield _job(name, {**shared, **self._values(own, path, OF_A_JOB)})

    def _values(self, table: Table, path: Key, keys: Iterable[KnownKey]) -> Values:
        """What the table says of these keys; one with a fault is left out."""
        found = dict[str, Any]()
        for key in keys:
            if key.name in table:
                place = self._place((*path, key.name))
                try:
                    found[key.field] = key.type(Given(table[key.name], place, self._folder))
                except ValueError as fault:
                    self._faults.error(place, str(fault))
        return found

    def _refuse(self, overlap: Overlap) -> None:
        other = overlap.other
        said = f"`{other.name}` " if other.name else ""
        folder = f"{said}writes into {other.out}" if overlap.key == "out" else f"{said}reads {other.specs}"
        self._faults.error(self._of(overlap.job, "out"), overlap.why, (self._of(other, overlap.key), folder))

    def _of(self, job: Job, key: str) -> Span:
        """The place of the key of a job, or of the job, where it takes the key from above the jobs."""
        return self._place((JOBS, job.name, key) if job.name else (key,))

    def _only(self, table: Table, path: Key, keys: tuple[str, ...]) -> None:
        for name in table:
            if name not in keys:
                self._fault((*path, name), f"unknown key `{visible(name)}`{self._hint(name, path, keys)}")

    def _hint(self, name: str, path: Key, keys: tuple[str, ...]) -> str:
        if name == JOBS or any(name == key.name for key in OF_ALL):
            return "; it is said once, above the jobs"
        if name in TABLE and not (self._prefix or path):
            return f"; keys of {Path(self._source.path).name} stand without `{'.'.join(TABLE)}`"
        return nearest(name, keys) or f"; known keys are {', '.join(f'`{key}`' for key in keys)}"

    def _table(self, value: object, path: Key) -> Table:
        if isinstance(value, dict):
            return value
        self._fault(path, "must be a table")
        return {}

    def _place(self, path: Key) -> Span:
        return self._places.of(self._prefix + path)

    def _fault(self, path: Key, why: str) -> None:
        self._faults.error(self._place(path), why)


def _job(name: str, said: Values) -> Job:
    """The fields of a job are its own, or those of its choices."""
    chosen = {field: value for field, value in said.items() if field in CHOSEN}
    own = {field: value for field, value in said.items() if field not in CHOSEN}
    return Job(name=name, choices=Choices(**chosen), **own)
