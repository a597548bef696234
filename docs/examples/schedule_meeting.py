"""Schedule an online meeting, and change it without overwriting concurrent changes.

    python schedule_meeting.py URL USER "Plans" --description "What comes next"

URL is the address of a discovery service; the password is read from the variable UCWA_PASSWORD.
"""

from __future__ import annotations

import argparse
import os

from ucwa2 import Client, PasswordGrant


def main() -> None:
    parser = argparse.ArgumentParser(description="Schedule an online meeting.")
    parser.add_argument("url")
    parser.add_argument("user")
    parser.add_argument("subject")
    parser.add_argument("--description", default="")
    parser.add_argument("--format", choices=["json", "xml"], default="json")
    given = parser.parse_args()

    grant = PasswordGrant(given.user, os.environ["UCWA_PASSWORD"])
    with Client(given.url, grant, format=given.format, delete_on_close=True) as client:
        app = client.create_application(user_agent="Planner/1.0", culture="en-US")
        meetings = client.send(app.embedded.online_meetings.links.my_online_meetings.get())

        made = client.send(meetings.links.self.post(subject=given.subject))
        client.update(made.links.self, lambda meeting: {"description": given.description})

        meeting = client.send(made.links.self.get())
        print(f"{meeting.subject}: {meeting.description}")
        print(f"join at {meeting.join_url}")


if __name__ == "__main__":
    main()
