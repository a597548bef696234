"""One line of the log for each exchange, and no secrets in it, nor in those of the libraries underneath."""

from __future__ import annotations

import logging
import re

from ..http import Request, Response, shown

NAME = __name__.partition(".")[0]
UNDERNEATH = (
    "httpx2", "httpcore2", "httpcore2.connection", "httpcore2.http11", "httpcore2.http2", "httpcore2.proxy",
    "httpcore2.socks",
)  # fmt: skip
_SECRETS = re.compile(r"""(?ix)
    (?P<name>\b(?:proxy-)?authorization|\b(?:set-)?cookie|access_token|password|ms_rtc_renew|\bcwt\w*|\bbearer|\bkey)
    (?P<glue>['"]?\s*[,:=]\s*b?['"]?|\s+)
    (?P<value>(?:bearer\s+|basic\s+|negotiate\s+|ntlm\s+)?[^\s'",;&)}\]]+)
    """)


class Redaction(logging.Filter):
    """Takes secrets out of a record, whoever wrote it."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        clean = redacted(text)
        if clean != text:
            record.msg, record.args = clean, ()
        return True


def redacted(text: str) -> str:
    """The text without what follows the name of a secret."""
    return _SECRETS.sub(lambda found: f"{found['name']}{found['glue']}…", text)


def guard() -> None:
    """Let the loggers underneath show no secrets. Once is enough; more do no harm."""
    for name in UNDERNEATH:
        logger = logging.getLogger(name)
        if not any(isinstance(known, Redaction) for known in logger.filters):
            logger.addFilter(Redaction())


def exchanged(request: Request, outcome: Response | Exception, seconds: float) -> None:
    """Note an exchange."""
    logger = logging.getLogger(NAME)
    if logger.isEnabledFor(logging.DEBUG):
        what = str(outcome.status_code) if isinstance(outcome, Response) else type(outcome).__name__
        logger.debug("%s %s: %s in %.0f ms", request.method, shown(request.url), what, seconds * 1000)
