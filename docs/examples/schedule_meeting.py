"""Schedule an online meeting, and change it without overwriting concurrent changes.

    python schedule_meeting.py URL USER "Plans" --description "What comes next"

URL is the address of a discovery service. How the user signs in, and the exit codes, are in command_line.py.
"""

from __future__ import annotations

from command_line import arguments, end, grant_of

from ucwa2 import Client


def main() -> None:
    parser = arguments("Schedule an online meeting.")
    parser.add_argument("subject")
    parser.add_argument("--description", default="")
    given = parser.parse_args()

    with Client(given.url, grant_of(given), format=given.format, delete_on_close=True) as client:
        app = client.create_application(user_agent="Planner/1.0", culture="en-US")
        meetings = client.send(app.embedded.online_meetings.links.my_online_meetings.get())

        made = client.send(meetings.links.self.post(subject=given.subject))
        client.update(made.links.self, lambda meeting: {"description": given.description})

        meeting = client.send(made.links.self.get())
        print(f"{meeting.subject}: {meeting.description}")
        print(f"join at {meeting.join_url}")


if __name__ == "__main__":
    end(main)
