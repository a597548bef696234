"""The tokens of one client: each belongs to the origin that requested it."""

from __future__ import annotations

from collections import deque

from ...base.redact import Secret
from .challenge import Challenge
from .origin import Origin
from .token_service import Token

_REMEMBERED = 16
_EXCHANGED = 16


class Tokens(Secret):
    """The tokens of one client by origin, and the token services that the origins named."""

    def __init__(self) -> None:
        self._tokens: dict[Origin, Token] = {}
        self.issued: deque[str] = deque(maxlen=_REMEMBERED)
        """The last tokens, which a server may repeat after their end."""
        self.exchanged: deque[str] = deque(maxlen=_EXCHANGED)
        """The last tokens of Windows authentication, those of the servers included."""
        self._services: dict[Origin, Challenge] = {}
        self.asking: Origin | None = None
        """The origin whose token service asked the user to sign in at a page, until a token is there."""

    def header(self, of: Origin) -> str | None:
        """The ``Authorization`` value for this origin, and for no other."""
        token = self._tokens.get(of)
        return token.header if token else None

    def token(self, of: Origin) -> Token | None:
        """The token for this origin."""
        return self._tokens.get(of)

    def keep(self, of: Origin, token: Token) -> None:
        """Store the token for the origin."""
        self._tokens[of] = token
        if token.value not in self.issued:
            self.issued.append(token.value)
        if of == self.asking:
            self.asking = None

    def drop(self, of: Origin) -> None:
        """Forget the token of an origin."""
        self._tokens.pop(of, None)

    def stale(self, of: Origin, used: str | None) -> bool:
        """Whether the sent token is still the stored one; otherwise another flow has renewed it."""
        return self.header(of) == used

    def service(self, of: Origin) -> Challenge | None:
        """The token service named in the last challenge of the origin."""
        return self._services.get(of)

    def asked(self, of: Origin, found: Challenge) -> None:
        """Store the token service that an origin named."""
        self._services[of] = found

    def known(self) -> tuple[str, ...]:
        """The tokens that are in use or were used lately."""
        return (*self.issued, *(token.value for token in self._tokens.values()), *self.exchanged)

    def __repr__(self) -> str:
        return f"<tokens for {len(self._tokens)} origins>"
