"""The suite: which guides are replayed against a server, and how its users sign in."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from .._runtime.base.errors import Error
from .._runtime.base.registry import index
from .._runtime.client.session.origin import origin
from .._runtime.client.session.retry import Policy
from .._runtime.client.session.session import ClientSession
from ..client import Client
from .binding import Binder, rels_of_pages
from .exchanges import json_of
from .known import Known
from .people import Person
from .replay import Replay, ReplayOptions
from .results import GuideResult
from .sending import CannotAct, Sender
from .transcript import Guide, Guides


@dataclass(frozen=True)
class Account:
    """A user of the server, who plays a person of the pages."""

    name: str = ""
    """The address that the user has on the server; empty where persons keep the addresses of the pages."""
    password: str = ""
    """The password, for guides that sign in with one themselves."""
    grant: Any = None
    """The credentials for the client; None for an API without sign-in."""


@dataclass
class Suite:
    """The guides against one server. ``user`` plays the user of each guide, ``other`` every other person."""

    url: str
    """Where the API begins, such as ``https://discover.example.com/``."""
    guides: Guides
    """All guides of the package, as ``transcript.guides`` gives them."""
    user: Mapping[str | None, Account]
    """Accounts by person of the pages; that of None plays each person without an account of their own."""
    other: Account | None = None
    options: ReplayOptions = field(default_factory=ReplayOptions)
    """What is sent, and how long events are waited for."""
    timeout: float = 30.0
    """Seconds for each answer."""
    tls: ssl.SSLContext | None = None
    """The settings of TLS; None for those of this system."""
    max_time: float | None = None
    """Seconds for a whole run, or for one guide that is replayed by itself; None for no limit.

    Steps that are left at its end are left out, and what was made is deleted.
    """

    def run(self, names: Iterable[str] = ()) -> Iterator[GuideResult]:
        """Replay the guides with these names, or all; one result for each, also where the time is over.

        Raises ``KeyError`` for a name that no guide has, and what ``replay`` raises.
        """
        until = self._until()
        for name in names or self.guides.guides:
            yield self._replay(self.guides.guides[name], until)

    def replay(self, guide: Guide) -> GuideResult:
        """Replay one guide.

        Raises what the ``send`` of a client raises, where the sign-in fails, and ``OutOfReach`` where no server answers.
        """
        return self._replay(guide, self._until())

    def _until(self) -> float | None:
        return None if self.max_time is None else time.monotonic() + self.max_time

    def _replay(self, guide: Guide, until: float | None) -> GuideResult:
        sender = Sender(self.url, timeout=self.timeout, tls=self.tls, until=until)
        people = partial(self._person, guide, sender)
        return Replay(guide, self.guides.start, sender, people, self.options).run()

    def _person(self, guide: Guide, sender: Sender, name: str | None) -> Person:
        """A person of a guide; signed in, unless the guide itself signs in."""
        account = self._account(guide, name)
        known = Known(self.url)
        if name is None and guide.password and not account.password:
            raise CannotAct("it signs in with a password, and none was given")
        if not (name is None and guide.signs_in):
            self._sign_in(known, account, sender)
        return Person(known, Binder(known, self._rels(), self._words(guide)))

    def _account(self, guide: Guide, name: str | None) -> Account:
        found = self.user.get(name or guide.user) or (self.user.get(None) if name is None else self.other)
        if found is None:
            raise CannotAct(f"it needs a second user, for {name}")
        return found

    def _sign_in(self, known: Known, account: Account, sender: Sender) -> None:
        """Find the server, and get a token for it, in the time that is left."""
        sender.check_time()
        options: dict[str, Any] = {"verify": self.tls} if self.tls else {}
        options["policy"] = Policy(timeout=min(Policy().timeout, sender.left))
        if index().sign_in is not None:
            options["grant"] = account.grant
        try:
            with Client(self.url, **options) as client:
                self._take_up(known, client._session)
        except (Error, TimeoutError):
            sender.check_time()
            raise

    def _take_up(self, known: Known, session: ClientSession) -> None:
        """Take up the server that was found, and the token for it."""
        address = session.applications or self.url
        header = session.tokens.header(origin(address))
        known.token = header.partition(" ")[2] if header else None
        rel = index().roles.get("applications")
        if rel is not None:
            known.links.append((rel, address))

    def _rels(self) -> dict[str, str]:
        """The rels of addresses in the answers of all guides."""
        found = (step.response for guide in self.guides.guides.values() for step in guide.steps)
        return rels_of_pages([json_of(one.body) for one in found if one is not None])

    def _words(self, guide: Guide) -> dict[str, str]:
        """Words of the page with those of the server: the persons, and the password of the user."""
        own = self._account(guide, None)
        found = {}
        for person in (*self.guides.persons, *([guide.user] if guide.user else [])):
            account = self.user.get(person) or (own if person.lower() == (guide.user or "").lower() else self.other)
            if account is not None and account.name:
                found[person] = account.name
        if guide.password and own.password:
            found[guide.password] = own.password
        return {word: word_of for word, word_of in found.items() if word != word_of}
