"""One digest of many files, whatever their order."""

from __future__ import annotations

from collections.abc import Mapping


def digest_of(files: Mapping[str, str]) -> str:
    """The SHA-256, 64 digits, of the lines ``path digest`` in the order of the paths."""
    from hashlib import sha256

    lines = "".join(f"{path} {files[path]}\n" for path in sorted(files))
    return sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()
