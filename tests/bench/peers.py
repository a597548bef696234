"""The installed peers, set up for these messages as their documentation recommends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec

Runs = dict[str, Callable[[], object]]
NEEDED = {"pydantic v2": "pydantic", "xsdata": "xsdata", "pydantic-xml": "pydantic_xml"}


@dataclass
class Peers:
    """The operations of each peer on one message."""

    read_json: Runs = field(default_factory=dict)
    read_xml: Runs = field(default_factory=dict)
    write_json: Runs = field(default_factory=dict)
    write_xml: Runs = field(default_factory=dict)


def missing() -> Iterator[str]:
    """Peers that are not installed."""
    return (name for name, module in NEEDED.items() if find_spec(module) is None)


def of(message: str, as_json: bytes, as_xml: bytes) -> Peers:
    """All installed peers, set up for a message."""
    found, absent = Peers(), set(missing())
    if "pydantic v2" not in absent:
        import peer_pydantic

        found.read_json["pydantic v2"], found.write_json["pydantic v2"] = peer_pydantic.runs(message, as_json)
    if "xsdata" not in absent:
        import peer_xsdata

        found.read_xml["xsdata"], found.write_xml["xsdata"] = peer_xsdata.runs(as_xml)
    if "pydantic-xml" not in absent:
        import peer_pydantic_xml

        found.read_xml["pydantic-xml"], found.write_xml["pydantic-xml"] = peer_pydantic_xml.runs(as_xml)
    return found
