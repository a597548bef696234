"""Views and a user's own files in; what each file of the tree is made from out. A path says what a file replaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ucwagen.diagnostics import Collector, Source, Span, nearest
from ucwagen.emit.copies import copies
from ucwagen.overrides import Overrides
from ucwagen.target import CopyView, Target, TextView, View
from ucwagen.templates import SUFFIX

HOLE = re.compile(r"%(\w+)%")
Holes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Printed:
    """A template, and the view that it receives."""

    template: str
    view: View
    own: bool = False
    """True where the template is the user's."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that goes into the tree as it is, by its name below the folder of the user's own files."""

    name: str


Origin = Printed | Copied | Path | str
"""What a file is made from; a path is a file of ours to be copied, a text is the text."""
Plan = dict[PurePosixPath, Origin]


def plan(views: Iterable[View], target: Target, own: Overrides, faults: Collector) -> Plan:
    """The origin of every file of the tree. Paths of the user's that stand for no file of their own are faults."""
    given = tuple(views)
    files = dict(ours(given))
    files |= dict(_theirs(given, target, own, files, faults))
    _apart(files, own, faults)
    return files


def holes(view: View) -> Holes:
    """What the names between percent signs in the path of a template stand for."""
    pattern = re.escape(view.template.removesuffix(SUFFIX))
    found = re.fullmatch(HOLE.sub(lambda hole: f"(?P<{hole[1]}>[^/]+)", pattern), str(view.path))
    return found.groupdict() if found and view.template else {}


def whole(views: Iterable[View], target: Target) -> View | None:
    """A view of the whole package, the one with most holes."""
    of_all = [view for view in views if target.views and isinstance(view, target.views[-1])]
    return max(of_all, key=lambda view: len(holes(view)), default=None)


def ours(views: Iterable[View]) -> Iterator[tuple[PurePosixPath, Origin]]:
    """Our own files, each with its origin."""
    seen: set[PurePosixPath] = set()
    for view in views:
        for path, origin in _of(view):
            if path in seen:
                raise ValueError(f"two views make {path}")
            seen.add(path)
            yield path, origin


def _of(view: View) -> Iterator[tuple[PurePosixPath, Origin]]:
    if isinstance(view, CopyView):
        yield from copies(view)
    else:
        yield view.path, view.text if isinstance(view, TextView) else Printed(view.template, view)


def _theirs(
    views: tuple[View, ...], target: Target, own: Overrides, held: Mapping[PurePosixPath, Origin], faults: Collector
) -> Iterator[tuple[PurePosixPath, Origin]]:
    """Each file with its origin; one whose path has holes of single views goes before one that names a single file."""
    about = whole(views, target)
    common = holes(about) if about else {}
    by_hole = {name for view in views for name in holes(view)}
    seen: dict[PurePosixPath, str] = {}
    for name in sorted(own.made(), key=lambda name: (not set(HOLE.findall(name)) - common.keys(), name)):
        wanted = set(HOLE.findall(name))
        unknown = sorted(wanted - by_hole)
        if unknown:
            known = [f"%{hole}%" for hole in sorted(by_hole)]
            hint = nearest(f"%{unknown[0]}%", known) or f"; there are {', '.join(f'`{hole}`' for hole in known)}"
            faults.error(own_place(own, name), f"nothing fills `%{unknown[0]}%`{hint}")
        elif wanted - common.keys():
            several = [view for view in views if wanted <= holes(view).keys()]
            yield from ((filled(name, holes(view)), _origin(name, view)) for view in several)
        else:
            path = filled(name, common)
            first = seen.setdefault(path, name)
            if first != name:
                faults.error(own_place(own, name), f"makes {path}, as `{first}` does; keep one of the two")
            replaced = held.get(path)
            view = replaced.view if isinstance(replaced, Printed) else about
            if view is not None:
                yield path, _origin(name, view)


def _origin(name: str, view: View) -> Origin:
    return Printed(name, view, own=True) if name.endswith(SUFFIX) else Copied(name)


def filled(name: str, found: Holes) -> PurePosixPath:
    """The path of the file that a name stands for, its holes filled."""
    return PurePosixPath(HOLE.sub(lambda hole: found[hole[1]], name.removesuffix(SUFFIX)))


def _apart(files: Plan, own: Overrides, faults: Collector) -> None:
    """No file is a folder on the way to another one, and no two names are the same where case does not count."""
    if not any(map(own_name, files.values())):
        return
    names: dict[str, tuple[PurePosixPath, PurePosixPath]] = {}
    for path in files:
        for place in (path, *list(path.parents)[:-1]):
            names.setdefault(str(place).casefold(), (place, path))
    for path, origin in files.items():
        name = own_name(origin)
        for place in (path, *list(path.parents)[:-1]) if name else ():
            first, other = names[str(place).casefold()]
            if other != path and (first != place or place in (path, other)):
                faults.error(own_place(own, name), f"makes {path}, beside which {other} cannot be; rename the file")
                break


def own_name(origin: Origin) -> str:
    """The name of the user's file from which one of the tree is made; empty for one of ours."""
    if isinstance(origin, Printed):
        return origin.template if origin.own else ""
    return origin.name if isinstance(origin, Copied) else ""


def own_place(own: Overrides, name: str) -> Span:
    """The beginning of a file of the user's."""
    return Span(Source(own.shown(name), ""), 1, 1)
