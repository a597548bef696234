"""Send an instant message, and print the answer.

    python messages.py URL USER sip:bob@contoso.com "Hello, Bob"

URL is the address of a discovery service. How the user signs in, and the exit codes, are in command_line.py.
"""

from __future__ import annotations

from command_line import arguments, end, grant_of

from ucwa2 import Client
from ucwa2.enums import ModalityType


def main() -> None:
    parser = arguments("Send an instant message, and wait for an answer.")
    parser.add_argument("to")
    parser.add_argument("text")
    parser.add_argument("--wait", type=float, default=60.0, help="for an answer, in seconds")
    given = parser.parse_args()

    with Client(given.url, grant_of(given), format=given.format, delete_on_close=True) as client:
        app = client.create_application(user_agent="Messages/1.0", culture="en-US")
        client.send(app.embedded.me.links.make_me_available.post(supported_modalities=[ModalityType.MESSAGING]))
        events = client.events()  # created first, so that no event of the conversation is missed

        invite = app.embedded.communication.links.start_messaging.post(to=given.to)
        with client.start(invite) as operation:
            invitation = operation.result(timeout=given.wait)
        conversation = client.send(invitation.links.conversation.get())
        messaging = client.send(conversation.links.messaging.get())
        client.send(messaging.links.send_message.post(given.text, content_type="text/plain"))
        print(f"sent: {given.text}")

        while True:
            event = events.next(timeout=given.wait)
            message = event.state if getattr(event, "rel", "") == "message" else None
            if message is not None and message.direction == "Incoming":
                content = message.plain_message or message.html_message
                print(f"received: {content.text if content else ''}")
                return


if __name__ == "__main__":
    end(main)
