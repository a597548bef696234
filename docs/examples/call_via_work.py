"""Call a contact through the server, which rings the caller's phone first.

    python call_via_work.py URL USER sip:ann@contoso.com tel:+14255551234

URL is the address of a discovery service. How the user signs in, and the exit codes, are in command_line.py.
Exit code 1: the call was not answered.
"""

from __future__ import annotations

import sys

from command_line import arguments, end, grant_of

from ucwa2 import Client
from ucwa2.enums import ModalityType
from ucwa2.errors import OperationFailed


def main() -> int:
    parser = arguments("Call a contact through the server.")
    parser.add_argument("to", help="whom to call, such as sip:ann@contoso.com")
    parser.add_argument("phone", help="which phone rings here, such as tel:+14255551234")
    parser.add_argument("--wait", type=float, default=60.0, help="in seconds")
    given = parser.parse_args()

    with Client(given.url, grant_of(given), format=given.format, delete_on_close=True) as client:
        app = client.create_application(user_agent="Dialer/1.0", culture="en-US")
        client.send(app.embedded.me.links.make_me_available.post(supported_modalities=[ModalityType.PHONE_AUDIO]))

        dial = app.embedded.communication.links.start_phone_audio.post(to=given.to, phone_number=given.phone)
        with client.start(dial) as operation:
            try:
                for event in operation:
                    print(f"{event.type}: {event.state.state if event.state else ''}")
                print(f"the call is {operation.result(timeout=given.wait).state}")
            except OperationFailed as failure:
                print(f"no call: {failure}", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    end(main)
