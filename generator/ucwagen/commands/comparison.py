"""The text of comparisons, in the form that an option names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ucwagen.terminal import colours

if TYPE_CHECKING:
    from ucwagen.changes.forms.words import Titled

Form = Literal["text", "json", "markdown"]


def text_of(form: Form, found: Sequence[Titled]) -> str:
    """The text; colours at a terminal alone."""
    from ucwagen.changes.forms import as_json, as_markdown, as_text

    match form:
        case "json":
            return as_json.text(found)
        case "markdown":
            return as_markdown.text(found)
    return as_text.text(found, coloured=colours())
