"""A blocking program of the second API: `visit.py ADDRESS FORMAT` prints as JSON what it found."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta

from granary import Client
from granary.enums import StorageClass
from granary.errors import InvalidArgument, NotFound, PreconditionFailed, TrialRunning
from granary.resources.accession import Accession
from granary.resources.bank import Bank
from granary.resources.withdraw2 import Withdraw2Link
from opening import blocking


def read(client: Client, bank: Bank) -> dict[str, object]:
    """What the entry and the resources behind its links say."""
    found = client.send(bank.links.accessions.get(limit=2, location="Aisle 4, shelf 12", option="split"))
    newest = client.send(bank.links.newest.get())
    label = client.send(newest.links.label.get())
    return {
        "name": bank.name,
        "curator": bank.embedded.curator.name,
        "opened": str(bank.opened_on),
        "quiet": str(bank.quiet_hours),
        "context": bank.context,
        "intake": bank.intake_30d,
        "listed": [accession.number for accession in found.embedded.accession],
        "newest": type(newest).__name__,
        "rank": newest.rank,
        "class": str(newest.class_),
        "grams": newest.grams,
        "dried": str(newest.duration),
        "tags": list(newest.tags or ()),
        "label": label.text,
    }


def register(client: Client, bank: Bank) -> Accession:
    """An accession that this program registers."""
    return client.send(
        bank.links.accessions.post(
            species="Hordeum vulgare",
            grams=40.0,
            class_=StorageClass.DAYS_30,
            collected_on=date(2031, 8, 14),
            duration=timedelta(days=2, hours=12),
            location="Aisle 5, shelf 1",
            option="keep",
        )
    )


def change(client: Client, accession: Accession) -> dict[str, object]:
    """What a PUT with the entity tag changes, and what one that comes too late is told."""
    changed = client.send(accession.move("Aisle 6, shelf 2"))
    try:
        client.send(accession.links.self.put(accession, location="Aisle 7, shelf 3"))
        late = "changed"
    except PreconditionFailed as error:
        late = f"{error.status} {error.code}"
    return {"moved": changed.location, "tags kept": list(changed.tags or ()), "late": late}


def withdraw(client: Client, accession: Accession) -> None:
    """Both revisions of one operation, and a shortcut, which takes the place from the accession."""
    took = accession.take(0.5)
    assert b"a closer look" in took.request().content
    assert str(accession.location).encode() in took.request().content
    client.send(took)
    client.send(accession.links.withdraw.post(grams=1.5, location="Desk 2"))
    client.send(accession.links.withdraw.at_least(Withdraw2Link).post(grams=2.5, option="bicycle"))


def fail(client: Client, accession: Accession) -> dict[str, object]:
    """What is refused before anything is sent, and by the server."""
    try:
        client.send(accession.links.sow.post(seeds=5, ticket="T" * 37))
        limit = "sent"
    except InvalidArgument as error:
        limit = str(error)
    try:
        client.send(accession.links.self.delete())
        struck = "struck"
    except TrialRunning as error:
        struck = f"{type(error).__name__}: {error.status}"
    client.send(accession.links.self.delete())
    try:
        client.send(accession.links.self.get())
        gone = "there"
    except NotFound as error:
        gone = f"{error.status} {error.code}"
    return {"limit": limit, "struck": struck, "gone": gone}


def visit(client: Client) -> dict[str, object]:
    """Everything that this program does."""
    bank = client.send(client.entry.get())
    seen = read(client, bank)
    accession = register(client, bank)
    changed = change(client, client.send(accession.links.self.get()))
    withdraw(client, accession)
    return (
        seen
        | {"registered": accession.number, "collected": str(accession.collected_on)}
        | changed
        | fail(client, accession)
    )


if __name__ == "__main__":
    with blocking(sys.argv[1], sys.argv[2]) as client:
        print(json.dumps(visit(client)))
