"""The generated package: decoding, reading every documented property through its attribute, and writing."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from ucwa2.resources.contact import Contact
from ucwa2.resources.my_contacts import MyContacts
from ucwa2.resources.participant import Participant
from ucwa2.resources.phone_audio_invitation import PhoneAudioInvitation
from ucwa2.resources.start_emergency_call_input import StartEmergencyCallInput

Reader = Callable[[Any], Any]


def _reader(cls: type[Any]) -> Reader:
    names = [name for name, row in vars(cls).items() if hasattr(row, "kind")]
    return attrgetter(*names) if names else lambda state: None


_invitation, _participant, _contact = _reader(PhoneAudioInvitation), _reader(Participant), _reader(Contact)
_other = _reader(StartEmergencyCallInput)


def _read_invitation(state: PhoneAudioInvitation) -> None:
    embedded = state.embedded
    _invitation(state)
    _participant(embedded.from_)
    for participant in embedded.accepted_by_participant:
        _participant(participant)
    for other in embedded.start_emergency_call_input:
        _other(other)


def _read_contacts(state: MyContacts) -> None:
    for contact in state.embedded.contact:
        _contact(contact)


def read_invitation_json(data: bytes) -> None:
    _read_invitation(PhoneAudioInvitation.from_json(data))


def read_invitation_xml(data: bytes) -> None:
    _read_invitation(PhoneAudioInvitation.from_xml(data))


def read_contacts_json(data: bytes) -> None:
    _read_contacts(MyContacts.from_json(data))


def read_contacts_xml(data: bytes) -> None:
    _read_contacts(MyContacts.from_xml(data))
