"""Prints the costs of the generated package, from one run, beside the floors and the peers: ``make bench``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import building
import clients
import data
import floors
import large
import ours
import peers
import starting
import talking
import users
from timing import best

import plugin
from ucwa2 import State
from ucwa2.resources.my_contacts import MyContacts
from ucwa2.resources.phone_audio_invitation import PhoneAudioInvitation

Run = Callable[[], object]
Reader = Callable[[bytes], object]


class Row(NamedTuple):
    """A contest: the task, the floor, and the allowed multiple of the floor."""

    title: str
    floor: str
    target: float
    runs: dict[str, Run]


def rows(contacts: int) -> Iterator[Row]:
    """Every contest: two messages, two formats, reading, writing, and from each format to the other."""
    invitation = (ours.read_invitation_json, ours.read_invitation_xml)
    yield from _rows("phoneAudioInvitation", PhoneAudioInvitation, data.documented(), invitation)
    readers = (ours.read_contacts_json, ours.read_contacts_xml)
    yield from _rows(f"{contacts:,} contacts", MyContacts, data.contacts(contacts), readers)


def _rows(name: str, cls: type[State], messages: tuple[bytes, bytes], readers: tuple[Reader, Reader]) -> Iterator[Row]:
    (as_json, as_xml), (read_json, read_xml) = messages, readers
    tree = json.loads(as_json)
    read = floors.dictionary_reader(tree)
    state, other, peer = cls.from_json(as_json), cls.from_xml(as_xml), peers.of(name, as_json, as_xml)
    assert state == other
    runs = {"ucwa2": lambda: read_json(as_json), "msgspec untyped": lambda: floors.read_json(as_json, read)}
    yield Row(f"{name}: JSON decode and read", "msgspec untyped", 1.8, runs | peer.read_json)
    runs = {"ucwa2": lambda: read_xml(as_xml), "lxml": lambda: floors.read_xml(as_xml)}
    runs["lxml, one sweep"] = lambda: floors.scan_xml(as_xml)
    yield Row(f"{name}: XML decode and read", "lxml", 1.6, runs | peer.read_xml)
    runs = {
        "ucwa2": state.to_json,
        "ucwa2, from XML": other.to_json,
        "msgspec untyped": lambda: floors.write_json(tree),
    }
    yield Row(f"{name}: JSON encode", "msgspec untyped", 1.8, runs | peer.write_json)
    runs = {"ucwa2": state.to_xml, "ucwa2, from XML": other.to_xml, "by hand": lambda: floors.write_xml(tree)}
    yield Row(f"{name}: XML encode", "by hand", 1.3, runs | peer.write_xml)
    same = {
        "ucwa2, XML to XML": lambda: cls.from_xml(as_xml).to_xml(),
        "ucwa2, JSON to JSON": lambda: cls.from_json(as_json).to_json(),
    }
    runs = {"ucwa2": lambda: cls.from_xml(as_xml).to_json()}
    yield Row(f"{name}: XML decode, JSON encode", "ucwa2, XML to XML", 3.0, runs | same)
    runs = {
        "ucwa2": lambda: cls.from_json(as_json).to_xml(),
        "by hand": lambda: floors.convert_json(as_json),
    }
    yield Row(f"{name}: JSON decode, XML encode", "ucwa2, XML to XML", 3.0, runs | same)


def messages(quick: bool) -> dict[str, dict[str, float]]:
    """Reading and writing, without a network."""
    turns, budget, contacts = (1, 0.001, 20) if quick else (9, 0.05, data.CONTACTS)
    figures: dict[str, dict[str, float]] = {}
    for row in rows(contacts):
        figures[row.title] = found = best(row.runs, turns, budget)
        print_row(row, found)
    for name in peers.missing():
        print(f"left out, as it is not installed: {name}")
    return figures


SMALL = building.ROOT / "tests" / "cases" / "base" / "specs"
"""Two resources: enough to see that a part works."""
PARTS: dict[str, Callable[[bool], dict[str, dict[str, float]]]] = {
    "messages": messages,
    "large": lambda quick: {"large": large.report(*((300_000, 1) if quick else ()))},
    "import": lambda quick: {"import": starting.report(1 if quick else 15)},
    "clients": lambda quick: {"clients": clients.report(*((1, SMALL) if quick else ()))},
    "build": lambda quick: {"build": building.report(*((1, SMALL) if quick else ()))},
    "talking": lambda quick: {"talking": talking.report(*((1, 50) if quick else ()))},
    "testing": lambda quick: {"testing": plugin.report(3 if quick else 200)},
    "users": lambda quick: {"users": users.report(*((20, 0.1) if quick else ()))},
}


def main() -> None:
    """Print the tables; ``--json`` also writes the figures for a machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="one short turn each: to see that it works, not to measure"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"which tables of {', '.join(PARTS)}; all by default")
    options = parser.parse_args()
    unknown = [name for name in options.parts if name not in PARTS]
    if unknown:
        parser.error(f"there is no part {', '.join(unknown)}")
    figures: dict[str, dict[str, float]] = {}
    for name, part in PARTS.items():
        if not options.parts or name in options.parts:
            figures |= part(options.quick)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def print_row(row: Row, found: dict[str, float]) -> None:
    """A line for each contestant: microseconds, and how many times the floor."""
    floor = found[row.floor]
    reached = "reached" if found["ucwa2"] <= row.target * floor else "NOT reached"
    print(f"\n{row.title}  (at most {row.target} x {row.floor}: {reached})")
    for name, micros in sorted(found.items(), key=lambda item: item[1]):
        print(f"  {name:28}{micros:14,.1f} us {micros / floor:8.2f} x floor {micros / found['ucwa2']:8.2f} x ucwa2")


if __name__ == "__main__":
    main()
