"""The other side of a bot: a user who begins a conversation, sends messages and hears answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from ucwa2 import Client, PasswordGrant
from ucwa2.enums import MessageFormat
from ucwa2.errors import UcwaError

IN_TIME = 20.0
"""Seconds within which an answer is expected."""
FORMATS = [MessageFormat.PLAIN, MessageFormat.HTML]


class Talk:
    """A conversation of one user with the bot."""

    def __init__(self, client: Client, conversation: Any, messaging: Any, events: Any) -> None:
        self._client, self._conversation, self._messaging, self._events = client, conversation, messaging, events
        self.heard: list[str] = []

    def say(self, text: str, kind: str = "text/plain") -> None:
        self._client.send(self._messaging.links.send_message.post(text, content_type=kind))

    def hear(self, count: int, seconds: float = IN_TIME) -> None:
        """Wait for that many answers, counted from the first; a missing one is noticed by the caller."""
        until = monotonic() + seconds
        while len(self.heard) < count and monotonic() < until:
            try:
                event = self._events.next(timeout=max(0.01, until - monotonic()))
            except (TimeoutError, UcwaError):
                continue
            state = event.state if getattr(event, "rel", "") == "message" else None
            if state is not None and state.direction == "Incoming":
                self.heard.append(state.plain_message.text)

    def end(self) -> None:
        """End the conversation."""
        self._client.send(self._messaging.links.stop_messaging.post())


@contextmanager
def talking(url: str, user: str) -> Iterator[Talk]:
    """A conversation that Bob has accepted. At its end it waits a moment for answers that are too many."""
    with Client(url, PasswordGrant(user, "secret"), delete_on_close=True) as client:
        app = client.create_application(user_agent="Night/1.0", culture="en-US")
        client.send(app.embedded.me.links.make_me_available.post(supported_message_formats=FORMATS))
        events = client.events()
        invite = app.embedded.communication.links.start_messaging.post(to="sip:bob@contoso.com")
        with client.start(invite) as operation:
            invitation = operation.result(timeout=IN_TIME)
        conversation = client.send(invitation.links.conversation.get())
        talk = Talk(client, conversation, client.send(conversation.links.messaging.get()), events)
        yield talk
        talk.hear(len(talk.heard) + 1, 0.15)
