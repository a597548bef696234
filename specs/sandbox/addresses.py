"""The addresses of the transcripts, where they differ from those of the reference's samples: links have them."""

from __future__ import annotations

from ..extension import catalogue, other_address, other_root

_CALLS = "/communication/conversations/{call}"
_INVITATIONS = ("messaging", "phoneAudio", "audioVideo", "onlineMeeting", "participant")

other_root("/ucwa/oauth/v1/applications", catalogue().home.parent)


def _people() -> None:
    who, subscription = "/people/{who}", "/presenceSubscriptions/{number}"
    other_address(f"{who}/contactPresence", f"{who}/presence")
    other_address(f"{who}/contactNote", f"{who}/note")
    other_address(f"{who}/contactLocation", f"{who}/location")
    other_address(f"{who}/contactPrivacyRelationship", f"{who}/privacyRelationship")
    other_address(f"{who}/contactSupportedModalities", f"{who}/supportedMedia")
    other_address(f"{who}/contactPhoto", "/photos/{who}")
    members = "/people/presenceSubscriptionMemberships?presenceSubscriptionId={number}"
    other_address(f"{subscription}/addToPresenceSubscription", members, "POST")
    other_address(f"{subscription}/memberships", members)
    watch = "/people/presenceSubscriptions?groupId={group}"
    other_address("/groups/{group}/subscribeToGroupPresence?groupId={group}", watch, "POST")
    other_address("/groups/{group}/groupContacts", "/people/contacts?groupId={group}", "GET")
    for here, there in (
        ("/presenceSubscriptionMemberships", "/people/presenceSubscriptionMemberships"),
        ("/presenceSubscriptions", "/people/presenceSubscriptions"),
        ("/groups", "/people/groups"),
        ("/contacts", "/people/contacts"),
        ("/subscribedContacts", "/people/subscribedContacts"),
        ("/myGroupMemberships", "/people/groupMemberships"),
        ("/myPrivacyRelationships", "/people/privacyRelationships"),
        ("/people/myContactsAndGroupsSubscription", "/people/contactsAndGroupsSubscription"),
        ("/search", "/people/search"),
    ):
        other_address(here, there, below=True)


def _communication() -> None:
    meetings = "/communication/onlineMeetingInvitations"
    other_address("/communication/startMessaging", "/communication/messagingInvitations", "POST")
    other_address("/communication/startPhoneAudio", "/communication/phoneAudioInvitations", "POST")
    other_address("/communication/startOnlineMeeting", f"{meetings}?onlineMeetingUri=adhoc", "POST")
    other_address("/communication/joinOnlineMeeting", meetings, "POST")
    other_address(f"{_CALLS}/addParticipant", "/communication/participantInvitations?conversation={call}", "POST")
    other_address(f"{_CALLS}/messaging/sendMessage", f"{_CALLS}/messaging/messages", "POST")
    other_address(f"{_CALLS}/messaging/setIsTyping", f"{_CALLS}/messaging/typing", "POST")
    other_address(f"{_CALLS}/messaging/stopMessaging", f"{_CALLS}/messaging/terminate", "POST")
    other_address(f"{_CALLS}/participants/typingParticipants", f"{_CALLS}/messaging/typingParticipants")
    person = f"{_CALLS}/participants/{{person}}"
    other_address(f"{person}/participantMessaging", f"{person}/messaging")


def _meetings() -> None:
    for here, there in (
        ("onlineMeetingDefaultValues", "defaultValues"),
        ("onlineMeetingEligibleValues", "eligibleValues"),
        ("onlineMeetingInvitationCustomization", "customInvitation"),
        ("onlineMeetingPolicies", "policies"),
        ("myOnlineMeetings/{meeting}/onlineMeetingExtensions", "myOnlineMeetings/{meeting}/extensions"),
    ):
        other_address(f"/onlineMeetings/{here}", f"/onlineMeetings/{there}", below=True)


def _me() -> None:
    other_address("/communication/makeMeAvailable", "/me/makeMeAvailable")
    other_address("/reportMyActivity", "/me/reportMyActivity")


def _invitations() -> None:
    """Invitations of each kind have a place of their own."""
    start = f"{catalogue().home.path}/communication/invitations/"
    for page in [*catalogue().pages.values()]:
        for path in [path for path in page.paths if path.startswith(start)]:
            rest = path[len(start) :].partition("/")[2]
            for kind in _INVITATIONS:
                if rest or page.rel == f"{kind}Invitation":
                    place = f"{catalogue().home.path}/communication/{kind}Invitations/137"
                    catalogue().alias(f"{place}/{rest}" if rest else place, page.rel)


_people()
_communication()
_meetings()
_me()
_invitations()
