"""One log line for each exchange, without secrets in it or in the logs of httpx2 and its libraries."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache

from ...base.redact import HIDDEN, SECRETS, shown
from ...http.messages import Request, Response
from ..session.effects import Watch

NAME = __name__.partition(".")[0]
_LOGGER = logging.getLogger(NAME)
UNDERNEATH = (
    "httpx2", "httpcore2", "httpcore2.connection", "httpcore2.http11", "httpcore2.http2", "httpcore2.proxy",
    "httpcore2.socks", "hpack", "hpack.hpack", "hpack.table", "spnego", "spnego._credssp", "spnego._gss", "spnego._negotiate",
    "spnego._ntlm", "spnego._sspi",
)  # fmt: skip
_RAW = "hpack"
"""Loggers of headers as bytes, in which names and values cannot be distinguished: only numbers are shown."""
_TOKENS = "spnego"
"""Loggers of tokens of Windows authentication: only what stands before the first colon is shown."""
_NAMES = "|".join((*SECRETS, "renew"))
_GLUE = r"""(?:['"]?\s*[:=]|['"]\s*,)\s*[\[(]?(?:b(?=['"]))?(?P<quote>['"])?"""
_QUOTED = r"(?(quote)(?:\\.|(?!(?P=quote)).)+"
_HIDING = (
    # The whole value of a header: to its closing quote, or to the end of the line.
    rf"(?P<head>(?:authorization|cookie){_GLUE}){_QUOTED}|[^\r\n]+)",
    rf"(?P<head>(?:{_NAMES})[\w%.-]{{0,64}}{_GLUE}){_QUOTED}|[^\s'\",;&)}}\]#]+)",
    # A broken header, without a colon, in the text of an error.
    rf"""(?P<head>b['"][\w%.-]{{0,64}}(?:{_NAMES})[\w%.-]{{0,64}}(?:[ \t]|\\t)+)[^\r\n'"]+""",
    r"""(?P<head>\b(?:bearer|basic|negotiate|ntlm|digest)\s+)[^\s'",;)}\]]+""",
    r"""(?P<head>//)[^\s/@'"]{1,256}(?=@)""",
)
_known: ContextVar[Callable[[str], str] | None] = ContextVar("known", default=None)
"""Hides the secrets of the client whose exchange runs in this context."""


class Redaction(logging.Filter):
    """Removes secrets from any log record."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith(_RAW) and isinstance(record.args, tuple):
            record.args = tuple(value if isinstance(value, int) else HIDDEN for value in record.args)
        try:
            text = record.getMessage()
        except (TypeError, ValueError):
            return True  # the handler of the record will report it
        clean = f"{text.partition(':')[0]}: {HIDDEN}" if record.name.startswith(_TOKENS) else redacted(text)
        if clean != text:
            record.msg, record.args = clean, ()
        return True


def redacted(text: str) -> str:
    """The text without what follows the name of a secret, and without the secrets of the client of this context."""
    for secrets in _secrets():
        text = secrets.sub(rf"\g<head>{HIDDEN}", text)
    return repeated(text)


@cache
def _secrets() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _HIDING)


def repeated(text: str) -> str:
    """The text without the secrets of the client of this context."""
    hide = _known.get()
    return text if hide is None else hide(text)


class hiding:
    """Hide the secrets of a client in all that is logged in the block."""

    __slots__ = ("_hide", "_token")

    def __init__(self, hide: Callable[[str], str]) -> None:
        self._hide = hide

    def __enter__(self) -> None:
        self._token = _known.set(self._hide)

    def __exit__(self, *_: object) -> None:
        _known.reset(self._token)


def guard() -> None:
    """Install the filter at the loggers of the libraries. Repeated calls do no harm."""
    for name in UNDERNEATH:
        logger = logging.getLogger(name)
        if not any(isinstance(known, Redaction) for known in logger.filters):
            logger.addFilter(Redaction())


def exchanged(request: Request, outcome: Response | Exception, seconds: float, watch: Watch | None = None) -> None:
    """Log an exchange, and show it to ``watch``."""
    if watch is not None:
        watch(request, outcome, seconds)
    if _LOGGER.isEnabledFor(logging.DEBUG):
        what = str(outcome.status_code) if isinstance(outcome, Response) else type(outcome).__name__
        _LOGGER.debug("%s %s: %s in %.0f ms", request.method, repeated(shown(request.url)), what, seconds * 1000)


def went_wrong(what: str, fault: Exception) -> None:
    """Log the error of a background task, which has no caller."""
    _LOGGER.warning("%s: %s: %s", what, type(fault).__name__, redacted(str(fault)))
