"""An asynchronous program of the second API: `follow.py ADDRESS FORMAT` prints as JSON what it heard."""

from __future__ import annotations

import asyncio
import json
import sys

from granary import AsyncClient, Event
from granary.errors import OperationFailed
from granary.resources.bank import Bank
from opening import asynchronous


async def try_seeds(client: AsyncClient, bank: Bank, seeds: int) -> dict[str, object]:
    """A trial from its start to its end."""
    operation = client.start(bank.sow_newest(seeds))
    async with operation:
        told = [event.type async for event in operation]
        try:
            trial = await operation.result(timeout=20)
            ended = f"{trial.germinated} of {trial.sown}"
        except OperationFailed as error:
            ended = str(error.reason.subcode) if error.reason else str(error)
    return {"told": told, "ended": ended}


async def listen(client: AsyncClient, bank: Bank) -> list[str]:
    """The event of an accession that this program registers itself."""
    async with client.events() as events:
        await client.send(bank.links.accessions.post(species="Hordeum vulgare", grams=40.0))
        event = await events.next(timeout=20)
        assert isinstance(event, Event)
        assert event.sender is not None
        return [event.type, event.rel, event.sender.rel]


async def bundle(client: AsyncClient, bank: Bank) -> list[str]:
    """Two calls as one request."""
    newest, curator = bank.links.newest.get(), bank.embedded.curator.links.self.get()
    outcomes = await client.batch(newest, curator)
    return [str(outcomes[newest].value.species), str(outcomes[curator].value.name)]


async def follow(address: str, format: str) -> dict[str, object]:
    """Everything that this program does."""
    async with asynchronous(address, format) as client:
        bank = await client.send(client.entry.get())
        return {
            "bundle": await bundle(client, bank),
            "listened": await listen(client, bank),
            "good": await try_seeds(client, bank, 20),
            "bad": await try_seeds(client, bank, 10_000),
        }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(follow(sys.argv[1], sys.argv[2]))))
