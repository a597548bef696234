"""A bot that accepts every conversation and answers every message, until it is stopped.

    python answering_bot.py URL USER --answer "I am a bot. You said: {text}"

URL is the address of a discovery service; the password is read from the variable UCWA_PASSWORD.
"""

from __future__ import annotations

import argparse
import asyncio
import os

from ucwa2 import AsyncClient, PasswordGrant, Reset
from ucwa2.enums import ModalityType
from ucwa2.errors import UcwaError


async def run(given: argparse.Namespace) -> None:
    """Sign in, then handle events one by one."""
    grant = PasswordGrant(given.user, os.environ["UCWA_PASSWORD"])
    async with AsyncClient(given.url, grant, format=given.format, delete_on_close=True) as client:
        app = await client.create_application(user_agent="Bot/1.0", culture="en-US")
        await client.send(app.embedded.me.links.make_me_available.post(supported_modalities=[ModalityType.MESSAGING]))
        print("ready", flush=True)
        async with client.stay_active():
            async for event in client.events():
                try:
                    await handle(client, event, given.answer)
                except UcwaError as fault:
                    print(f"went wrong: {fault}", flush=True)


async def handle(client: AsyncClient, event, answer: str) -> None:
    """Accept an invitation, or answer a message; ignore other events."""
    if isinstance(event, Reset):
        if event.application is not None:
            await client.send(event.application.embedded.me.links.make_me_available.post())
    elif event.rel == "messagingInvitation" and event.type == "started" and event.state.direction == "Incoming":
        await client.send(event.state.links.accept.post())
        print("accepted a conversation", flush=True)
    elif event.rel == "message" and event.state is not None and event.state.direction == "Incoming":
        text = event.state.plain_message.text
        messaging = await client.send(event.state.links.messaging.get())
        await client.send(messaging.links.send_message.post(answer.format(text=text), content_type="text/plain"))
        print(f"answered: {text}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Answer every message.")
    parser.add_argument("url")
    parser.add_argument("user")
    parser.add_argument("--answer", default="You said: {text}")
    parser.add_argument("--format", choices=["json", "xml"], default="json")
    try:
        asyncio.run(run(parser.parse_args()))
    except KeyboardInterrupt:
        print("stopped")


if __name__ == "__main__":
    main()
