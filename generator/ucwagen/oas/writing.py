"""The text of a document: JSON, or YAML for people who read it."""

from __future__ import annotations

from typing import Any, Literal

Form = Literal["json", "yaml"]


def as_text(document: dict[str, Any], form: Form) -> str:
    """The document in one of the forms, which hold the same; members keep their order."""
    if form == "yaml":
        return _yaml(document)
    from pydantic_core import to_json

    return to_json(document, indent=2).decode("utf-8") + "\n"


def _yaml(document: dict[str, Any]) -> str:
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    plain: Any = type("PlainDumper", (dumper,), {"ignore_aliases": lambda self, data: True})
    plain.add_representer(str, _text)
    return str(yaml.dump(document, Dumper=plain, sort_keys=False, allow_unicode=True, width=120))


def _text(dumper: Any, text: str) -> Any:
    """A text of several lines stands in a block."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)
