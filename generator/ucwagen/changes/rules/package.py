"""The package: its names, and its metadata."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.changes.rules.found import SOURCE_CHANGED, Both, Found, Place, description, setting
from ucwagen.changes.types.rule import breaking, cosmetic
from ucwagen.model.types.settings import Author

PACKAGE_RENAMED = breaking("package-renamed", "Every import of the package fails.")
DISTRIBUTION_RENAMED = breaking(
    "distribution-renamed", "What names the distribution, such as requirements, gets no new version."
)
FIXTURES_RENAMED = breaking("fixtures-renamed", "Tests that use the fixtures of pytest do not find them.")
BASE_ERROR_RENAMED = breaking("base-error-renamed", "Code that catches the base of all errors fails.")
VERSION_CHANGED = cosmetic("version-changed", "The step that is due is reported with all changes.")
LICENCE_CHANGED = cosmetic("licence-changed", "No code depends on it; the persons who approve licences look at it.")
METADATA_CHANGED = cosmetic("metadata-changed", "Package indexes show it.")
RULES = (
    PACKAGE_RENAMED, DISTRIBUTION_RENAMED, BASE_ERROR_RENAMED, FIXTURES_RENAMED, VERSION_CHANGED, LICENCE_CHANGED,
    METADATA_CHANGED,
)  # fmt: skip
BASE_ERROR = ("base error",)


def package(both: Both, place: Place) -> Iterator[Found]:
    """What api.yaml says of the package, and where its pages are."""
    old, new = both.old.package, both.new.package
    place = place.inside("package")
    yield from setting(old.name, new.name, PACKAGE_RENAMED, place.inside("name"), "the package")
    distributions = old.distribution, new.distribution
    yield from setting(*distributions, DISTRIBUTION_RENAMED, place.inside("distribution"), "the distribution")
    bases = both.old_names.get(BASE_ERROR), both.new_names.get(BASE_ERROR)
    yield from setting(*bases, BASE_ERROR_RENAMED, place.inside("base_error"), "the base of all errors")
    if old.fixtures != new.fixtures:
        prefixes = old.fixtures or old.name, new.fixtures or new.name
        yield from setting(*prefixes, FIXTURES_RENAMED, place.inside("fixtures"), "the first word of the fixtures")
    yield from setting(old.version, new.version, VERSION_CHANGED, place.inside("version"), "the version")
    yield from setting(old.license, new.license, LICENCE_CHANGED, place.inside("license"), "the licence")
    yield from description(old.summary, new.summary, place, "the package")
    for key, mine, theirs in (
        ("authors", _authors(old.authors), _authors(new.authors)),
        ("urls", _urls(old.urls), _urls(new.urls)),
        ("classifiers", old.classifiers, new.classifiers),
        ("keywords", old.keywords, new.keywords),
    ):
        if mine != theirs:
            yield place.inside(key).found(METADATA_CHANGED, f"`{key}` of the package are others")


def sources(both: Both, place: Place) -> Iterator[Found]:
    """Where the reference is, and its editions."""
    for key, what in (("reference", "the address of the reference"), ("editions", "the list of editions")):
        old, new = getattr(both.old, key), getattr(both.new, key)
        yield from setting(old, new, SOURCE_CHANGED, place.inside(key), what)


def _authors(rows: tuple[Author, ...]) -> tuple[str, ...]:
    return tuple(f"{row.name} <{row.email}>" for row in rows)


def _urls(rows: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(f"{label}: {address}" for label, address in rows)
