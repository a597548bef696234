"""Faults as a JUnit report, which CI servers show among the results of tests."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree

from ucwagen.diagnostics import Diagnostic, visible


def text(found: Sequence[Diagnostic]) -> str:
    """One suite: a case for each file that has faults, or one case that passed. Warnings do not fail a case."""
    files = [(path, list(faults)) for path, faults in groupby(found, key=lambda fault: fault.span.source.path)]
    failures = sum(any(fault.severity == "error" for fault in faults) for _, faults in files)
    counts = {"tests": str(max(len(files), 1)), "failures": str(failures), "errors": "0"}
    suites = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "ucwagen", **counts})
    for path, faults in files:
        _case(suite, path, faults)
    if not files:
        ElementTree.SubElement(suite, "testcase", {"classname": "ucwagen", "name": "specs"})
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _case(suite: ElementTree.Element, path: str, faults: Sequence[Diagnostic]) -> None:
    case = ElementTree.SubElement(
        suite, "testcase", {"classname": "ucwagen", "name": visible(path), "file": visible(path)}
    )
    errors = [fault for fault in faults if fault.severity == "error"]
    warnings = [fault for fault in faults if fault.severity == "warning"]
    if errors:
        words = {"message": visible(errors[0].message), "type": "error"}
        ElementTree.SubElement(case, "failure", words).text = _rendered(errors)
    if warnings:
        ElementTree.SubElement(case, "system-out").text = _rendered(warnings)


def _rendered(faults: Sequence[Diagnostic]) -> str:
    return visible("\n".join(fault.render() for fault in faults))
