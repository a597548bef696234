"""A message of a page comes in; the reason why no file of examples can hold it goes out, where there is one."""

from __future__ import annotations

from ucwagen.source.depth import TOO_DEEP, too_deep
from ucwagen.source.http import MARK
from ucwagen.source.text import REFUSED, TAB


def why_left_out(text: str, form: str | None) -> str | None:
    """What is wrong with a message, in words that follow ``a sample``."""
    if too_deep(text, form or "json") is not None:
        return TOO_DEEP
    refused = next((match[0] for match in REFUSED.finditer(text) if match[0] != TAB), None)
    if refused:
        return f"with the character U+{ord(refused):04X} in it"
    if f"\n\n{MARK}" in f"\n\n{text}" or text.startswith("# "):
        return "with a line that begins a section"
    return None
