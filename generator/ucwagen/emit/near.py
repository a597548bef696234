"""The user's own files in; warnings out about those that replace nothing and look as if they should."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from ucwagen.diagnostics import Collector, Diagnostic, Source, Span
from ucwagen.emit.environment import Engine, environment, included, unknown_blocks
from ucwagen.emit.plan import HOLE, Holes, Origin, Printed, filled, holes, ours, own_place, whole
from ucwagen.emit.sources import sources
from ucwagen.overrides import PART, Overrides
from ucwagen.target import Target, View
from ucwagen.templates import SUFFIX, folder

NEAR = 0.85
"""How alike two names of files in one folder are, of 1, for one to be a slip of the other."""
FOLDERS_NEAR = 0.6


def warnings(views: Iterable[View], target: Target, own: Overrides) -> tuple[Diagnostic, ...]:
    """What a person should look at: names that are nearly ours, and files that others include."""
    given = tuple(views)
    about = whole(given, target)
    common = holes(about) if about else {}
    held = dict(ours(given))
    known = dict(_names(held, common))
    added = [name for name in own.made() if not _replaces(name, known, held, common)]
    texts = sources(own, target, Collector())
    engine = environment(target, texts)
    parts = set().union(*(included(engine, text.text) for name, text in texts.items() if name.endswith(SUFFIX)))
    found = [
        Diagnostic(own_place(own, name), why, severity="warning")
        for name in added
        for why in _why(name, known, parts, common)
    ]
    for name, source in texts.items():
        if name.endswith(SUFFIX):
            found += _blocks(name, source, engine)
    return tuple(found)


def _blocks(name: str, source: Source, engine: Engine) -> Iterator[Diagnostic]:
    for block, line, hint in unknown_blocks(engine, name):
        column = max(source.line(line).find(block) + 1, 1)
        why = f"no template that this one extends has a block `{block}`, so that nothing prints it{hint}"
        yield Diagnostic(Span(source, line, column, column + len(block)), why, severity="warning")


def _why(name: str, known: Mapping[str, str], parts: set[str], common: Holes) -> Iterator[str]:
    near = _nearest(PurePosixPath(name.removesuffix(SUFFIX)), known)
    top, _, below = name.partition("/")
    hole = re.sub(r"\W", "", top)
    if near:
        yield f"replaces no file of ucwagen, and is added to the package; did you mean `{near}`?"
    elif below and hole in common and top != f"%{hole}%":
        yield f"is added beside the package, in a folder `{top}`; did you mean `%{hole}%/{below}`?"
    elif name in parts and not PurePosixPath(name.removesuffix(SUFFIX)).suffix:
        place = f"{PART}{name}" if "/" not in name else f"{PART}parts/{PurePosixPath(name).name}"
        yield f"is added to the package, although it is included by others; name it `{place}` to include it only"


def _nearest(path: PurePosixPath, known: Mapping[str, str]) -> str:
    """The name of ours that is meant: beside it with a like name, or of the same name in a like place."""
    from difflib import get_close_matches

    beside = {PurePosixPath(name).name: name for name in known if PurePosixPath(name).parent == path.parent}
    found = get_close_matches(path.name, list(beside), n=1, cutoff=NEAR)
    if found:
        return known[beside[found[0]]]
    same = [name for name in known if PurePosixPath(name).name == path.name]
    for name in same:
        if name.endswith(f"/{path}") or _alike(str(path.parent), str(PurePosixPath(name).parent)) >= FOLDERS_NEAR:
            return known[name]
    return ""


def _alike(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio()


def _replaces(name: str, known: Mapping[str, str], held: Mapping[PurePosixPath, Origin], common: Holes) -> bool:
    plain = name.removesuffix(SUFFIX)
    return plain in known or (set(HOLE.findall(plain)) <= common.keys() and filled(plain, common) in held)


def _names(files: Mapping[PurePosixPath, Origin], common: Holes) -> Iterator[tuple[str, str]]:
    """The names by which the user can replace our files: without and with the suffix of a template."""
    root = folder()
    for path, origin in files.items():
        if isinstance(origin, Printed):
            yield origin.template.removesuffix(SUFFIX), origin.template
        elif isinstance(origin, Path):
            name = origin.relative_to(root).as_posix()
            yield name, name
        else:
            name = str(path)
            for hole, value in common.items():
                name = name.replace(f"{value}/", f"%{hole}%/", 1) if name.startswith(f"{value}/") else name
            yield name, name
