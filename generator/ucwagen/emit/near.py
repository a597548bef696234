"""The user's own files in; warnings out about those that replace nothing and look as if they should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from pathlib import Path, PurePosixPath

from ucwagen.diagnostics import Diagnostic
from ucwagen.emit.environment import environment, included
from ucwagen.emit.plan import HOLE, Holes, Origin, Printed, filled, holes, ours, own_place, whole
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
    parts = _included(own, target)
    return tuple(
        Diagnostic(own_place(own, name), why, severity="warning") for name in added for why in _why(name, known, parts)
    )


def _why(name: str, known: Mapping[str, str], parts: set[str]) -> Iterator[str]:
    near = _nearest(PurePosixPath(name.removesuffix(SUFFIX)), known)
    if near:
        yield f"replaces no file of ucwagen, and is added to the package; did you mean `{near}`?"
    elif name in parts and not PurePosixPath(name.removesuffix(SUFFIX)).suffix:
        place = f"{PART}{name}" if "/" not in name else f"{PART}parts/{PurePosixPath(name).name}"
        yield f"is added to the package, although it is included by others; name it `{place}` to include it only"


def _nearest(path: PurePosixPath, known: Mapping[str, str]) -> str:
    """The name of ours that is meant: beside it with a like name, or of the same name in a like place."""
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


def _included(own: Overrides, target: Target) -> set[str]:
    """Names that a template extends, includes or imports."""
    engine = environment(target)
    texts = [data.decode("utf-8", "replace") for name, data in own.files.items() if name.endswith(SUFFIX)]
    return set().union(*(included(engine, text) for text in texts))
