"""The README in the metadata of the distribution: its links lead to the source of this version."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

LINK = re.compile(r"(?<=\]\()(?!https?:|#|mailto:)([^)\s]+)(?=[)\s])")
IMAGES = (".png", ".svg", ".jpg", ".gif")


class ReadmeHook(MetadataHookInterface):
    """Reads README.md; ``project.urls.Source`` is where its links begin."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add the readme to the metadata."""
        text = Path(self.root, "README.md").read_text("utf-8")
        code = Path(self.root, "generator/ucwagen/__init__.py").read_text("utf-8")
        version = re.search(r'^__version__ = "(.+)"', code, re.MULTILINE)
        tag = f"v{version[1]}" if version else "main"
        metadata["readme"] = {"content-type": "text/markdown", "text": absolute(text, metadata["urls"]["Source"], tag)}


def absolute(text: str, source: str, tag: str) -> str:
    """The text with links to files of a tag; images lead to their bytes."""

    def leading(found: re.Match[str]) -> str:
        kind = "raw" if found[1].endswith(IMAGES) else "blob"
        return f"{source}/{kind}/{tag}/{found[1]}"

    return LINK.sub(leading, text)
