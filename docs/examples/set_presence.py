"""Sign in, and set the user's presence and note.

    python set_presence.py URL USER --availability Busy --note "Heads down today"

URL is the address of a discovery service. How the user signs in, and the exit codes, are in command_line.py.
"""

from __future__ import annotations

from command_line import arguments, end, grant_of

from ucwa2 import Client
from ucwa2.enums import PreferredAvailability


def main() -> None:
    parser = arguments("Set the own presence and note.")
    parser.add_argument("--availability", choices=[*PreferredAvailability], default="Online")
    parser.add_argument("--note", default="")
    given = parser.parse_args()

    with Client(given.url, grant_of(given), format=given.format, delete_on_close=True) as client:
        app = client.create_application(user_agent="SetPresence/1.0", culture="en-US")
        client.send(app.embedded.me.links.make_me_available.post())
        me = client.send(app.embedded.me.links.self.get())  # now it has links to presence and note

        client.send(me.links.presence.post(availability=given.availability))
        client.send(me.links.note.post(message=given.note))

        presence, note = client.send(me.links.presence.get()), client.send(me.links.note.get())
        print(f"{me.name}: {presence.availability}, {note.message or 'no note'}")


if __name__ == "__main__":
    end(main)
