"""Each exchange of the client is looked at as it happens, also those from which the client recovers by itself."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from time import time

from .._runtime.base.errors import Error
from .._runtime.base.registry import index
from .._runtime.calls.errors import TransportError
from .._runtime.calls.response import error_of
from .._runtime.client.session.challenge import challenge
from .._runtime.client.session.origin import origin, resolved
from .._runtime.client.session.retry import MOVED, retry_after
from .._runtime.http.diagnosis import auth_challenges, diagnostics
from .._runtime.http.messages import Request, Response, media_type
from .._runtime.reading.decode import is_html
from . import advice
from .facts import advice_for, facts
from .findings import Severity
from .journal import Journal
from .shapes import code, grant

SKEW = 120.0
"""Seconds by which two clocks may differ."""
_FORM = "application/x-www-form-urlencoded"
_CREATED = 201


class Watch:
    """Looks at exchanges. ``what`` is what the present one is about; None where its server says it."""

    def __init__(self, journal: Journal, slow: float) -> None:
        self.what: str | None = None
        self.may_be_refused = False
        """Whether a refusal of arguments says nothing: the request left out those that it could have."""
        self.places: list[str] = []
        """The origins that were asked, in order."""
        self.ended = ""
        """What the last answer was, if nothing of the API follows it; empty if the journal says more."""
        self.is_answered = False
        """Whether a server has answered in the form of the API, or with a challenge."""
        self.creations: list[tuple[Request, Response]] = []
        """What was created, with the answers."""
        self._skewed: set[str] = set()
        """Servers whose clocks were found to be wrong."""
        self._journal = journal
        self._slow = slow

    def __call__(self, request: Request, outcome: Response | Exception, seconds: float) -> None:
        """Look at an exchange."""
        self._journal.requests += 1
        self.ended = ""
        where = origin(request.url).url
        if where not in self.places:
            self._reach(where)
        about = f"{request.method} {self.what or where}"
        if seconds >= self._slow:
            came = f"an answer after {seconds:.1f} s"
            self._journal.find(about, f"an answer within {self._slow:g} s", came, advice.SLOW)
        if isinstance(outcome, Response):
            self._check_clock(where, outcome)
            self._answered(request, outcome, about, seconds)
        else:
            self._broken(where, about, outcome)

    def _reach(self, where: str) -> None:
        """Note that another server is asked, and whether it is of another domain than the first."""
        self.places.append(where)
        first, here = (origin(place).host for place in (self.places[0], where))
        domain = first.partition(".")[2] or first
        if here != first and not origin(where).is_below(domain):
            came = "it leads to a server of another domain"
            self._journal.find(where, f"a server of {domain}", came, advice.ELSEWHERE, Severity.NOTE)

    def _broken(self, where: str, about: str, fault: Exception) -> None:
        if self._journal.is_unreached(where):
            return  # a look at the name, the connection or TLS has said it
        kind = fault.kind if isinstance(fault, TransportError) else None
        if self.what is not None and kind == "read timeout" and self._journal.stage == "events":
            return
        self._journal.find(about, "a whole answer", f"none: {kind or 'it was not usable'}", advice.BROKEN)

    def _check_clock(self, where: str, response: Response) -> None:
        try:
            there = parsedate_to_datetime(response.headers.get("date", "")).timestamp()
        except (TypeError, ValueError, OverflowError):
            return
        ahead = round(there - time())
        if abs(ahead) > SKEW and where not in self._skewed:
            self._skewed.add(where)
            came = f"a clock that is {abs(ahead)} s {'ahead' if ahead > 0 else 'behind'}"
            self._journal.find(where, "a clock like that of this computer", came, advice.CLOCK, step="clock")

    def _answered(self, request: Request, response: Response, about: str, seconds: float) -> None:
        status = response.status_code
        is_form = media_type(request.headers.get("Content-Type"))[0] == _FORM
        is_signed = any(name.lower() == "authorization" for name in request.headers)
        if is_html(response.content, response.headers.get("content-type")) and not self._wants_html(request):
            self._journal.find(about, "an answer of the API", f"a web page with status {status}", advice.PORTAL)
        elif is_form and status < 500 and status != 429:
            self._in("sign-in", about, f"the token service answered {status}", seconds)
        elif status < 300:
            self._succeeded(about, status, seconds)
        elif status == 401 and not is_signed:
            self._challenged(about, response)
        elif status in MOVED:
            self._moved(request, response, about)
        elif status >= 400:
            self._refused(response, about)
        if status == _CREATED or (request.method == "POST" and not is_form and status < 300):
            self.creations.append((request, response))

    def _succeeded(self, about: str, status: int, seconds: float) -> None:
        self.is_answered = True
        if self.what is None:
            self._journal.step(about, f"status {status}", seconds)

    def _in(self, stage: str, about: str, came: str, seconds: float = 0.0) -> None:
        """Note a step that lies within another."""
        around, self._journal.stage = self._journal.stage, stage
        self._journal.step(about, came, seconds)
        self._journal.stage = around

    def _wants_html(self, request: Request) -> bool:
        return "html" in request.headers.get("Accept", "")

    def _challenged(self, about: str, response: Response) -> None:
        names = ", ".join(dict.fromkeys(code(one.scheme) for one in auth_challenges(response.headers)))
        service = challenge(response.headers.get("www-authenticate"))
        grants = ", ".join(map(grant, service.grants)) if service else ""
        came = f"schemes {names or 'none'}{f'; grants {grants}' if grants else ''}"
        self._in("challenge", about, came)
        self.ended = f"status 401; {came}"
        self.is_answered |= bool(names)
        if not names:
            self._journal.find(about, "a challenge", "401 without one", advice.SERVICE, step="challenge")

    def _moved(self, request: Request, response: Response, about: str) -> None:
        try:
            there = origin(resolved(request.url, response.headers.get("location", "")))
        except Error:
            self._journal.find(about, "an address to go on", "a redirect to none", advice.MOVED)
            return
        self._journal.step(about, f"a redirect to {there.url}")
        self.ended = f"redirects, the last of them to {there.url}"
        if self._journal.stage != "discovery":
            self._journal.find(about, "an answer", f"a redirect to {there.url}", advice.MOVED)

    def _refused(self, response: Response, about: str) -> None:
        status, body, said = response.status_code, error_of(response), diagnostics(response.headers)
        codes = [body.code if body else None, body.subcode if body else None]
        expected = [name for name in codes if name in facts().expected]
        if expected or (self.may_be_refused and status == 400):
            self._journal.step(about, f"status {status}, as a request that only reads can meet")
            return
        names = "/".join(code(name) for name in codes if name)
        pause = retry_after(response)
        more = [f"diagnostics {code(said.code)}"] if said else []
        more += [f"Retry-After {pause:.0f} s"] if pause is not None else []
        came = "; ".join([f"status {status}{f' {names}' if names else ''}", *more])
        known = advice_for(said.code if said else None, codes[1], codes[0])
        self._journal.find(about, "an answer", came, known or _told(status, codes[1]), Severity.FAULT)


def _told(status: int, subcode: str | None) -> str:
    if subcode is not None and subcode == index().lost:
        return advice.LOST
    if status in (401, 403):
        return advice.REFUSED
    if status == 407:
        return advice.PROXY
    if status in (429, 503):
        return advice.BUSY
    return advice.SERVER if status >= 500 else advice.REPORT
