"""JSON values by key. What is damaged, or of another form than is due, is as if it were not there."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

CHECK = 32
"""Hexadecimal digits of the checksum of an entry."""
WASTE = 3
"""A file is written again if it has more than this many times the entries that are in use."""


class Store:
    """Values that earlier builds left, and those that this one adds. A line is a key, a checksum, and JSON."""

    def __init__(self, data: bytes = b"") -> None:
        self._lines = {line[: line.find(b" ")]: line for line in data.split(b"\n")}
        self._lines.pop(b"", None)
        self._values: dict[bytes, Any] = {}
        self._used: dict[bytes, bytes] = {}
        self._added: dict[bytes, bytes] = {}

    def get(self, key: str) -> Any:
        """The value of a key; None where there is none."""
        name = key.encode("ascii")
        line = self._lines.get(name)
        if line is None:
            return None
        self._used[name] = line
        if name not in self._values:
            self._values[name] = _value(name, line)
        return self._values[name]

    def put(self, key: str, value: Any) -> None:
        """Add a value."""
        name = key.encode("ascii")
        payload = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii")
        line = b" ".join((name, _checksum(name, payload), payload))
        self._lines[name] = self._used[name] = self._added[name] = line
        self._values[name] = value

    def only_used(self) -> Store:
        """A store of the values that were used or added."""
        found = Store()
        found._lines = dict(self._used)
        found._values = {name: self._values[name] for name in self._used}
        return found

    @property
    def added(self) -> bytes:
        """The lines to be added to the file, which may end within a line."""
        return b"".join(b"\n%s\n" % line for line in self._added.values())

    @property
    def is_wasteful(self) -> bool:
        """Whether most of the file is of no use any more."""
        return len(self._lines) > WASTE * max(len(self._used), 1)

    @property
    def in_use(self) -> bytes:
        """All lines that this build used or added."""
        return b"".join(b"%s\n" % line for line in self._used.values())


def _value(name: bytes, line: bytes) -> Any:
    _, _, rest = line.partition(b" ")
    check, _, payload = rest.partition(b" ")
    if check != _checksum(name, payload):
        return None
    try:
        return json.loads(payload)
    except (ValueError, RecursionError):
        return None


def _checksum(name: bytes, payload: bytes) -> bytes:
    return sha256(name + b" " + payload).hexdigest()[:CHECK].encode("ascii")
