"""An author of the package, as project metadata has one."""

from __future__ import annotations

from ucwagen.model.types.api import Author
from ucwagen.python.text.literals import Code, literal


def author(of: Author) -> Code:
    """A table of TOML on one line, with the name, the mail address, or both."""
    known = {"name": of.name, "email": of.email}
    return Code("{" + ", ".join(f"{key} = {literal(text)}" for key, text in known.items() if text) + "}")
