"""A bot that says who is there: it answers each message with the presence of the people that the message names.

    python presence_bot.py URL USER

URL is the address of a discovery service. How the user signs in, and the exit codes, are in command_line.py.
Every call is a shortcut of a state: see docs/shortcuts.md.
"""

from __future__ import annotations

import argparse
import asyncio

from command_line import arguments, end, grant_of

from ucwa2 import AsyncClient
from ucwa2.enums import ModalityType
from ucwa2.errors import LinkNotAvailable
from ucwa2.resources import Application, Message, MessagingInvitation


async def run(given: argparse.Namespace) -> None:
    """Sign in, then answer until the program is stopped."""
    client = AsyncClient(given.url, grant_of(given), format=given.format, delete_on_close=True)
    async with client:
        app = await client.create_application(user_agent="PresenceBot/1.0", culture="en-US")
        await client.send(app.make_available(supported_modalities=[ModalityType.MESSAGING]))
        await client.send(app.set_note("Send me a name, and I say who is there"))
        print("ready", flush=True)
        async with client.stay_active(), client.events() as events:
            async for event in events:
                state = getattr(event, "state", None)
                if isinstance(state, MessagingInvitation) and event.type == "started" and state.direction == "Incoming":
                    await client.send(state.accept())
                elif isinstance(state, Message) and state.direction == "Incoming" and state.plain_message:
                    await answer(client, app, state, state.plain_message.text.strip())


async def answer(client: AsyncClient, app: Application, message: Message, name: str) -> None:
    """Answer a message with the presence of the people whose name it has."""
    found = await client.send(app.search(name, limit=5))
    lines = [f"{contact.name} is {await availability(client, contact)}" for contact in found.embedded.contact]
    try:
        await client.send(message.reply("\n".join(lines) or f"I know no {name}"))
        print(f"answered: {name}", flush=True)
    except LinkNotAvailable:
        print(f"has gone, without an answer: {name}", flush=True)


async def availability(client: AsyncClient, contact) -> str:
    """How available a contact is."""
    return (await client.send(contact.read_presence())).availability or "of unknown presence"


def main() -> None:
    try:
        asyncio.run(run(arguments("Say who is there.").parse_args()))
    except KeyboardInterrupt:
        print("stopped")


if __name__ == "__main__":
    end(main)
