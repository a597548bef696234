"""Which class speaks for which rel, and what is true of the whole API. The runtime reads this; nobody else needs it."""

from __future__ import annotations

from ._runtime.base.registry import Index, Roots, register

register(
    Index(
        package=__name__.rpartition(".")[0],
        namespace="http://schemas.microsoft.com/rtc/2012/03/ucwa",
        roots=Roots(resource="resource", input="input", error="reason", events="events"),
        json_types=("application/json", "application/vnd.microsoft.com.ucwa+json"),
        xml_types=("application/xml", "application/vnd.microsoft.com.ucwa+xml"),
        headers={"minimum_version": "X-MS-RequiresMinResourceVersion"},
        operation_id="operationId",
        minted=("operationId",),
        roles={"error": "reason", "events": "events"},
        states={
            "acceptedByContact": "contact.Contact",
            "contact": "contact.Contact",
            "myContacts": "my_contacts.MyContacts",
            "myGroups": "my_groups.MyGroups",
            "myOnlineMeeting": "my_online_meeting.MyOnlineMeeting",
            "participant": "participant.Participant",
            "phoneAudioInvitation": "phone_audio_invitation.PhoneAudioInvitation",
            "values": "values.Values",
        },
        links={
            "accept": "accept.AcceptLink",
            "acceptedByContact": "accepted_by_contact.AcceptedByContactLink",
            "contact": "contact.ContactLink",
            "contactPhoto": "contact_photo.ContactPhotoLink",
            "events": "events.EventsLink",
            "myContacts": "my_contacts.MyContactsLink",
            "myGroups": "my_groups.MyGroupsLink",
            "myOnlineMeeting": "my_online_meeting.MyOnlineMeetingLink",
            "participant": "participant.ParticipantLink",
            "phoneAudioInvitation": "phone_audio_invitation.PhoneAudioInvitationLink",
            "search": "search.SearchLink",
            "sendMessage": "send_message.SendMessageLink",
            "startPhoneAudio": "start_phone_audio.StartPhoneAudioLink",
            "values": "values.ValuesLink",
        },
        revisions={("myGroups", 2): "my_groups2.MyGroups2Link"},
        errors="errors",
    )
)
