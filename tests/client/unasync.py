"""The asynchronous modules in blocking words: what differs between them is `await` and names, nothing else."""

from __future__ import annotations

import re

WORDS = (
    (r"\bawait ", ""),
    (r"\basync (?=def|with|for)", ""),
    (r"\bAsync(?=[A-Z])", ""),
    (r"\b__a(?=enter|exit|iter|next)", "__"),
    (r"\bStopAsyncIteration\b", "StopIteration"),
    (r"\baclose\b", "close"),
    (r"\bclient for ``async``", "blocking client"),
    (r"\b_async\b", "_sync"),
)


def blocking(text: str) -> str:
    """The text of a blocking module, from that of the asynchronous one."""
    for pattern, word in WORDS:
        text = re.sub(pattern, word, text)
    return text
