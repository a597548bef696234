"""Code of users for type checkers: ``reveal_type`` lines are compared, and lines marked ``refused`` must fail."""

from __future__ import annotations

from typing import reveal_type

from sample import Call, State, decode
from sample.enums import Importance
from sample.resources.my_groups import MyGroupsLink
from sample.resources.my_groups2 import MyGroups2Link
from sample.resources.my_online_meeting import MyOnlineMeeting, MyOnlineMeetingLink
from sample.resources.phone_audio_invitation import PhoneAudioInvitation, PhoneAudioInvitationLink
from sample.resources.start_phone_audio import StartPhoneAudioLink
from sample.resources.values import Values, ValuesLink

invitation = PhoneAudioInvitation.from_json("{}")
values = Values.from_xml("<resource/>")

reveal_type(invitation)  # PhoneAudioInvitation
reveal_type(invitation.subject)  # str | None
reveal_type(invitation.importance)  # Importance | str | None
reveal_type(invitation.join_audio_muted)  # bool | None
reveal_type(invitation.custom_content)  # DataLink | None
reveal_type(values.texts)  # tuple[str, ...] | None
reveal_type(values.whole)  # int | None
reveal_type(values.real)  # float | None
reveal_type(values.time)  # datetime | None
reveal_type(values.spans)  # tuple[timedelta, ...] | None
reveal_type(values.blob)  # bytes | None
reveal_type(values.modalities)  # tuple[ModalityType | str, ...] | None
reveal_type(invitation.links)  # PhoneAudioInvitationLinks
reveal_type(invitation.links.accept)  # AcceptLink
reveal_type(invitation.links.accept.post())  # Call[None]
reveal_type(invitation.links.conversation)  # Link
reveal_type(values.links.others)  # tuple[ContactLink, ...]
reveal_type(values.links.others[0].get())  # Call[Contact]
reveal_type(invitation.embedded.from_)  # Participant
reveal_type(invitation.embedded.from_.name)  # str | None
reveal_type(invitation.embedded.accepted_by_participant)  # tuple[Participant, ...]
reveal_type(MyGroupsLink("/").at_least(MyGroups2Link))  # MyGroups2Link
reveal_type(StartPhoneAudioLink("/").post(to="sip:a", importance=Importance.URGENT))  # Call[PhoneAudioInvitationLink]
reveal_type(MyOnlineMeetingLink("/").put(MyOnlineMeeting.from_json("{}"), subject=None))  # Call[MyOnlineMeeting]
reveal_type(invitation.links.self.get(if_none_match=invitation).with_(headers={"a": "b"}))  # Call[PhoneAudioInvitation]
reveal_type(invitation.etag)  # str | None

invitation.subject = "x"  # refused
invitation.links = values.links  # refused
print(invitation.subjekt)  # refused
StartPhoneAudioLink("/").post()  # refused
StartPhoneAudioLink("/").post(to=5)  # refused
ValuesLink("/").post(time="now")  # refused
ValuesLink("/").put(invitation)  # refused
invitation.links.accept.get()  # refused


def takes(call: Call[PhoneAudioInvitationLink], state: State) -> None:
    """Generic code needs only this."""
    if isinstance(state, Values) and isinstance(found := decode(b"{}"), State):
        found.validate()
