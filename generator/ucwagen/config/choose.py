"""The jobs that a command runs: those of the configuration, unless its options say otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ucwagen.choices import NONE, Choices
from ucwagen.config.apart import with_specs
from ucwagen.config.jobs import Job, Settings
from ucwagen.diagnostics import nearest


class Misuse(Exception):
    """Options that contradict one another or the configuration."""


def choose(
    settings: Settings,
    names: Sequence[str] = (),
    specs: Path | None = None,
    out: Path | None = None,
    choices: Choices = NONE,
) -> tuple[Job, ...]:
    """The jobs of these names, or all of them; what options say takes the place of what the jobs say."""
    if specs and out and not names:
        chosen: tuple[Job, ...] = (_changed(_of_folders(settings, specs, out) or Job(), specs, out, choices),)
    else:
        jobs = tuple(_named(settings, name) for name in dict.fromkeys(names)) or _of_options(settings, specs, out)
        elsewhere = specs and not all(_same(job.specs, specs) for job in jobs)
        given = {"--specs": elsewhere, "--out": out, "--package": choices.package}
        option = next((option for option, value in given.items() if value), None)
        if option and len(jobs) > 1:
            remedy = "choose one with --job" + ("" if option == "--package" else ", or give both folders")
            raise Misuse(f"{option} is for one job, and {len(jobs)} are to run; {remedy}{_listed(jobs)}")
        chosen = tuple(_changed(job, specs, out, choices) for job in jobs)
    if out and settings.file:
        _refuse_among_specs(out, chosen, settings)
    return chosen


def _of_options(settings: Settings, specs: Path | None, out: Path | None) -> tuple[Job, ...]:
    """The jobs that read or write the given folder; all of them where none does."""
    asked = [job for job in settings.jobs if (specs and _same(job.specs, specs)) or (out and _same(job.out, out))]
    return tuple(asked) or settings.jobs


def job_hint(settings: Settings, words: Iterable[str]) -> str:
    """What to write in place of the name of a job that was given as a plain word; empty where there is none."""
    names = {job.name for job in settings.jobs if job.name}
    return next((f"; `{word}` is a job, which `--job {word}` chooses" for word in words if word in names), "")


def _of_folders(settings: Settings, specs: Path, out: Path | None = None) -> Job | None:
    """The only job that reads this folder, and writes into that one, where it is given."""
    found = [job for job in settings.jobs if _same(job.specs, specs) and (out is None or _same(job.out, out))]
    return found[0] if len(found) == 1 else None


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _changed(job: Job, specs: Path | None, out: Path | None, choices: Choices) -> Job:
    said = {name: value for name in Choices.__slots__ if (value := getattr(choices, name)) != getattr(NONE, name)}
    return replace(job, specs=specs or job.specs, out=out or job.out, choices=replace(job.choices, **said))


def _refuse_among_specs(out: Path, chosen: Sequence[Job], settings: Settings) -> None:
    """The specs of other jobs are refused here; its own are refused, with or without a configuration, by the build."""
    own = {job.specs.resolve() for job in chosen}
    others = [job for job in settings.jobs if job.specs.resolve() not in own]
    for overlap in with_specs(Job(out=out), others):
        raise Misuse(f"--out {overlap.why}")


def only(settings: Settings, name: str | None, specs: Path | None, choices: Choices = NONE) -> Job:
    """The one job of a command that works on one folder of specs."""
    if specs and not name:
        return _changed(_of_folders(settings, specs) or Job(), specs, None, choices)
    found = choose(settings, (name,) if name else (), specs, choices=choices)
    if len(found) > 1:
        raise Misuse(f"this command is for one folder of specs; choose a job with --job{_listed(found)}")
    return found[0]


def _listed(jobs: Sequence[Job]) -> str:
    return ": " + ", ".join(f"`{job.name}`" for job in jobs)


def _named(settings: Settings, name: str) -> Job:
    jobs = {job.name: job for job in settings.jobs if job.name}
    if name not in jobs:
        if settings.file is None:
            raise Misuse(
                f"no job `{name}`: no configuration was found, here or in a folder above; write one, or leave it out"
            )
        known = nearest(name, jobs) or (f"; there are {', '.join(f'`{known}`' for known in jobs)}" if jobs else "")
        raise Misuse(f"no job `{name}` in {settings.file}{known or '; it has no jobs with a name'}")
    return jobs[name]
