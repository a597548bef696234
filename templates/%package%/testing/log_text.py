"""What the sandbox saw, as text: a line for each request and event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Entry = Mapping[str, Any]


def log_text(entries: Iterable[Entry]) -> str:
    """The lines, with seconds since the first one; a line says how many entries were not kept."""
    rows = [*entries]
    if not rows:
        return "no request came"
    begun, left_out = rows[0]["at"], rows[0]["number"] - 1
    head = [f"{left_out} earlier entries were not kept"] if left_out else []
    return "\n".join([*head, *(f"{row['at'] - begun:7.3f}  {_line(row)}" for row in rows)])


def _line(row: Entry) -> str:
    if row["kind"] == "request":
        status = row["status"] or "no answer"
        return _joined(status, row["method"], row["target"], _of("by", row, "user"), _of("fault", row, "fault"))
    if row["kind"] == "event":
        to = _joined(row.get("user", ""), row.get("application", ""))
        return _joined(
            "event", row["type"], row["rel"], row["href"], f"for {to}" if to else "", _of("failed:", row, "reason")
        )
    return _joined(row["kind"])


def _of(word: str, row: Entry, name: str) -> str:
    return f"{word} {row[name]}" if row.get(name) else ""


def _joined(*words: object) -> str:
    return " ".join(str(word) for word in words if word != "")
