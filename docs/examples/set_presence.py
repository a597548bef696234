"""Sign in, and set the user's presence and note.

    python set_presence.py URL USER --availability Busy --note "Heads down today"

URL is the address of a discovery service; the password is read from the variable UCWA_PASSWORD.
"""

from __future__ import annotations

import argparse
import os

from ucwa2 import Client, PasswordGrant
from ucwa2.enums import PreferredAvailability


def main() -> None:
    parser = argparse.ArgumentParser(description="Set the own presence and note.")
    parser.add_argument("url")
    parser.add_argument("user")
    parser.add_argument("--availability", choices=[*PreferredAvailability], default="Online")
    parser.add_argument("--note", default="")
    parser.add_argument("--format", choices=["json", "xml"], default="json")
    given = parser.parse_args()

    grant = PasswordGrant(given.user, os.environ["UCWA_PASSWORD"])
    with Client(given.url, grant, format=given.format, delete_on_close=True) as client:
        app = client.create_application(user_agent="SetPresence/1.0", culture="en-US")
        client.send(app.embedded.me.links.make_me_available.post())
        me = client.send(app.embedded.me.links.self.get())  # now it has links to presence and note

        client.send(me.links.presence.post(availability=given.availability))
        client.send(me.links.note.post(message=given.note))

        presence, note = client.send(me.links.presence.get()), client.send(me.links.note.get())
        print(f"{me.name}: {presence.availability}, {note.message or 'no note'}")


if __name__ == "__main__":
    main()
