"""A bot that accepts every conversation and answers every message, until it is stopped.

    python answering_bot.py URL USER --answer "I am a bot. You said: {text}"

URL is the address of a discovery service. How the user signs in, and the exit codes, are in command_line.py.
Exit code 1: the server does not accept the user, or no longer.

It goes on after errors, and after the server has lost its state. A message is answered once; one that came while the
server was away, or whose answer met an error, is not answered.
"""

from __future__ import annotations

import argparse
import asyncio
from html import unescape
from re import sub

from command_line import arguments, end, grant_of

from ucwa2 import AsyncClient, Reset
from ucwa2.enums import MessageFormat, ModalityType
from ucwa2.errors import AuthenticationError, UcwaError


async def run(given: argparse.Namespace) -> None:
    """Sign in, then handle events until the server no longer accepts the user."""

    async def make_available(app) -> None:
        me = app.embedded.me
        formats = [MessageFormat.PLAIN, MessageFormat.HTML]
        taken = me.links.make_me_available.post(
            supported_modalities=[ModalityType.MESSAGING], supported_message_formats=formats
        )
        await client.send(taken)

    client = AsyncClient(
        given.url, grant_of(given), format=given.format, delete_on_close=True, on_application=make_available
    )  # which is called again when the server has lost the application
    async with client:
        await client.create_application(user_agent="Bot/1.0", culture="en-US")
        print("ready", flush=True)
        async with client.stay_active(), client.events() as events:
            while True:
                try:
                    async for event in events:
                        await handle(client, event, given.answer)
                    return
                except AuthenticationError:
                    raise
                except UcwaError as fault:  # the next event comes, after a pause where the server is in trouble
                    print(f"went wrong: {fault}", flush=True)


async def handle(client: AsyncClient, event, answer: str) -> None:
    """Accept an invitation, or answer a message; ignore other events."""
    if isinstance(event, Reset):
        print(f"the server lost state: {event.cause}", flush=True)
    elif event.rel == "messagingInvitation" and event.type == "started" and event.state.direction == "Incoming":
        await client.send(event.state.links.accept.post())
        print("accepted a conversation", flush=True)
    elif event.rel == "message" and event.state is not None and event.state.direction == "Incoming":
        text = text_of(event.state)
        messaging = await client.send(event.state.links.messaging.get())
        await client.send(messaging.links.send_message.post(answer.format(text=text), content_type="text/plain"))
        print(f"answered: {text}", flush=True)


def text_of(message) -> str:
    """The text of a message, which has one of two forms, or none."""
    if message.plain_message is not None:
        return message.plain_message.text
    html = message.html_message.text if message.html_message is not None else ""
    return unescape(sub("<[^>]*>", "", html)).strip()


def main() -> None:
    parser = arguments("Answer every message.")
    parser.add_argument("--answer", default="You said: {text}")
    try:
        asyncio.run(run(parser.parse_args()))
    except KeyboardInterrupt:
        print("stopped")


if __name__ == "__main__":
    end(main)
