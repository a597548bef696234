"""Code of users of a client for type checkers: ``reveal_type`` lines are compared, ``refused`` must fail."""

from __future__ import annotations

from typing import reveal_type

from ucwa2 import AsyncClient, Client, PasswordGrant
from ucwa2.enums import Importance, ModalityType

grant = PasswordGrant("john@contoso.com", "secret")
with Client.discover("contoso.com", grant) as client:
    reveal_type(client)  # Client
    app = client.create_application(user_agent="Dialer/1.0", culture="en-US")
    reveal_type(app)  # Application
    reveal_type(client.application)  # Application
    reveal_type(client.attach("https://pool.contoso.com/ucwa/v1/applications/1"))  # Application
    me, communication = app.embedded.me, app.embedded.communication
    reveal_type(client.send(me.links.make_me_available.post(supported_modalities=[ModalityType.PHONE_AUDIO])))  # None
    reveal_type(client.send(me.links.self.get()))  # Me
    reveal_type(client.send(me.links.self.get(), raw=True))  # tuple[Me, Response]
    dial = communication.links.start_phone_audio.post(to="sip:ann@contoso.com", importance=Importance.URGENT)
    with client.start(dial) as operation:
        reveal_type(operation)  # PendingOperation[PhoneAudioInvitationLink]
        for event in operation:
            reveal_type(event.state)  # State | None
        reveal_type(operation.link)  # PhoneAudioInvitationLink | None
        reveal_type(operation.result(timeout=60))  # PhoneAudioInvitation
    note = me.links.note.get()
    reveal_type(client.batch(note)[note].value)  # Note
    meetings = client.send(app.embedded.online_meetings.links.my_online_meetings.get())
    meeting = client.send(meetings.links.self.post(subject="Plans"))
    reveal_type(client.update(meeting.links.self, lambda found: {"subject": found.subject}))  # MyOnlineMeeting
    client.create_application(user_agent="Dialer/1.0")  # refused
    client.update(dial, lambda found: {})  # refused


async def main() -> None:
    async with AsyncClient.discover("contoso.com", grant) as client:
        reveal_type(client)  # AsyncClient
        app = await client.create_application(user_agent="Dialer/1.0", culture="en-US")
        reveal_type(app)  # Application
        dial = app.embedded.communication.links.start_phone_audio.post(to="sip:ann@contoso.com")
        reveal_type(await client.send(dial))  # PhoneAudioInvitationLink
        async with client.start(dial) as operation:
            reveal_type(operation)  # AsyncPendingOperation[PhoneAudioInvitationLink]
            reveal_type(await operation.result())  # PhoneAudioInvitation
        await client.create_application(user_agent="Dialer/1.0")  # refused


async def wrong_with() -> None:
    with AsyncClient.discover("contoso.com", grant):  # refused
        ...
    async with Client.discover("contoso.com", grant):  # refused
        ...


async def wrong_for(client: Client, other: AsyncClient) -> None:
    for _ in other.events():  # refused
        ...
    async for _ in client.events():  # refused
        ...
