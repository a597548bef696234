"""Choices of a job in, the header of its modules and the text of its licence out."""

from __future__ import annotations

import re
from pathlib import Path

from ucwagen.choices import Choices
from ucwagen.diagnostics import Collector, Source, Span, visible

COOKIE = re.compile(r"coding[:=]\s*[-\w.]+")
"""What Python takes for the encoding of a module, in a comment of its first two lines."""


def header(choices: Choices, faults: Collector) -> str:
    """The text at the head of every module, without empty lines around it; empty where there is none."""
    if choices.header and choices.header_file:
        faults.error(choices.header.span, "the header is said as a text and as a file; keep one of the two")
    if choices.header_file:
        return _checked(_read(choices.header_file, "header-file", faults), faults)
    if choices.header:
        return _checked(Source("", choices.header.text), faults, choices.header.span)
    return ""


def license(choices: Choices, faults: Collector) -> str | None:
    """The text of the licence; None where the job says none."""
    if choices.license_file is None:
        return None
    source = _read(choices.license_file, "license-file", faults)
    text = source.text.replace("\r\n", "\n")
    if not text.strip():
        faults.error(Span(source, 1, 1), "is empty; it is to be the text of the licence")
    _no_controls(source, faults)
    return text if text.endswith("\n") else text + "\n"


def _checked(source: Source, faults: Collector, span: Span | None = None) -> str:
    text = source.text.replace("\r\n", "\n").strip("\n")
    if not text.strip():
        faults.error(span or Span(source, 1, 1), "the header is empty; leave it out, or write a text")
    cookie = next((line for line in text.split("\n")[:2] if COOKIE.search(line)), "")
    if cookie:
        why = f"Python would take `{visible(cookie)}` for the encoding of the module; write it otherwise"
        faults.error(span or Span(source, 1, 1), why)
    _no_controls(source, faults, span)
    return text


def _no_controls(source: Source, faults: Collector, span: Span | None = None) -> None:
    for number, line in enumerate(source.text.replace("\r\n", "\n").split("\n"), 1):
        column = next((at for at, char in enumerate(line, 1) if not char.isprintable() and char not in "\t\f"), 0)
        if column:
            why = f"has the character {visible(line[column - 1])}, which cannot be shown; remove it"
            faults.error(span or Span(source, number, column), why)
            return


def _read(path: Path, key: str, faults: Collector) -> Source:
    try:
        data = path.read_bytes()
    except OSError as fault:
        why = f"{fault.strerror or fault}; `{key}` names it, which is the path of a file"
        faults.error(Span(Source(str(path), ""), 1, 1), why)
        return Source(str(path), "not read")
    try:
        return Source(str(path), data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        why = f"byte 0x{data[fault.start]:02X} is not UTF-8; save the file as UTF-8"
        faults.error(Span(Source(str(path), ""), line, 1), why)
        return Source(str(path), "not UTF-8")
