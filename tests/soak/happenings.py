"""What happens to a bot in a night, each as a function."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from time import sleep

from tests.soak.night import Night
from tests.soak.place import ANN, EVE, SHORT
from tests.soak.talk import talking

from ucwa2.sandbox.behaviour.conversation_events import notify_body
from ucwa2.sandbox.behaviour.conversation_state import conversations_in

Happening = Callable[[Night], None]


def html_message(night: Night) -> None:
    text = night.text("Tom & Jerry")
    night.ready()
    with talking(f"{night.server.url}/", ANN) as talk:
        night.said[text] += 1
        talk.say(f"<b>{text.replace('&', '&amp;')}</b>", "text/html")
        talk.hear(1)
    night.note(talk)


def message_without_text(night: Night) -> None:
    """One is empty, and one has no content at all."""
    with talking(f"{night.server.url}/", ANN) as talk:
        night.said[""] += 2
        talk.say("")
        talk.hear(1)
        backend, application = night.server.backend, night.ready()
        with backend.lock:
            (side,) = [
                one.sides[application.id] for one in conversations_in(backend).values() if application.id in one.sides
            ][:1]
            path = f"{side.path}/messaging/messages/none"
            body = {"rel": "message", "direction": "Incoming", "status": "Succeeded"}
            links = {"self": {"href": path}, "messaging": {"href": f"{side.path}/messaging"}}
            notify_body(backend, side, "completed", {**body, "_links": links}, status="Success")
        backend.notify()
        talk.hear(2)
    night.note(talk)


def conversation_ended_by_the_other(night: Night) -> None:
    """The answer may come too late for a conversation that has ended."""
    with talking(f"{night.server.url}/", ANN) as talk:
        night.perhaps[text := night.text("bye")] += 1
        talk.say(text)
        talk.end()
    night.note(talk)


def two_at_once(night: Night) -> None:
    """Two users at once, each with two messages at once."""
    threads = [Thread(target=_both, args=(night, user)) for user in (ANN, EVE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _both(night: Night, user: str) -> None:
    with talking(f"{night.server.url}/", user) as talk:
        for _ in range(2):
            night.said[text := night.text(f"at once, {user}")] += 1
            talk.say(text)
        talk.hear(2)
    night.note(talk)


def application_lost(night: Night) -> None:
    night.server.backend.lose(night.ready())


def server_restarts(night: Night) -> None:
    """It is away for a moment, and comes back on the same port without any state."""
    night.forget()
    night.server.stop()
    sleep(0.5)
    night.server.start()


def tokens_forgotten(night: Night) -> None:
    night.server.backend.tokens.clear()
    night.server.backend.notify()


def packets_vanish(night: Night) -> None:
    """Nothing passes for a while; then everything arrives late."""
    night.network.hold()
    sleep(0.8)
    night.network.go_on()


def network_gap(night: Night) -> None:
    """The network is away until the server has lost the application."""
    gone, backend = night.ready(), night.server.backend
    night.network.cut()
    backend.settings.application_life = 0.5
    while gone.id in backend.applications:
        backend.expire()
        sleep(0.05)
    backend.settings.application_life = SHORT["application_life"]
    night.network.go_on()


def events_resync(night: Night) -> None:
    night.ready().channel.slip()
    night.server.backend.notify()


def events_resume(night: Night) -> None:
    night.ready().channel.lose()
    night.server.backend.notify()


def pages_of_a_proxy(night: Night) -> None:
    night.server.backend.faults.add(
        [
            {"kind": "html", "status": 502, "times": 2},
            {"kind": "html", "status": 200, "path": "/events"},
            {"kind": "status", "status": 503, "retry_after": "0"},
            {"kind": "status", "status": 429, "retry_after": "0"},
        ]
    )
    _drain(night)


def token_service_in_trouble(night: Night) -> None:
    """Pages and broken connections, when the last token is just forgotten."""
    night.server.backend.faults.add(
        [
            {"kind": "html", "status": 502, "path": "oauthtoken"},
            {"kind": "html", "status": 200, "path": "oauthtoken"},
            {"kind": "drop-before", "path": "oauthtoken"},
            {"kind": "truncate", "path": "oauthtoken"},
        ]
    )
    tokens_forgotten(night)
    _drain(night)


def unreadable_messages(night: Night) -> None:
    """The text of one is no text, and the other has no link to answer by."""
    application = night.ready()
    for number, links in enumerate(({"plainMessage": "data:text/plain;base64,%%%"}, {"plainMessage": "data:,hi"})):
        path = f"{application.path}/communication/conversations/0/messaging/messages/{number}"
        hrefs = {"self": path, **links} | ({} if number else {"messaging": "nowhere"})
        body = {"rel": "message", "direction": "Incoming", "_links": {name: {"href": it} for name, it in hrefs.items()}}
        event = {"link": {"rel": "message", "href": path}, "type": "completed", "_embedded": {"message": body}}
        application.channel.add(("communication", f"{application.path}/communication"), event)
    night.server.backend.notify()


def nothing_happens(night: Night) -> None:
    """Several long polls end without events, and two tokens expire."""
    sleep(4.5)


def _drain(night: Night) -> None:
    """Wait until all faults have hit."""
    for _ in range(6000):
        if not night.server.backend.faults.shown():
            return
        sleep(0.01)
    raise AssertionError(f"faults are left: {night.server.backend.faults.shown()}")


TALKS: list[Happening] = [
    html_message, message_without_text, conversation_ended_by_the_other, two_at_once, unreadable_messages,
]  # fmt: skip
LOSSES: list[Happening] = [application_lost, server_restarts, network_gap, events_resync, events_resume]
TROUBLES: list[Happening] = [tokens_forgotten, packets_vanish, pages_of_a_proxy, token_service_in_trouble]
ALL = [*TALKS, *LOSSES, *TROUBLES, nothing_happens]
