"""The package to generate: from its spec to its metadata; faults of what pip, or an index of packages, would refuse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ucwagen.choices import Choices, Word
from ucwagen.diagnostics import Collector
from ucwagen.model.types.settings import Author, Package
from ucwagen.source.text import shown

if TYPE_CHECKING:
    from ucwagen.spec.api import PackageSpec

PLAIN_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
PLAIN_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){0,4}", re.ASCII)
"""Names and versions that stand in their one spelling: what knows all others is imported for those."""
MAIL = r"[^<>@\s]+@[^<>@\s]+"
AUTHOR = re.compile(rf"(?P<name>[^<>@]*[^<>@\s])(?: <(?P<mail>{MAIL})>)?|(?P<bare>{MAIL})")
ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.ASCII)
LONGEST_LABEL = 32
CLASSIFIER = re.compile(r"\S[^:]*( :: [^:]*[^:\s])+")
OF_LICENCES = "License ::"


def package(spec: PackageSpec, choices: Choices, faults: Collector) -> Package:
    """The package, with the licence in its one spelling. Names that the job gives win over those of the spec.

    A package of another name has fixtures of another name too, because both may be installed side by side.
    """
    name = choices.package or Word(spec.name, spec.span("name"))
    distribution = choices.distribution or choices.package or Word(spec.distribution, spec.span("distribution"))
    _check_distribution(distribution, faults)
    _check_urls(spec, faults)
    _check_classifiers(spec, faults)
    return Package(
        name=name.text,
        distribution=distribution.text,
        version=_version(spec, faults),
        summary=spec.summary,
        base_error=spec.base_error,
        fixtures=None if choices.package else spec.fixtures,
        license=_license(spec, faults),
        authors=tuple(_author(spec, index, faults) for index in range(len(spec.authors))),
        urls=tuple(spec.urls.items()),
        classifiers=spec.classifiers,
        keywords=_keywords(spec, faults),
        span=name.span,
        base_error_span=spec.span("base_error"),
        fixtures_span=spec.span("fixtures"),
    )


def _check_distribution(name: Word, faults: Collector) -> None:
    if PLAIN_NAME.fullmatch(name.text):
        return
    from packaging.utils import InvalidName, canonicalize_name

    try:
        canonicalize_name(name.text, validate=True)
    except InvalidName:
        message = f"{shown(name.text)} is no name of a distribution; use letters, digits, `-`, `_` and `.`"
        faults.error(name.span, message)


def _version(spec: PackageSpec, faults: Collector) -> str:
    """The version in its one spelling, which the metadata of a distribution has."""
    if PLAIN_VERSION.fullmatch(spec.version):
        return spec.version
    from packaging.version import InvalidVersion, Version

    try:
        return str(Version(spec.version))
    except InvalidVersion:
        faults.error(spec.span("version"), f"{shown(spec.version)} is no version; write one such as `1.0.0`")
        return spec.version


def _license(spec: PackageSpec, faults: Collector) -> str | None:
    if spec.license is None:
        return None
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    try:
        return canonicalize_license_expression(spec.license)
    except InvalidLicenseExpression:
        fit = "write one such as `MIT`, or `LicenseRef-Proprietary`"
        faults.error(spec.span("license"), f"{shown(spec.license)} is no SPDX expression of a licence; {fit}")
        return None


def _author(spec: PackageSpec, index: int, faults: Collector) -> Author:
    found = AUTHOR.fullmatch(spec.authors[index])
    if found is None:
        message = f"{shown(spec.authors[index])} is no author; write `Name <mail@example.com>`, a name, or an address"
        faults.error(spec.span("authors", index), message)
        return Author("", "")
    return Author(found["name"] or "", found["mail"] or found["bare"] or "")


def _check_urls(spec: PackageSpec, faults: Collector) -> None:
    for label, address in spec.urls.items():
        if not ADDRESS.fullmatch(address):
            message = f"{shown(address)} is no address; write one that begins with `https://`"
            faults.error(spec.span("urls", label), message)
        if len(label) > LONGEST_LABEL:
            message = f"label {shown(label)} has more than {LONGEST_LABEL} characters, which no index takes; shorten it"
            faults.error(spec.span("urls", label), message)


def _check_classifiers(spec: PackageSpec, faults: Collector) -> None:
    for index, classifier in enumerate(spec.classifiers):
        place = spec.span("classifiers", index)
        if classifier.startswith(OF_LICENCES):
            faults.error(place, "a licence is no classifier any more; say it with `license`")
        elif not CLASSIFIER.fullmatch(classifier):
            message = f"{shown(classifier)} is no classifier; write one such as `Intended Audience :: Developers`"
            faults.error(place, message)


def _keywords(spec: PackageSpec, faults: Collector) -> tuple[str, ...]:
    """The keywords, with single spaces. The metadata of a distribution has them in one line, commas between them."""
    found: dict[str, str] = {}
    for index, words in enumerate(spec.keywords):
        place = spec.span("keywords", index)
        keyword = " ".join(words.split())
        if "," in keyword:
            faults.error(place, f"a comma in keyword {shown(keyword)}; list each keyword by itself")
        elif keyword.casefold() in found:
            faults.error(place, f"keyword {shown(keyword)} is listed twice; remove one of the two")
        found[keyword.casefold()] = keyword
    return tuple(found.values())
