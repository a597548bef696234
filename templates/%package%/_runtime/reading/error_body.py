"""A failure reported by the server: the body of an error, and the reason in an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..base.redact import bounded
from ..base.typing_shim import TYPE_CHECKING, Any
from ..values.kinds import text

if TYPE_CHECKING:
    from ..codecs.xml import Element

_SUBJECT = ("name", "parameter", "key", "property")
_TEXT = ("reason", "value", "message", "text")


class ErrorBody:
    """The description of a failure. All members are optional; documented ones always have the code."""

    __slots__ = ("_members",)

    def __init__(
        self,
        code: str | None = None,
        subcode: str | None = None,
        message: str | None = None,
        *,
        link: str | None = None,
        parameters: Mapping[str, str] | None = None,
        debug_info: Mapping[str, str] | None = None,
    ) -> None:
        self._members = (code, subcode, message, link, dict(parameters or {}), dict(debug_info or {}))

    @property
    def code(self) -> str | None:
        """The code of the error, such as ``Conflict``."""
        return self._members[0]

    @property
    def subcode(self) -> str | None:
        """The closer cause, such as ``AlreadyExists``; None where the server gives none."""
        return self._members[1]

    @property
    def message(self) -> str | None:
        """What happened, in the language of the application."""
        return self._members[2]

    @property
    def link(self) -> str | None:
        """An address with more information."""
        return self._members[3]

    @property
    def parameters(self) -> Mapping[str, str]:
        """The error of each parameter."""
        return MappingProxyType(self._members[4])

    def shown_parameters(self) -> str:
        """The parameters, each with its error, for the text of an error; empty without any."""
        found = "; ".join(": ".join(filter(None, pair)) for pair in self.parameters.items())
        return f" [{found}]" if found else ""

    @property
    def debug_info(self) -> Mapping[str, str]:
        """Debug information for the server's administrators."""
        return MappingProxyType(self._members[5])

    @classmethod
    def of_json(cls, body: Mapping[str, Any]) -> ErrorBody:
        """From the object; nothing in it can be of a wrong kind."""
        link = body.get("link")
        return cls(
            _word(body.get("code")),
            _word(body.get("subcode")),
            _word(body.get("message")),
            link=_word(link.get("href") if isinstance(link, dict) else link),
            parameters=_bag(body.get("parameters")),
            debug_info=_bag(body.get("debugInfo")),
        )

    @classmethod
    def of_xml(cls, element: Element) -> ErrorBody:
        """From the element, whose members are elements too."""
        return cls.of_json({_local(child): _xml_member(child) for child in element})

    def mapped(self, change: Callable[[str], str]) -> ErrorBody:
        """The body with each of its texts changed."""
        texts = [None if text is None else change(text) for text in self._members[:4]]
        bags = [{change(name): change(text) for name, text in bag.items()} for bag in self._members[4:]]
        code, subcode, message, link = texts
        return ErrorBody(code, subcode, message, link=link, parameters=bags[0], debug_info=bags[1])

    def __eq__(self, other: object) -> bool:
        return self._members == other._members if isinstance(other, ErrorBody) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<ErrorBody {bounded('/'.join(filter(None, self._members[:2])))}: {bounded(self.message or '')}>"


def _word(value: Any) -> str | None:
    return None if value in (None, "") else text(value)


def _bag(value: Any) -> dict[str, str]:
    """Names and texts, from an object or from a list of objects that name their subject."""
    if isinstance(value, dict):
        return {name: _word(item) or "" for name, item in value.items()}
    if isinstance(value, list):
        return dict(_row(item) for item in value)
    return {} if value in (None, "") else {"": text(value)}


def _row(item: Any) -> tuple[str, str]:
    if not isinstance(item, dict):
        return text(item), ""
    subject = next((item[name] for name in _SUBJECT if item.get(name)), "")
    return text(subject), text(next((item[name] for name in _TEXT if item.get(name) is not None), ""))


def _local(element: Element) -> str:
    return (
        str(element.tag).rpartition("}")[2] if element.tag != f"{{{_namespace(element)}}}property" else _name(element)
    )


def _namespace(element: Element) -> str:
    return str(element.tag).partition("}")[0].lstrip("{")


def _name(element: Element) -> str:
    return element.get("name") or ""


def _xml_member(element: Element) -> Any:
    """A text, or a list of rows."""
    if element.get("href") is not None:
        return element.get("href")
    return [_xml_row(child) for child in element] if len(element) else element.text or ""


def _xml_row(element: Element) -> dict[str, str]:
    inner = {_local(child): child.text or "" for child in element}
    row: dict[str, str] = {**element.attrib, **inner}
    row.setdefault("name", _local(element))
    row.setdefault("reason", element.text or "")
    return {str(name): str(value) for name, value in row.items()}
